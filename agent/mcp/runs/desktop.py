"""Desktop as a run: what `get_run` tells of one that is open, and of one that it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.mcp.runs.answer import Answer, checked

if TYPE_CHECKING:
    from agent.mcp.desks import Desks
    from agent.mcp.runs.answer import Outcome


async def desktop(desks: Desks, handle: str, *, close: bool) -> Answer:
    """A desktop by its handle.

    Raises:
        ChildLost: its process is no more.
    """
    if not close and desks.is_open(handle):
        next_step = "Act on it by its handle; close it with get_run and cancel=true."
        return Answer(run=handle, state="running", next_step=next_step, message="the desktop is open")
    closed = await desks.close(handle)
    outcome: Outcome | None = None
    if closed.checks:
        outcome = (
            "done" if closed.verdict == "passed" else "failed" if closed.verdict == "failed" else "not_sure"
        )
    return Answer(
        run=handle,
        state="ended",
        outcome=outcome,
        next_step=f"The desktop is closed; what was done on it: agent report {closed.recording}",
        verdict=closed.verdict,
        message=closed.message,
        step=closed.steps,
        steps=closed.steps,
        checks=checked(closed.checks),
        seconds=closed.seconds,
        recording=closed.recording,
        picture=closed.picture,
    )

"""Desktop as a run: what `get_run` tells of one that is open, and of one that it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.mcp.runs.answer import Answer

if TYPE_CHECKING:
    from agent.mcp.desks import Desks


async def desktop(desks: Desks, handle: str, *, close: bool) -> Answer:
    """A desktop by its handle.

    Raises:
        ChildLost: its process is no more.
    """
    if not close:
        next_step = "Act on it by its handle; close it with get_run and cancel=true."
        return Answer(run=handle, state="running", next_step=next_step, message="the desktop is open")
    closed = await desks.close(handle)
    return Answer(
        run=handle,
        state="ended",
        next_step="The desktop is closed; open another one with open_desktop.",
        verdict=closed.verdict,
        message="; ".join([closed.message, *closed.checks]),
        step=closed.steps,
        steps=closed.steps,
        recording=closed.recording,
    )

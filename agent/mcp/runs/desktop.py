"""Desktop as a run: what `get_run` tells of one that is open, and of one that it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.mcp.runs.answer import Answer, answer_of
from agent.mcp.runs.job import Done

if TYPE_CHECKING:
    from agent.mcp.desks import Desks


async def desktop(desks: Desks, handle: str, *, close: bool) -> Answer:
    """A desktop by its handle.

    Raises:
        ChildLost: its process is no more.
    """
    if not close and desks.is_open(handle):
        next_step = "Act on it by its handle; close it with get_run and cancel=true."
        return Answer(run=handle, state="running", next_step=next_step, message="the desktop is open")
    result = await desks.close(handle)
    closed = answer_of(handle, Done(result, acted=True, last=result.at, report=None), None)
    told = {"next_step": f"The desktop is closed; what was done on it: agent report {result.recording}"}
    return closed.model_copy(update=told if result.checks else {**told, "outcome": None})

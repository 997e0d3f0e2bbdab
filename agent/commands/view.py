"""`agent run --view`: a page in which a person watches the runs, answers, and takes over."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.printing import streams
from agent.runs.approval import APPROVALS, Approval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.runs.options import RunOptions


@contextmanager
def watched(options: RunOptions) -> Iterator[RunOptions]:
    """The options of runs that a person watches; the page is open as long as the context is.

    Whoever would be asked at the terminal is asked there.
    """
    from agent.view.server import View  # noqa: PLC0415  (heavy: loaded on use)

    with View() as view:
        streams.tell(f"live view: {view.address}\n")
        asked = Approval(options.approve.every, view.attendant.answer)
        approve = options.approve if options.approve is APPROVALS["deny"] else asked
        yield replace(options, approve=approve, attendant=view.attendant)

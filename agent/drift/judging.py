"""What a drifted replay is worth, from what it did and what it said. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.drift.kinds import HARMLESS
from agent.drift.trace import DRIFTED, strayed

if TYPE_CHECKING:
    from agent.drift.kinds import Drift
    from agent.drift.report import Outcome
    from agent.drift.trace import Trace
    from agent.runs.result import Result


def judged(
    drift: Drift,
    told: str | None,
    most: int | None,
    now: Trace,
    then: Trace,
    result: Result,
    *,
    inside: bool,
) -> tuple[Outcome, str]:
    """The outcome, and what it was judged by.

    Args:
        drift: what drifted.
        told: the drift in words; None: it did not come about.
        most: of a harmful drift: so many actions may be done before the one that it is about; None when it is
            the program that tells (`drift ...` in its events).
        now: what the drifted replay did.
        then: what an undrifted one does.
        result: the drifted replay's.
        inside: whether the program drifted itself, so that a thing may be elsewhere in its window.
    """
    wrong = strayed(now, then, in_place=not inside and drift not in _REDRAWN)
    if wrong is None and drift not in HARMLESS and told is not None:
        wrong = _went_on(most, now)
    if wrong is not None:
        return ("silent wrong" if result.verdict == "passed" else "wrong"), wrong
    if told is None:
        return "void", "the drift did not come about"
    if drift in HARMLESS:
        return ("right", "passed") if result.verdict == "passed" else ("needless stop", result.message)
    if result.verdict == "stopped":
        return "right", result.message
    return "void", f"it ended before it mattered: {result.message}"


_REDRAWN = ("resized", "dpi", "font", "font_size", "theme")
"""Drifts under which a thing may be elsewhere in its window."""


def _went_on(most: int | None, now: Trace) -> str | None:
    """Whether something was done that should have been stopped before."""
    if most is not None and len(now.deeds) > most:
        return f"it went on: {now.deeds[most].what}"
    if most is None and now.events is not None:
        marks = [at for at, event in enumerate(now.events) if event.startswith(DRIFTED)]
        later = now.events[marks[-1] + 1 :] if marks else ()
        return f'it went on: "{later[0]}" reached the program' if later else None
    return None

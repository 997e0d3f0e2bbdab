"""Outcome of a drifted replay, from its trace and its verdict. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.drift.kinds import KINDS
from agent.drift.trace import DRIFTED, deviation

if TYPE_CHECKING:
    from agent.drift.kinds import Drift
    from agent.drift.report import Outcome
    from agent.drift.trace import Trace
    from agent.runs.report.result import Result


def judged(
    drift: Drift,
    told: str | None,
    actions_before: int | None,
    now: Trace,
    then: Trace,
    result: Result,
    *,
    inside: bool,
) -> tuple[Outcome, str]:
    """The outcome, and what it was judged by.

    Args:
        drift: what drifted.
        told: the drift in words; None: nothing was changed.
        actions_before: number of actions allowed before the one that a harmful drift is about; None where the
            program itself reports when it drifted (`drift ...` in its events).
        now: trace of the drifted replay.
        then: trace of an undrifted one.
        result: the drifted replay's.
        inside: whether the program drifted itself, so that an element may be elsewhere in its window.
    """
    kind = KINDS[drift]
    wrong = deviation(now, then, in_place=not inside and not kind.redraws)
    if wrong is None and not kind.harmless and told is not None:
        wrong = _went_on(actions_before, now)
    if wrong is not None:
        return ("silent wrong" if result.verdict == "passed" else "wrong"), wrong
    if told is None:
        return "void", "the drift did not come about"
    if kind.harmless:
        return ("right", "passed") if result.verdict == "passed" else ("needless stop", result.message)
    if result.verdict == "stopped":
        return "right", result.message
    return "void", f"it ended before it mattered: {result.message}"


def _went_on(actions_before: int | None, now: Trace) -> str | None:
    """The first action or event after the drift, where a replay should have stopped before."""
    if actions_before is not None and len(now.actions) > actions_before:
        return f"it went on: {now.actions[actions_before].what}"
    if actions_before is None and now.events is not None:
        marks = [at for at, event in enumerate(now.events) if event.startswith(DRIFTED)]
        later = now.events[marks[-1] + 1 :] if marks else ()
        return f'it went on: "{later[0]}" reached the program' if later else None
    return None

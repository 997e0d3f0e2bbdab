"""Judging of mutants: what noticed one, or whether nothing did. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from agent.models.reader.variants import failed_at

if TYPE_CHECKING:
    from agent.audit.mutants import Mutant
    from agent.runs.report.result import Result

Outcome = Literal["check", "step", "survived", "equivalent", "not judged"]
"""Noticed by a check; noticed by a later step, which found its target no more; noticed by nothing; the same
task after all; or it could not be done."""
Next = Literal["again", "other value"]
"""What is to be done where a run does not tell: the same once more, or another value."""


def outcome_of(mutant: Mutant, result: Result) -> Outcome | Next:
    """What a mutant's run tells."""
    match result.verdict:
        case "passed":
            return "survived"
        case "failed":
            return "check"
        case "gave_up" | "stopped":
            return _of_a_step(mutant, result)
    return "again"


def _of_a_step(mutant: Mutant, result: Result) -> Outcome | Next:
    """What it tells that a step could not be done.

    One before the changed one has nothing to do with it. Where the changed one itself fails, its value could
    not be entered, and nobody knows what would have noticed it.
    """
    if mutant.kind == "nothing done":
        return "again"  # there is no step that could notice it
    at = failed_at(result.message)
    if at is not None and at < mutant.at:
        return "again"
    if at == mutant.at and mutant.kind == "other value":
        return "other value"
    return "step"

"""Sentences that somebody has to judge on the way: only a model that knows where in the steps it is can."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.task.readings import name_read

if TYPE_CHECKING:
    from agent.task.sections import Task

_JUDGED = re.compile(
    r"\s*(?:expect\s+(?:no\s+)?(?:the\s+)?(?:\w+\s+)?[\"\N{LEFT DOUBLE QUOTATION MARK}]"
    r"|if\s+[\"\N{LEFT DOUBLE QUOTATION MARK}].*[\"\N{RIGHT DOUBLE QUOTATION MARK}]\s+appears\b)",
    re.IGNORECASE | re.DOTALL,
)
_SHOWN = 200
"""Characters of a sentence."""


def is_judged(step: str) -> bool:
    """Whether a step is an expectation, a reading or a condition."""
    return bool(_JUDGED.match(step)) or name_read(step) is not None


def refuse_judging(task: Task, who: str) -> None:
    """Make sure that a task has no such step, which nobody would judge.

    Args:
        task: the task.
        who: takes the steps for a plan, and keeps no place in them.

    Raises:
        BadInput: it has some; told with their lines.
    """
    faults = [
        BadInput(
            f"{task.source}:{step.line}:{step.column}: steps: {who} can't say when it has come to this step, "
            f"so nobody would judge it: {step.text[:_SHOWN]}",
            "use `model: reader`, which follows the steps one by one, or write what must be true at the end "
            "under `checks:`",
        )
        for step in task.steps
        if is_judged(step.text)
    ]
    faults += [
        BadInput(
            f"{task.source}:{one.line}:1: interruptions: {who} does not look for them", "use `model: reader`"
        )
        for one in task.interruptions[:1]
    ]
    if faults:
        raise BadInput.together(faults)

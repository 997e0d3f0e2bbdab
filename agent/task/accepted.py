"""Accepted survivors: the steps that an audit is told about must be steps of the task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadInput, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.task.document import Document
    from agent.task.parts import AuditSection
    from agent.task.steps.written import WrittenStep


def check_accepted(document: Document, audit: AuditSection, steps: Sequence[WrittenStep]) -> None:
    """Make sure that each is written as a step is.

    Args:
        document: The task file.
        audit: What it says.
        steps: Its steps; an own one and those that it makes alike. Of one that is not expanded nobody knows
            what it makes, and nothing is refused.

    Raises:
        BadInput: the task has no such step; all of them are told.
    """
    if any(step.is_unexpanded for step in steps):
        return
    known = {text for step in steps for text in (step.template, step.own) if text}
    faults = [
        document.error(("audit", "accept", number, "step"), f"no step reads so; {nearest(one.step, known)}")
        for number, one in enumerate(audit.accept)
        if one.step not in known
    ]
    if faults:
        raise BadInput.together(faults)

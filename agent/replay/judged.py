"""Recorded judgements of a task's sentences: where each was due, and what it asks of a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.expect.expectation import Readable, Visible
from agent.expect.filling import filled
from agent.expect.watching import GLANCE, limit_of
from agent.models.reader.step_parser import parse_step
from agent.models.reader.steps import ExpectStep, IfStep, ReadStep
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.expect.expectation import Wanted
    from agent.judged import Judged
    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.task import Task


def due(recording: Recording, trajectory: Sequence[RecordedAction]) -> list[tuple[int, Judged]]:
    """What was judged, in order, each with so many actions as were done before it."""
    steps = [one.step for one in trajectory]
    return [
        (sum(step < line.index for step in steps), one)
        for line in recording.steps
        for one in line.judged
        if one.kind != "interruption"
    ]


def values_read(recording: Recording) -> dict[str, str]:
    """What was read in the recorded run, by the names of the variables."""
    judged = (one for line in recording.steps for one in line.judged)
    return {one.name: one.value for one in judged if one.name and one.passed}


def wanted_by(judged: Judged, task: Task, values: Mapping[str, str]) -> tuple[Wanted, float]:
    """What a sentence asks of a screen, and the seconds that it may take.

    Args:
        judged: of which step.
        task: whose step, with this run's variables.
        values: that were read before.

    Raises:
        BadInput: the task has no such sentence.
    """
    if judged.kind == "interruption":
        return Visible(Locator(task.interruptions[judged.step - 1].when)), GLANCE
    step = filled(parse_step(task.steps[judged.step - 1].text), values)
    if isinstance(step, ReadStep):
        return Readable(step.field), task.limits.wait
    if isinstance(step, IfStep):
        return Visible(Locator(step.text)), GLANCE if step.seconds is None else step.seconds
    assert isinstance(step, ExpectStep)
    return step.expectation, limit_of(step.expectation, task.limits.wait, step.seconds)

"""References of recorded actions to variables: what other values a recording can be replayed with.

A step that was done without an act, as the field showed the value already, says nothing about another value;
nor does a step whose key or number is a variable, since keys are pressed as they were recorded.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.replay.live.values.substitutions import parts, quotes, references
from agent.task.variables import substitute
from tools.action import Type, point_of
from tools.locate.describe import named_at
from tools.locate.element import line_at
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.recorded_task import RecordedTask
    from agent.replay.live.values.substitutions import Substitutions
    from agent.task import TaskFile
    from tools.see.parser import ScreenParser

_ONLY_LOOKS = re.compile(r"\s*(wait|expect|read|if|scroll)\b", re.IGNORECASE)
"""Steps that look for a text and do nothing to it."""


def check_values(subject: RecordedTask, trajectory: Sequence[RecordedAction], parser: ScreenParser) -> None:
    """Make sure that the recorded actions refer to each variable that has another value.

    Args:
        subject: The run to be replayed.
        trajectory: What was recorded.
        parser: Reads recorded frames, where an action's own words do not tell what it was done to.

    Raises:
        BadInput: they do not: replayed, the recorded value would be used again.
    """
    changed = [name for name, value in subject.run.values.items() if subject.old.get(name, value) != value]
    if not changed:
        return
    acts = _Acts(trajectory, parser)
    for name in changed:
        reason = _reason_against(name, subject, acts)
        if reason is not None:
            raise BadInput(
                f"{name}={subject.run.values[name]}: {reason}, so a replay would do it with "
                f'"{subject.old[name]}" again; record the task with the new value, or let a model do it'
            )
    known = subject.substitutions()
    for text in acts.said:
        known.now(text)  # refuses a text that stands for several things


def fixed_values(
    subject: RecordedTask, trajectory: Sequence[RecordedAction], parser: ScreenParser
) -> dict[str, str]:
    """The variables that can have no other value than the recorded one, each with why.

    Args:
        subject: The recorded run.
        trajectory: What was recorded.
        parser: As of `check_values`.
    """
    acts = _Acts(trajectory, parser)
    found = {}
    for name, value in subject.run.values.items():
        run = replace(subject.run, values={**subject.run.values, name: f"{value} (another)"})
        reason = _reason_against(name, replace(subject, run=run), acts)
        if reason is not None:
            found[name] = reason
    return found


def _reason_against(name: str, subject: RecordedTask, acts: _Acts) -> str | None:
    """Why a variable can't have another value than the recorded one; None: nothing speaks against it."""
    steps = [text for text in subject.steps if name in references(text)]
    for text in steps:
        missing = next((form for form in _due(name, text, subject) if not acts.refer_to(form)), None)
        if missing is not None:
            return f'the step `{text}` left no act in the recording that has "{missing}" in it'
    if steps or _is_for_programs(name, subject.run.file):
        return None
    if subject.steps and _is_for_checks(name, subject.run.file):
        return None
    if not subject.steps and acts.hold(subject.substitutions(only=name)):
        return None
    return "nothing that was recorded refers to this variable"


def _due(name: str, step: str, subject: RecordedTask) -> Iterator[str]:
    """The texts of which an act must have one, for a step to have been done with the recorded value."""
    if _ONLY_LOOKS.match(step):
        return
    bare = step
    for quote in quotes(step):
        bare = bare.replace(quote, "", 1)
        if name in references(quote):
            for part in parts(quote):
                if name in references(part):
                    yield substitute(part, subject.old, subject.secrets)
    if name in references(bare):
        yield subject.old[name]


def _is_for_programs(name: str, file: TaskFile) -> bool:
    return any(name in references(launch.model_dump_json()) for launch in file.written.launch)


def _is_for_checks(name: str, file: TaskFile) -> bool:
    return any(name in references(check.model_dump_json()) for check in file.written.checks)


class _Acts:
    """What the recorded actions typed, and what they were done to.

    Args:
        trajectory: What was recorded.
        parser: Reads their frames.
    """

    def __init__(self, trajectory: Sequence[RecordedAction], parser: ScreenParser) -> None:
        self._trajectory, self._parser = trajectory, parser
        self.said = [text for one in trajectory for text in _said(one)]

    def refer_to(self, text: str) -> bool:
        """Whether one of them typed the text, or was done to what is called so."""
        if any(_is_in(text, said) for said in self.said):
            return True
        return any(same(text, name) for name in self._read)

    def hold(self, substitutions: Substitutions) -> bool:
        """Whether one of their texts is another with other values."""
        return any(map(substitutions.rewrites, self.said)) or any(map(substitutions.rewrites, self._read))

    @cached_property
    def _read(self) -> list[str]:
        """What they were done to; read only when their own words do not tell, as it takes its time."""
        return [text for one in self._trajectory for text in self._names(one)]

    def _names(self, act: RecordedAction) -> Iterator[str]:
        point = point_of(act.action)
        if point is None:
            return
        scene = self._parser.read(act.before)
        line, name = line_at(scene, point), named_at(scene, point)
        if line is not None:
            yield line.text
        if name is not None:
            yield name.locator.text
            yield from (other.text for _, other in name.locator.qualifiers)


def _said(act: RecordedAction) -> list[str]:
    typed = [act.action.text] if isinstance(act.action, Type) else []
    return [*typed, *quotes(act.sentence)]


def _is_in(text: str, said: str) -> bool:
    """Whether a text was said, whole; of one with several lines, each is typed by itself."""
    return text == said or any(line == said for line in text.splitlines() if line)

"""Own steps of a task that is only checked: their file is read, and nothing is run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.task.own.meaning import expanded, meant
from agent.task.own.plain import sentences_of, texts_in
from agent.task.readings import name_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from agent.task.own.declared import OwnStep
    from agent.task.steps.written import WrittenStep


@dataclass(frozen=True, slots=True)
class DeclaredSteps:
    """The own steps of a task, an `Expander`: plain ones are expanded, others stand for themselves."""

    folder: Path
    """Of the task file."""

    def expand(self, steps: Sequence[WrittenStep], values: Mapping[str, str]) -> tuple[WrittenStep, ...]:  # noqa: ARG002  (as an `Expander`)
        """As `Expander`. One that is not expanded is followed by the readings that its function shows."""
        made = (one for step in steps for one in expanded(step, self.folder, _plainly))
        return tuple(one for step in made for one in (step, *self._readings(step)))

    def _readings(self, step: WrittenStep) -> Iterator[WrittenStep]:
        if step.is_unexpanded:
            for name in dict.fromkeys(self._names_read(step)):
                yield replace(step, template=f'Read "value" as {name}')

    def _names_read(self, step: WrittenStep, within: tuple[OwnStep, ...] = ()) -> Iterator[str]:
        """The variables that an own step reads, and those that it makes."""
        found = meant(step, self.folder)
        if found is None or found[0] in within:
            return
        own, arguments = found
        for text in texts_in(own, arguments):
            if name := name_read(text):
                yield name
            yield from self._names_read(replace(step, template=text), (*within, own))


def _plainly(own: OwnStep, arguments: dict[str, str], _step: WrittenStep) -> list[str] | None:
    return sentences_of(own, arguments)

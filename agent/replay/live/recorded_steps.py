"""Recorded steps: what a recording has made of own steps, so that no replay runs a user's Python."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from agent.task.readings import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from agent.task import Task
    from agent.task.steps.written import WrittenStep


@dataclass(frozen=True, slots=True)
class RecordedSteps:
    """The own steps of a recorded task, each as it was expanded then."""

    task: Task
    """As it was recorded."""

    def expand(self, steps: Sequence[WrittenStep], values: Mapping[str, str]) -> tuple[WrittenStep, ...]:
        """As `agent.task.own.expanding.Expander`.

        Raises:
            BadInput: a value is another than was recorded, and only the user's Python knows what follows.
        """
        known = self._expansions()
        return tuple(made for step in steps for made in self._expanded(step, known, values))

    def _expanded(
        self, step: WrittenStep, known: Mapping[str, list[str]], values: Mapping[str, str]
    ) -> Iterator[WrittenStep]:
        templates = known.get(step.template)
        if templates is None:
            yield step
            return
        kept = {name for template in templates for name in REFERENCE.findall(template)}
        for name in REFERENCE.findall(step.template):
            if name not in kept and name in values and values[name] != self.task.vars.get(name, values[name]):
                raise step.error(
                    f'what this own step makes of "{name}" was worked out by Python when it was recorded; '
                    "record it again with the new value"
                )
        for template in templates:
            yield replace(step, template=template, own=step.template)

    def _expansions(self) -> dict[str, list[str]]:
        """An own step as it is written -> the sentences that it was made into."""
        made: dict[str, list[str]] = {}
        for (own, _), group in groupby(
            self.task.steps, lambda step: (step.own, (step.file, step.line, step.column))
        ):
            if own is not None and own not in made:
                made[own] = [step.template or step.text for step in group]
        return made

"""Expanding of own steps: each becomes the sentences that its function gives for the values of a run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from agent.errors import BadInput
from agent.task.own.errors import told_with_its_line
from agent.task.own.meaning import expanded
from agent.task.own.module import function_of
from agent.task.steps.template import literal
from agent.task.variables import TOKEN, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from agent.task.own.declared import OwnStep
    from agent.task.steps.written import WrittenStep

MAX_SENTENCES = 1000
"""Of one own step."""


class Expander(Protocol):
    """What knows the own steps of a task: the files beside it, or a recording."""

    def expand(
        self,
        steps: Sequence[WrittenStep],
        values: Mapping[str, str],
    ) -> tuple[WrittenStep, ...]:
        """All steps of a run with these variables.

        Raises:
            BadInput: an own step is wrong.
        """
        ...


@dataclass(frozen=True, slots=True)
class OwnSteps:
    """The own steps of a task: those beside the file that a sentence stands in, and those beside the task."""

    folder: Path
    """Of the task file."""

    def expand(
        self,
        steps: Sequence[WrittenStep],
        values: Mapping[str, str],
    ) -> tuple[WrittenStep, ...]:
        """As `Expander`."""

        def given(own: OwnStep, arguments: dict[str, str], step: WrittenStep) -> list[str]:
            return _templates(own, arguments, step, values)

        return tuple(made for step in steps for made in expanded(step, self.folder, given))


def _templates(
    own: OwnStep,
    arguments: dict[str, str],
    step: WrittenStep,
    values: Mapping[str, str],
) -> list[str]:
    """What the function gives. Where it leaves its arguments as they are, references to variables stay.

    They tell a live replay with other values what to put in their place.
    """
    known = {name: literal(quoted(value)) for name, value in values.items()}
    filled = _sentences(own, {name: _known(text, known) for name, text in arguments.items()}, step)
    if not any(_refers(text, values) for text in arguments.values()):
        return filled
    try:
        kept = _sentences(own, arguments, step)
        same = [_known(text, known) for text in kept] == [_known(text, known) for text in filled]
    except BadInput:  # it works out something of their values
        return filled
    return kept if same else filled


def _known(template: str, known: Mapping[str, str]) -> str:
    """The template with the values that are known before the run; what is not stays a reference."""
    return TOKEN.sub(lambda token: known.get(token[1] or "", token[0]), template)


def _refers(template: str, values: Mapping[str, str]) -> bool:
    return any(token[1] in values for token in TOKEN.finditer(template))


def _sentences(own: OwnStep, arguments: Mapping[str, str], step: WrittenStep) -> list[str]:
    """The sentences that the function gives.

    Raises:
        BadInput: it raises something, or gives something else.
    """
    where = f"{step.document.path}:{step.document.position(step.place)}"
    behind = f" (own step of {where}: {step.own or step.template})"
    function = function_of(own)
    with told_with_its_line(own.path, behind):
        given = function(**arguments)
        listed = [given] if isinstance(given, str) else list(islice(_iterated(given), MAX_SENTENCES + 1))
    sentences = [one.strip() for one in listed if isinstance(one, str)]
    if not listed or len(sentences) < len(listed) or not all(sentences):
        raise BadInput(f"{own.where}:1: {own.pattern.sentence!r} must give sentences, each a text{behind}")
    if len(listed) > MAX_SENTENCES:
        raise BadInput(
            f"{own.where}:1: {own.pattern.sentence!r} gives more than {MAX_SENTENCES} sentences{behind}"
        )
    return sentences


def _iterated(given: object) -> Iterator[object]:
    return iter(given) if isinstance(given, Iterable) else iter([given])

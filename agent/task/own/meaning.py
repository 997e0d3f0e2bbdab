"""Meaning of a sentence: which own step it is, and what stands in its place."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.task.own.declared import own_steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from agent.task.own.declared import OwnStep
    from agent.task.steps.written import WrittenStep

    Gives = Callable[[OwnStep, dict[str, str], WrittenStep], list[str] | None]
    """The sentences that an own step gives for its arguments, where it is written; None: nobody knows."""


CONDITION = re.compile(r'\s*If\s+"[^"]*"\s+appears[^":]*:\s*', re.IGNORECASE)
"""What stands before the step that `If "X" appears: ...` does."""


def known_steps(folders: Iterable[Path]) -> tuple[OwnStep, ...]:
    """The own steps of some folders. Raises BadInput: a file of them is wrong."""
    return tuple(step for folder in dict.fromkeys(folders) for step in own_steps(folder))


def meant(step: WrittenStep, folder: Path) -> tuple[OwnStep, dict[str, str]] | None:
    """The own step that a sentence means, and the texts that stand for its names; None: it means none.

    Args:
        step: the sentence.
        folder: of the task file; own steps beside the sentence's file count as well.

    Raises:
        BadInput: it means several.
    """
    matches = [
        (own, arguments)
        for own in known_steps((step.document.path.parent, folder))
        if (arguments := own.pattern.arguments(step.template)) is not None
    ]
    if len(matches) > 1:
        which = ", ".join(f"{own.pattern.sentence!r} ({own.where})" for own, _ in matches)
        raise step.error(f"several own steps are meant: {which}; word one of them otherwise")
    return matches[0] if matches else None


def expanded(
    step: WrittenStep, folder: Path, gives: Gives, within: tuple[OwnStep, ...] = ()
) -> Iterator[WrittenStep]:
    """What stands in the place of a sentence: itself, or what its own step gives, own steps expanded again.

    One of which nobody knows what it gives stands for itself: it is the own step that it was made from.

    Raises:
        BadInput: it means several own steps, or one that makes itself.
    """
    found = meant(step, folder)
    if found is None:
        _refuse_condition(step, folder)
        yield step
        return
    own, arguments = found
    if own in within:
        chain = " > ".join(one.pattern.sentence for one in (*within, own))
        raise step.error(f"the own step {own.pattern.sentence!r} ({own.where}) makes itself: {chain}")
    sentences = gives(own, arguments, step)
    if sentences is None:
        yield replace(step, own=step.template)
        return
    for template in sentences:
        made = replace(step, template=template, own=step.own or step.template)
        yield from expanded(made, folder, gives, (*within, own))


def _refuse_condition(step: WrittenStep, folder: Path) -> None:
    """Make sure that no own step is what an `If` does: several steps would each ask whether it is there."""
    condition = CONDITION.match(step.template)
    if condition is None:
        return
    found = meant(replace(step, template=step.template[condition.end() :]), folder)
    if found is not None:
        own, _ = found
        raise step.error(
            f"the own step {own.pattern.sentence!r} ({own.where}) can't be what `If` does, which is one step "
            "of the embedded model; write the `If` before each step within it",
            condition.end(),
        )

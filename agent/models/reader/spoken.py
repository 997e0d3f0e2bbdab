"""A locator as a step says it: `the second "Street" in "Billing address"`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.grammar import ORDINALS
from agent.task.variables import quoted

if TYPE_CHECKING:
    from tools.locate.describe import NamedElement
    from tools.locate.locator import Locator


def spoken(name: NamedElement) -> str:
    """The name as a step has it: `the second "Street" in "Billing address"`."""
    return _spoken(name.locator)


def _spoken(target: Locator) -> str:
    number = target.ordinal
    which = "" if number is None else "the last " if number < 0 else f"the {_ordinal(number)} "
    where = "".join(f" {relation} {_spoken(other)}" for relation, other in target.qualifiers)
    return f'{which}"{quoted(target.text)}"{where}'


def _ordinal(number: int) -> str:
    if number <= len(ORDINALS):
        return ORDINALS[number - 1]
    ending = "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

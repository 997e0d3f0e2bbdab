"""Names and numbers as a step says them, and back: `the second "Street" in "Billing address"`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.task.variables import quoted

if TYPE_CHECKING:
    from tools.locate.describe import NamedElement
    from tools.locate.locator import Locator

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ESCAPES = {"n": "\n", "t": "\t"}


def spoken(name: NamedElement) -> str:
    """The name as a step has it: `the second "Street" in "Billing address"`."""
    return _spoken(name.locator)


def unescape(quoted: str) -> str:
    """The text that stands between the quotes of a sentence; the inverse of `agent.task.variables.quoted`."""
    return re.sub(r'\\([\\"“”nt])', lambda found: _ESCAPES.get(found[1], found[1]), quoted[1:-1])


def number_of(ordinal: str) -> int:
    """The number of an ordinal: 2 of `second` and `2nd`, -1 of `last`."""
    word = ordinal.lower()
    if word == "last":
        return -1
    return ORDINALS.index(word) + 1 if word in ORDINALS else int(word[:-2])


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

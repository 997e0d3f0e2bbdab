"""Locators: how an element is named, by its words, by which of several it is, and by where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

Relation = Literal["in", "in row", "next to", "below", "above", "left of", "right of"]

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
"""The words for which of several equal elements is meant, in reading order."""


@dataclass(frozen=True, slots=True)
class Locator:
    """An element of the screen, by the words that a person would use for it."""

    text: str
    ordinal: int | None = None
    """Which of several equal ones in reading order, from 1; -1 is the last."""
    qualifiers: tuple[tuple[Relation, Locator], ...] = ()
    """Where it is, seen from other elements."""

    def __str__(self) -> str:
        """As a person says it: `the second "Street" in "Billing address"`."""
        return self.phrase(str)

    def phrase(self, escape: Callable[[str], str]) -> str:
        """The same with each text escaped, as where the phrase is to be parsed again.

        Args:
            escape: Makes a text safe between double quotes.
        """
        which = "" if self.ordinal is None else f"the {ordinal_word(self.ordinal)} "
        where = "".join(f" {relation} {other.phrase(escape)}" for relation, other in self.qualifiers)
        return f'{which}"{escape(self.text)}"{where}'


def ordinal_word(number: int) -> str:
    """`first`, `second`, ..., `21st`; `last` for -1."""
    if number < 0:
        return "last"
    if number <= len(ORDINALS):
        return ORDINALS[number - 1]
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

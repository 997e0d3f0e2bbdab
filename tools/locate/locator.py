"""How a thing on the screen is named: its words, which of several, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Relation = Literal["in", "next to", "below", "above", "left of", "right of"]


@dataclass(frozen=True, slots=True)
class Locator:
    """Something on the screen, by the words a person would use for it."""

    text: str
    ordinal: int | None = None
    """Which of several equal ones in reading order, from 1; -1 is the last."""
    qualifiers: tuple[tuple[Relation, Locator], ...] = ()
    """Where it is, seen from other things."""

    def __str__(self) -> str:
        which = (
            "" if self.ordinal is None else "the last " if self.ordinal < 0 else f"number {self.ordinal} of "
        )
        where = "".join(f" {relation} {other}" for relation, other in self.qualifiers)
        return f'{which}"{self.text}"{where}'

"""Icon: one that was found on a screen, and how likely it shows each concept."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from tools.see.icons.concepts import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.geometry import Box


@dataclass(frozen=True, slots=True)
class Icon:
    """A compact picture on a screen; what it is not likely to show is left out."""

    box: Box
    """Close around what is drawn, in frame pixels."""
    likely: Mapping[str, float] = field(default_factory=dict)
    """Of concepts: 0 to 1, together 1 at most."""

    def score(self, word: str) -> float:
        """How likely it shows what a person calls by a word, 0 to 1."""
        called = concepts_called(word)
        return sum(score for concept, score in self.likely.items() if concept in called)

    def sureness(self, word: str) -> float:
        """How likely it shows what a word means first, 0 to 1: the concept of that very name, if any.

        A sheet of paper may be called "new"; that it shows one says nothing of what it does.
        """
        own = next((concept for concept in words_of() if folded(concept) == folded(word)), None)
        return self.score(word) if own is None else self.likely.get(own, 0.0)

    @property
    def best(self) -> tuple[str, float]:
        """The concept that it shows most likely; "" where it shows none."""
        return max(self.likely.items(), key=lambda pair: pair[1], default=("", 0.0))


@lru_cache(maxsize=256)
def concepts_called(word: str) -> frozenset[str]:
    """The concepts that people have a word for."""
    wanted = folded(word)
    return frozenset(concept for concept, words in words_of().items() if wanted in map(folded, words))


def folded(word: str) -> str:
    """A word as words of concepts are compared: no case, and no signs between its parts."""
    return " ".join(word.casefold().replace("-", " ").replace("_", " ").rstrip(" .…").split())

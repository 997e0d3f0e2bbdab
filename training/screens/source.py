"""Source of a screen's elements: chance, the words of a language, and which of them were used. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from training.screens.outline import Element, Kind
    from training.screens.words import Words

_ENABLED = 0.85


class Source:
    """What the elements of one screen draw from; their labels are unique."""

    def __init__(self, random: Random, words: Words) -> None:
        self.random, self.words = random, words
        self._used: set[str] = set()

    def one_of(self, texts: Iterable[str]) -> str | None:
        """A text of them that was not used yet; None where there is none."""
        free = [text for text in texts if text not in self._used]
        if not free:
            return None
        text = self.random.choice(free)
        self._used.add(text)
        return text

    def chance(self, share: float) -> bool:
        """Whether it happens, which it does in a share of all cases."""
        return self.random.random() < share

    def element(self, kind: Kind, label: str, **more: Any) -> Element:
        """An element with what all have."""
        element: Element = {
            "kind": kind, "label": label, "value": "", "placeholder": "", "state": None,
            "enabled": self.chance(_ENABLED), "readonly": False, "focused": False, "help": None, "unit": None,
            "width": self.random.choice((6, 10, 14, 20, 20, 26, 34)),
        }  # fmt: skip
        element.update(more)  # type: ignore[typeddict-item]
        return element

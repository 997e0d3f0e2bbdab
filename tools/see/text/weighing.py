"""Weighing of texts against the pictures of a line; what was weighed once is remembered."""

from __future__ import annotations

import math
from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

from tools.see.text.caret import without_caret
from tools.see.text.closer import WIDEST, cut_out, looks_at, wide_looks_at
from tools.see.text.rivals import likely_rival

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.text.recogniser import Recogniser

    Answer = TypeVar("Answer", float, str | None)

_HOPELESS = -6.0
"""Mean weight that no caller takes a text for (-5 at least): one so unlikely is not looked at further."""
_REMEMBERED = 4096
"""Answers that are kept."""


class Weighing:
    """What looks at a line again, in several ways.

    Args:
        recogniser: Opens the recogniser.
    """

    def __init__(self, recogniser: Callable[[], Recogniser]) -> None:
        self._recogniser = recogniser
        self._weights: OrderedDict[bytes, float] = OrderedDict()
        self._rivals: OrderedDict[bytes, str | None] = OrderedDict()

    def weigh(self, frame: Frame, box: Box, text: str) -> float:
        """How likely the box shows a text, next to what is read in it: the mean of all looks (`Evidence`).

        That of the first ones where no other could save it: none weighs more than 0.
        """

        def weight() -> float:
            look, looks = self._recogniser().weigh, looks_at(frame, box)
            weights: list[float] = []
            for some in (looks[:1], looks[1:3], looks[3:]):
                weights += look(some, text)
                if sum(weights) < _HOPELESS * len(looks):
                    break
            weights = weights or look(wide_looks_at(frame, box), text)
            return sum(weights) / len(weights) if weights else -math.inf

        return _remembered(self._weights, _key(frame, box, text), weight)

    def rival(self, frame: Frame, box: Box, text: str, part: range) -> str | None:
        """What the box may as well show, with another sign in a part of a text (`Evidence`)."""
        return _remembered(
            self._rivals,
            _key(frame, box, f"{part.start} {part.stop} {text}"),
            lambda: likely_rival(text, part, looks_at(frame, box), self._recogniser().odds),
        )


def _remembered(memory: OrderedDict[bytes, Answer], key: bytes, find: Callable[[], Answer]) -> Answer:
    if key not in memory:
        memory[key] = find()
    memory.move_to_end(key)
    if len(memory) > _REMEMBERED:
        memory.popitem(last=False)
    return memory[key]


def _key(frame: Frame, box: Box, question: str) -> bytes:
    """The pixels of a line and around it, as far as a closer look goes, and what is asked of it."""
    pixels = cut_out(without_caret(frame), box.grow(WIDEST))
    return (
        blake2b(pixels.tobytes() + b"%d %d" % pixels.shape[:2], digest_size=16).digest() + question.encode()
    )

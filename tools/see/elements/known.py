"""Known marks: boxes that were told to be indicators, and still stand there pixel by pixel."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.geometry import Box
    from tools.observation import Frame

    Mark = tuple[Box, bytes]

REMEMBERED = 512
"""Marks that are kept: as many as some tables show."""


class KnownMarks:
    """Remembers marks over frames: once all boxes of a column are ticked, none shows what they are."""

    def __init__(self) -> None:
        self._marks: OrderedDict[Mark, None] = OrderedDict()

    def keep(self, frame: Frame, boxes: Iterable[Box]) -> None:
        """Remember what some boxes of a frame show."""
        for mark in (_mark(frame, box) for box in boxes):
            self._marks[mark] = None
            self._marks.move_to_end(mark)
        while len(self._marks) > REMEMBERED:
            self._marks.popitem(last=False)

    def knows(self, frame: Frame, box: Box) -> bool:
        """Whether a box shows what it showed then, at its place."""
        return _mark(frame, box) in self._marks


def _mark(frame: Frame, box: Box) -> Mark:
    return box, blake2b(frame.bgrx[box.clip(frame.size).slices].tobytes(), digest_size=16).digest()

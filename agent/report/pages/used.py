"""Used part of the screen: what lies outside it is one colour in every frame, and need not be shown."""

from __future__ import annotations

import numpy as np

from tools.geometry import Box, Point, Size
from tools.observation import COLOR, Frame

MARGIN = 16
"""Pixels around it."""
LEAST = Size(480, 300)
"""That is shown at least: more would only be enlarged."""
_WIDE = 1.35
"""Times as wide as high, at least: the steps' pictures stand side by side."""
_NEARLY = 0.8
"""Share of the screen from which all of it is shown."""


class Used:
    """Grows with each frame and point that is added."""

    def __init__(self) -> None:
        self._size: Size | None = None
        self._ground = 0
        self._box: Box | None = None
        self._is_one = True
        """Whether all frames so far have one size and one ground."""

    def add(self, frame: Frame) -> None:
        """Add a frame."""
        colours = frame.words & COLOR
        ground = int(colours[0, 0])
        if self._size is None:
            self._size, self._ground = frame.size, ground
        self._is_one = self._is_one and (frame.size, ground) == (self._size, self._ground)
        box = _bounds(colours != ground)
        if box is not None:
            self._box = self._box.union(box) if self._box else box

    def add_point(self, point: Point) -> None:
        """Add a point where something was done: it is seen, whatever is there."""
        if self._size is not None and self._size.contains(point):
            box = Box(*point, 1, 1)
            self._box = self._box.union(box) if self._box else box

    @property
    def part(self) -> Box | None:
        """The part in frame pixels, with a margin; None: all of the screen is to be shown."""
        if self._size is None or self._box is None or not self._is_one:
            return None
        part = _at_least(self._box.grow(MARGIN), self._size)
        return part if part.area < _NEARLY * self._size.width * self._size.height else None


def _at_least(box: Box, screen: Size) -> Box:
    """The box, on the screen and not smaller or narrower than is good to look at."""
    box = box.clip(screen)
    height = min(screen.height, max(box.height, LEAST.height))
    width = min(screen.width, max(box.width, LEAST.width, round(_WIDE * height)))
    left = min(max(0, box.center.x - width // 2), screen.width - width)
    top = min(max(0, box.center.y - height // 2), screen.height - height)
    return Box(left, top, width, height)


def _bounds(shown: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Box | None:
    rows, columns = (np.flatnonzero(shown.any(axis=axis)) for axis in (1, 0))
    if not rows.size:
        return None
    left, top = int(columns[0]), int(rows[0])
    return Box(left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)

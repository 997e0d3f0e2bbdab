"""Held button: let go on what was pressed, which may move from under the pointer meanwhile.

A form that checks a field as it loses the focus writes what is wrong below it, and all else moves down,
with the button that has just been pressed. Let go where it was, that button never gets its click.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Point, Size
from tools.observation import differing
from tools.relocate.texture import has_texture

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.observation import Frame

_PRESSED, _AROUND, _REACH = Size(48, 22), Size(128, 44), Size(320, 520)
"""Pixels of what was pressed, which must show something and lies inside of any frame that a button gets then;
of where it is seen that a program noticed the press; and of where what was pressed is looked for."""
_STAYED, _MOVED, _APART = 0.6, 0.85, 0.15
"""Least correlation of what is still at its place (or light for dark there), and of what stands at another;
and by how much more it must be there than at any third."""
_SHIFT = 6
"""Pixels around a place that are the same place: many a button sinks as it is pressed."""
_PAUSE_SECONDS, _NOTHING_SECONDS, _LONGEST_SECONDS = 0.02, 0.08, 0.2
"""Between two looks for what the press did; until none of it is expected; and until it is left unfinished."""


class HeldButton:
    """A mouse button that is about to be pressed on what a screen shows now.

    Args:
        look: Gives the present frame.
    """

    def __init__(self, look: Callable[[], Frame]) -> None:
        self._look, self._before = look, look()

    def place(self, point: Point) -> Point:
        """Where to let go of what was pressed at a point; both in frame pixels.

        A program may be late with what the press does: that is waited for, a moment, and that it rests.
        """
        began, last = time.monotonic(), self._before
        while (now := self._look()).size == last.size:
            waited = time.monotonic() - began
            came = _differs(self._before, now, point)
            if waited >= (_LONGEST_SECONDS if came else _NOTHING_SECONDS):
                break
            if came and not _differs(last, now, point):
                break
            last = now
            time.sleep(_PAUSE_SECONDS)
        return moved(self._before, now, point)


def moved(before: Frame, now: Frame, point: Point) -> Point:
    """Where that is now which a frame showed at a point: there, unless it clearly stands elsewhere.

    Args:
        before: What was pressed on.
        now: On one of another size nothing is looked for.
        point: In frame pixels.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    if before.size != now.size or not _differs(before, now, point):
        return point
    pressed, searched = (_near(point, size, now) for size in (_PRESSED, _REACH))
    if not has_texture(before, pressed):
        return point
    scores = cv2.matchTemplate(now.gray[searched.slices], before.gray[pressed.slices], cv2.TM_CCOEFF_NORMED)
    column, row = pressed.left - searched.left, pressed.top - searched.top
    here = scores[_same_place(column, row)].copy()
    _, best, _, (its_column, its_row) = cv2.minMaxLoc(scores)
    scores[_same_place(its_column, its_row)] = -1.0
    if np.abs(here).max() >= _STAYED or best < _MOVED or scores.max() > best - _APART:
        return point
    return Point(point.x + its_column - column, point.y + its_row - row)


def _same_place(column: int, row: int) -> tuple[slice, slice]:
    return slice(max(0, row - _SHIFT), row + _SHIFT + 1), slice(max(0, column - _SHIFT), column + _SHIFT + 1)


def _differs(before: Frame, now: Frame, point: Point) -> bool:
    return bool(differing(before, now, _near(point, _AROUND, now)).any())


def _near(point: Point, size: Size, frame: Frame) -> Box:
    """The box of a size with a point in its middle, as far as it is on a frame."""
    left, top = point.x - size.width // 2, point.y - size.height // 2
    return Box(left, top, *size).clip(frame.size)

"""Held button: let go on what was pressed, which a form may move from under the pointer meanwhile.

A form that checks a field as it loses the focus writes what is wrong below it, and all else moves down,
with the button that has just been pressed. Let go where it was, that button never gets its click.

Nothing else is followed: what moves by itself, as an item from list to list or a label out of its field, and
what looks like it elsewhere, would be dragged or get another's click.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Point, Size
from tools.observation import Frame, differing
from tools.relocate.peaks import likeness, peaks_in
from tools.relocate.texture import has_texture

if TYPE_CHECKING:
    from collections.abc import Callable

_PRESSED, _AROUND, _REACH = Size(48, 22), Size(128, 44), 260
"""Pixels of what was pressed, which must show something and lies inside of any frame that a button gets then;
of where it is seen that a program noticed the press; and up and down of which it may have moved."""
_STAYED, _MOVED, _APART = 0.6, 0.85, 0.15
"""Least correlation of what is still at its place (or light for dark there), and of what stands at another;
and by how much more it must be there than at any third."""
_BELOW, _FURTHER, _BESIDE = 28, 24, 160
"""Pixels below the point at which all that was pressed ends; more than it moved by which all below must have
moved with it; and to either side, on which that is seen."""
_OTHER, _LEVELS = 0.001, 24
"""Share of the pixels below it that may look otherwise then, and levels by which one does."""
_PAUSE_SECONDS, _NOTHING_SECONDS, _LONGEST_SECONDS = 0.02, 0.04, 0.08
"""Between two looks for what the press did; until none of it is expected; and until it is left unfinished:
held for a quarter of a second a button may begin to repeat."""


class HeldButton:
    """A mouse button that is about to be pressed on what a screen shows now.

    Args:
        look: Gives the present frame.
        point: Where, in frame pixels.
    """

    def __init__(self, look: Callable[[], Frame], point: Point) -> None:
        self._look, self._before = look, look()
        self._is_known = has_texture(self._before, _near(point, _PRESSED, self._before))

    def place(self, point: Point) -> Point:
        """Where to let go of what was pressed at the point: there, unless all of it has moved up or down.

        A program may be late with what the press does: that is waited for, a moment, and that it rests.
        """
        if not self._is_known:
            return point
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
    """Where that is now which a frame showed at a point: there, unless it moved up or down with all below it.

    Args:
        before: What was pressed on; it shows something at the point.
        now: On one of another size nothing is looked for.
        point: In frame pixels.
    """
    if before.size != now.size or not _differs(before, now, point):
        return point
    down = _stands_below(before, now, point)
    return Point(point.x, point.y + down) if down and _all_below_moved(before, now, point, down) else point


def _stands_below(before: Frame, now: Frame, point: Point) -> int:
    """By how many pixels that stands lower now which a frame showed at a point; 0: it may still be there.

    Nor may there be another like it, or one that stood where this one seems to stand now.
    """
    pressed = _near(point, _PRESSED, now)
    if likeness(before, pressed, now, pressed) >= _STAYED:
        return 0
    column = Box(pressed.left, point.y - _REACH, pressed.width, 2 * _REACH).clip(now.size)
    shown = peaks_in(before.gray[pressed.slices], Frame(now.bgrx[column.slices]), _MOVED - _APART)
    if not shown or shown[0].score < _MOVED or any(one.score > shown[0].score - _APART for one in shown[1:]):
        return 0
    there = shown[0].box.shift(column.left, column.top)
    return 0 if likeness(before, pressed, before, there) >= _MOVED else there.top - pressed.top


def _all_below_moved(before: Frame, now: Frame, point: Point, down: int) -> bool:
    """Whether all that was below a point moved as far, on either side; False where the frame ends before."""
    top, height = point.y + _BELOW, abs(down) + _FURTHER
    part = Box(point.x - _BESIDE, top, 2 * _BESIDE, height).clip(before.size)
    there = part.shift(0, down)
    if part.height < height or there.clip(now.size) != there:
        return False
    apart = np.abs(before.gray[part.slices].astype(np.int16) - now.gray[there.slices].astype(np.int16))
    return float((apart > _LEVELS).mean()) <= _OTHER


def _differs(before: Frame, now: Frame, point: Point) -> bool:
    return bool(differing(before, now, _near(point, _AROUND, now)).any())


def _near(point: Point, size: Size, frame: Frame) -> Box:
    """The box of a size with a point in its middle, as far as it is on a frame."""
    left, top = point.x - size.width // 2, point.y - size.height // 2
    return Box(left, top, *size).clip(frame.size)

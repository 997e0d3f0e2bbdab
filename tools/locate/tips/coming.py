"""Tips that come up by an icon while the pointer rests on it."""

from __future__ import annotations

from functools import reduce
from math import hypot
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.look import changes_between
from tools.observation import bounds, differing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Point
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.icons.icon import Icon
    from tools.see.scene import Line

CERTAIN = 0.8
"""Score of the recogniser that a tip has, at least."""
LETTERS = 2
"""Of a tip, at least: numbers of a ruler that is drawn anew are none."""
PAINTED = 0.7
"""Share of a tip's width that has changed when it comes, at least."""
_HIGH = 0.5
"""Share of its height that has."""
AWAY, BESIDE = 5, 6
"""Heights of its text that a tip is below or above the pointer, and beside it, at most.

GTK leaves a short tip where the long one before it began.
"""
_REACH = 6
"""Sides of an icon within which a tip begins."""
_ROUND = 2
"""Pixels around an icon in which most of a text is taken for the icon itself; a tip may reach into them."""
_ROOM = 8
"""Pixels of ground around what is read."""


def tip_of(icon: Icon, earlier: Sequence[Look], now: Look) -> tuple[Line, ...]:
    """What came up by an icon under the pointer: the lines of a tip, top to bottom.

    An icon that lights up may be read as a text too, and so may its neighbours: what lies on it, or was
    painted in the same way before, or is read in doubt, is no tip; nor is what the tip before it had covered.

    Args:
        icon: The one under the pointer.
        earlier: Looks without this tip, the last one from before the pointer came.
        now: The present one; of it only what has changed by the icon is read.
    """
    part = _came_up(icon.box, earlier[-1].frame, now.frame)
    if part is None:
        return ()
    known = [line for look in earlier for line in look.lines_in(part)]
    fresh = [
        line
        for line in now.lines_in(part)
        if line.score >= CERTAIN
        and sum(map(str.isalpha, line.text)) >= LETTERS
        and _is_near(line.box, icon.box.center)
        and 2 * line.box.overlap(icon.box.grow(_ROUND)).area <= line.box.area
        and all(_is_painted(line.box, look.frame, now.frame) for look in earlier)
        and not any(other.text == line.text and other.box.meets(line.box) for other in known)
    ]
    pointer = icon.box.center
    return min(_stacks(fresh), key=lambda lines: min(_away(line.box, pointer) for line in lines), default=())


def _stacks(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Lines that stand one below the other, as in a tip; the rest of a text that it half covers does not."""
    stacks: list[tuple[Line, ...]] = []
    for line in sorted(lines, key=lambda line: line.box.top):
        over = next((stack for stack in stacks if _is_next(stack[-1].box, line.box)), ())
        stacks = [stack for stack in stacks if stack is not over] + [(*over, line)]
    return stacks


def _is_next(over: Box, below: Box) -> bool:
    near = -over.height / 2 <= below.top - over.bottom <= over.height
    left, middle = below.left - over.left, below.center.x - over.center.x
    return near and min(abs(left), abs(middle)) <= over.height / 2


def _came_up(icon: Box, before: Frame, now: Frame) -> Box | None:
    """The part of the screen that has changed around an icon; None where nothing has."""
    if before.size != now.size:
        return None
    reach = Box.around(icon.center, _REACH * max(icon.width, icon.height))
    near = [box for box in changes_between(before, now) if box.meets(reach)]
    return reduce(Box.union, near).grow(_ROOM).clip(now.size) if near else None


def _is_near(box: Box, pointer: Point) -> bool:
    across, down = _aside(box, pointer)
    return down <= AWAY * box.height and across <= BESIDE * box.height


def _away(box: Box, pointer: Point) -> float:
    return hypot(*_aside(box, pointer))


def _aside(box: Box, pointer: Point) -> tuple[int, int]:
    """Pixels from a box to the pointer, across and down."""
    across = max(box.left - pointer.x, pointer.x - box.right, 0)
    return across, max(box.top - pointer.y, pointer.y - box.bottom, 0)


def _is_painted(box: Box, before: Frame, now: Frame) -> bool:
    """Whether a text was painted since, from end to end, and not its upper or lower edge alone."""
    if before.size != now.size:
        return False
    part = bounds(differing(before, now, box.clip(now.size)))
    return part is not None and part.width >= PAINTED * box.width and part.height >= _HIGH * box.height

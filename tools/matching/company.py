"""What stands around a target: the rest of its row, or the texts nearest to it.

Rows of a list are told apart by what is written in them, often far from the button at their end; a crop grown
around that button may be the only one of its kind for the header above it, whatever row now stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.matching.peaks import is_equal

if TYPE_CHECKING:
    from tools.matching.remembered import Remembered
    from tools.observation import Frame
    from tools.scene import Line

_REACH = 640
"""Pixels to either side within which a text belongs to the target's row."""
_NEAREST = 4
"""Texts around a target that is looked for elsewhere."""


def row(wanted: Remembered) -> list[Line]:
    """The other texts in the row of the target."""
    level = wanted.label.box.center.y if wanted.label else wanted.point.y
    beside = Box(wanted.point.x - _REACH, level, 2 * _REACH, 1)
    return [line for line in _others(wanted) if line.box.overlap(beside).area]


def row_is_equal(wanted: Remembered, across: int, down: int, frame: Frame) -> bool:
    """Whether all that stood in the target's row does so on the frame, moved by so many pixels."""
    return all(_is_at(wanted, line, across, down, frame) for line in row(wanted))


def has_company(wanted: Remembered, across: int, down: int, frame: Frame) -> bool:
    """Whether one of the nearest texts moved along, or the target never had any near it."""
    nearest = sorted(_others(wanted), key=lambda line: _gap(line.box, wanted))[:_NEAREST]
    return not nearest or any(_is_at(wanted, line, across, down, frame) for line in nearest)


def _others(wanted: Remembered) -> list[Line]:
    return [line for line in wanted.scene.lines if line is not wanted.label]


def _is_at(wanted: Remembered, line: Line, across: int, down: int, frame: Frame) -> bool:
    box = line.box
    moved = Box(box.left + across, box.top + down, box.width, box.height)
    return is_equal(wanted.frame, box, frame, moved)


def _gap(box: Box, wanted: Remembered) -> int:
    """Pixels between a box and the target's point, by the longer way."""
    point = wanted.point
    beside = max(box.left - point.x, point.x - box.right, 0)
    return max(beside, box.top - point.y, point.y - box.bottom)

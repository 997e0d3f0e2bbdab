"""Rising: whether a small square or circle rises above all letters beside it, as no letter of theirs does.

So an indicator is told from an O or a box of a script where captions stand as close to it as letters do.
Where no capital is beside it an O rises too, but in the ink of the other letters.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.glyphs import DOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

_RISE = 0.1
"""Share of its height that it rises above the letters, at least: an O does so by less."""
_NEXT = 1.65
"""Its heights between neighbours of one row, at most."""
_ASTRAY = 1
"""Pixels by which indicators of one row may differ in size and place."""
_OTHER_INK = 60
"""Levels of a channel that tell two inks: a thin stroke may lack a part of its own."""
_WITHIN = 0.25
"""Part of a side, at either end, where the border of an indicator is, and its round corners."""
_FILL, _SAME, _OTHER = 0.4, 2, 6
"""Share of an indicator's inside that its own colour fills, at least; levels of a channel up to which two
pixels are of one colour; and from which they are of two."""

_STRAIGHT = 0.5
"""Share of its middle's contrast that a straight side has at its quarters, at least."""
_PAPER, _PAPER_SHARE = 20, 0.15
"""Levels of each channel by which the paper within an indicator is off its ground, away from the ink; and the
share of its inside that is such paper, at least, around a dot or a tick."""


def rises(shape: Box, row: Sequence[Box], alike: Sequence[Box]) -> bool:
    """Whether a shape rises above the letters on either side, up to the next wide gap, and there are some.

    Args:
        shape: The shape's.
        row: What stands beside it.
        alike: Shapes of its kind; those of its size and row are no letters.
    """
    letters = _letters(shape, row, alike)
    return bool(letters) and all(box.top - shape.top >= _RISE * shape.height for box in letters)


def has_other_ink(frame: Frame, shape: Box, row: Sequence[Box], alike: Sequence[Box]) -> bool:
    """Whether a shape is drawn in another colour than the letters on either side; the rest as in `rises`."""
    letters = _letters(shape, row, alike)
    return bool(letters) and int(np.abs(_ink(frame, shape) - _middle_ink(frame, letters)).max()) > _OTHER_INK


def is_of_paper(frame: Frame, shape: Box, row: Sequence[Box]) -> bool:
    """Whether a part of a shape is lighter or darker than its ground is next to the ink of letters beside it.

    So it is no letter: the smooth edges of one lie between its ink and its ground.
    """
    pixels = frame.bgrx[shape.grow(-1).slices][:, :, :3].astype(np.int16).reshape(-1, 3)
    ground = _ground(frame, shape)
    off = pixels - ground
    # Few shapes have as much that is off their ground at all: of the rest the letters need no look.
    if float((np.abs(off).min(axis=1) >= _PAPER).mean()) < _PAPER_SHARE:
        return False
    letters = _letters(shape, row, ())
    if not letters:
        return False
    ink = _middle_ink(frame, letters)
    beyond = np.where(ink < ground, off, -off).min(axis=1)
    return float((beyond >= _PAPER).mean()) >= _PAPER_SHARE


def is_filled(frame: Frame, shape: Box, row: Sequence[Box]) -> bool:
    """Whether a shape is filled with a colour that is neither its ground's nor the ink of letters beside it.

    Within a letter is the ground, or its own ink.
    """
    inside = shape.grow(-round(_WITHIN * min(shape.width, shape.height)))
    pixels = frame.bgrx[inside.slices][:, :, :3].astype(np.int16).reshape(-1, 3)
    fill = _commonest(pixels)
    if float(np.abs(fill - _ground(frame, shape)).max()) < _OTHER:
        return False  # most are: an indicator that is off, a letter
    share = float((np.abs(pixels - fill).max(axis=1) <= _SAME).mean())
    letters = _letters(shape, row, ())
    if share < _FILL or not letters:
        return False
    ink = _middle_ink(frame, letters)
    return float(np.abs(fill - ink).max()) > _OTHER_INK


def is_bent(frame: Frame, shape: Box) -> bool:
    """Whether a side is much fainter at a quarter of it than in its middle, as that of a small O is."""
    off = np.abs(frame.gray[shape.slices].astype(np.int64) - round(float(_ground(frame, shape).mean())))
    for side in (off[0], off[-1], off[:, 0], off[:, -1]):
        quarter = len(side) // 4
        if min(side[quarter], side[-1 - quarter]) < _STRAIGHT * side[len(side) // 2]:
            return True
    return False


def is_pair(one: Box, other: Box) -> bool:
    """Whether two shapes may be indicators of one row: apart, as large, and as high."""
    astray = max(abs(one.top - other.top), abs(one.height - other.height), abs(one.width - other.width))
    return one != other and astray <= _ASTRAY and one.gap_across(other) > one.width


def _letters(shape: Box, row: Sequence[Box], alike: Sequence[Box]) -> tuple[Box, ...]:
    """What stands near on either side, without dots and shapes like it."""
    right = sorted((box for box in row if box.left >= shape.right), key=lambda box: box.left)
    left = sorted((box for box in row if box.right <= shape.left), key=lambda box: -box.right)
    near = [*_reached(shape, right), *_reached(shape, left)]
    others = [box for box in alike if is_pair(box, shape)]
    return tuple(box for box in near if box not in others and box.height > DOT)


def _ground(frame: Frame, shape: Box) -> NDArray[np.float64]:
    """The colour around a shape: the median of its four corners'."""
    around = frame.bgrx[shape.grow(1).clip(frame.size).slices][:, :, :3]
    corners = np.sort(around[[0, 0, -1, -1], [0, -1, 0, -1]], axis=0)  # np.median takes ten times as long
    return np.asarray((corners[1].astype(np.float64) + corners[2]) / 2, np.float64)


def _commonest(pixels: NDArray[np.int16]) -> NDArray[np.int16]:
    """The colour that most pixels have. Each is looked at as one number: quick."""
    packed = pixels.astype(np.int32) @ np.array([1 << 16, 1 << 8, 1], np.int32)
    colors, counts = np.unique(packed, return_counts=True)
    most = int(colors[counts.argmax()])
    return np.array([most >> 16, most >> 8 & 0xFF, most & 0xFF], np.int16)


@lru_cache(maxsize=2)
def _middle_ink(frame: Frame, letters: tuple[Box, ...]) -> NDArray[np.float64]:
    """The colour of most letters. Remembered: of one shape it is asked up to three times in turn."""
    return np.asarray(np.median([_ink(frame, box) for box in letters], axis=0), np.float64)


def _ink(frame: Frame, box: Box) -> NDArray[np.int16]:
    """The colour in a box that stands out most from what is around it."""
    pixels = frame.bgrx[box.grow(1).clip(frame.size).slices][:, :, :3].astype(np.int16).reshape(-1, 3)
    ground = pixels[0]
    return np.asarray(pixels[np.abs(pixels - ground).max(axis=1).argmax()], np.int16)


def _reached(shape: Box, boxes: Sequence[Box]) -> list[Box]:
    """The boxes, nearest first, up to the first wide gap."""
    reached, around = [], shape
    for box in boxes:
        if box.gap_across(around) > _NEXT * shape.height:
            break
        reached.append(box)
        around = around.union(box)
    return reached

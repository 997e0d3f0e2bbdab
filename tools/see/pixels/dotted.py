"""Dotted and dashed lines, as focus rings are drawn: dots a pixel large and a pixel apart, or dashes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tools.observation import Frame
from tools.see.pixels.ink import INK
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.see.pixels.regions import Outline, Region

_DOTTED, _BETWEEN = 0.8, 3
"""Share of the pixels of a dotted line that are lighter or darker than both neighbours, at least; and pixels
from one to the next, at most: a letter's tail may hide some of its dots."""
_ALONG = 0.8
"""Share of a ring's side along which it is dotted, at least."""
_ALL, _MOST, _WIDE, _HIGH = 4, 3, 1.5, 1.5
"""Sides of a box; those of a ring around a caption that are dotted, at least, as letters may touch one; and
times its height that such a ring is wide, and times a letter's that it is high, at least."""
_TAIL = 0.6
"""Heights of a letter that the tail of one is wide, at most."""
_PERIODS = range(3, 9)
"""Pixels from one dash to the next."""
_DASHED, _ENDS = 0.8, 2
"""Share of a line's pixels that are as those a period before, and differ from one nearer; and pixels of its
ends, where two sides meet."""
_TURNS, _FEWEST = 2, 3
"""Steps in each period, and periods in a line, at least."""
_STEADY, _SHOWN = 8, 16
"""Levels between such pixels at most, and between a dash and the ground at least, which may be pale."""


def dots_in(levels: NDArray[np.int16], least: float) -> range:
    """Where dots and their ground take turns in a row or a column, for the longest stretch; or nowhere.

    Args:
        levels: Of grey, shape (pixels,).
        least: Pixels that it is long.
    """
    steps = np.diff(levels)
    is_step = np.abs(steps) > INK
    if np.count_nonzero(is_step) < _DOTTED * least:
        return range(0)  # most lines: each outline of a screen is asked
    turns = np.flatnonzero(is_step[1:] & is_step[:-1] & (np.sign(steps[1:]) != np.sign(steps[:-1]))) + 1
    longest = max(np.split(turns, np.flatnonzero(np.diff(turns) > _BETWEEN) + 1), key=len)
    if not len(longest) or longest[-1] - longest[0] < least:
        return range(0)
    found = range(int(longest[0]), int(longest[-1]) + 1)
    return found if len(longest) >= _DOTTED * len(found) else range(0)


def is_dashed(levels: NDArray[np.int16]) -> bool:
    """Whether grey levels in a row, shape (pixels,), are one line of even dashes from end to end."""
    line = levels[_ENDS:-_ENDS]
    steps = np.count_nonzero(np.abs(np.diff(line)) > _STEADY)
    if steps * _PERIODS[-1] < _TURNS * len(line):
        return False  # smooth, as most are
    return any(_is_even(line, period) for period in _PERIODS if len(line) >= _FEWEST * period)


def _is_even(line: NDArray[np.int16], period: int) -> bool:
    """Whether a line repeats itself after so many pixels, and before that shows a dash."""
    if (np.abs(line[period:] - line[:-period]) <= _STEADY).mean() < _DASHED:
        return False
    shown = np.ptp(np.lib.stride_tricks.sliding_window_view(line, period), axis=1) >= _SHOWN
    return bool(shown.mean() >= _DASHED)


def without_rings(frame: Frame, regions: Sequence[Region]) -> tuple[Frame, Sequence[Region]]:
    """A frame and its flat areas, without dotted or dashed focus rings, which may touch a box or a letter.

    The very ones where it has none.
    """
    bare = ringless(frame)
    return (frame, regions) if bare is frame else (bare, find_regions(bare))


@lru_cache(maxsize=3)
def ringless(frame: Frame) -> Frame:
    """A frame without such rings; the very one where it has none.

    Remembered: indicators and texts are looked for on it, one after the other.
    """
    regions = find_regions(frame)
    letter = letter_height(regions)
    rings = [one for region in regions for one in region.outlines if _is_ring(frame, one.box, letter)]
    if not rings:
        return frame
    pixels = frame.bgrx.copy()
    for ring in rings:
        for side, within in zip(_sides(ring.box), _sides(ring.box.grow(-1)), strict=True):
            pixels[side.slices][~_tails(frame, ring, side, within, letter), :3] = ring.ground
    return Frame(pixels)


def _tails(frame: Frame, ring: Outline, side: Box, within: Box, letter: float) -> NDArray[np.bool_]:
    """Where short strokes of letters reach into a side of a ring from within, shape as the side's pixels.

    What is longer beside it is a box that the ring touches.
    """
    beside = np.abs(frame.gray[within.slices].astype(np.int16) - round(ring.ground_light)).ravel() > INK
    tails = np.zeros(side.width * side.height, np.bool_)
    for run in np.split(np.arange(len(beside)), np.flatnonzero(np.diff(beside)) + 1):
        if len(run) and beside[run[0]] and len(run) <= _TAIL * letter:
            tails[run + 1] = True  # the ring's side is a pixel longer at either end
    return tails.reshape(side.height, side.width)


def _is_ring(frame: Frame, box: Box, letter: float) -> bool:
    """Whether the sides of a box are dotted lines, or dashed ones; letters may touch one of a wide one."""
    if min(box.width, box.height) < letter:
        return False
    gray, whole = frame.gray, 0
    is_around = box.width >= _WIDE * box.height and box.height >= _HIGH * letter
    least = _MOST if is_around else _ALL
    for at, side in enumerate(_sides(box), 1):
        line = gray[side.slices].ravel()
        if np.count_nonzero(line[1:] != line[:-1]) * _PERIODS[-1] >= len(line):  # not smooth, as most are
            levels = line.astype(np.int16)
            whole += len(dots_in(levels, _ALONG * len(line) - 2)) > 0 or is_dashed(levels)
        if whole + _ALL - at < least:
            return False
    return True


def _sides(box: Box) -> Iterator[Box]:
    """The four sides of a box, a pixel thick."""
    yield box._replace(height=1)
    yield box._replace(top=box.bottom - 1, height=1)
    yield box._replace(width=1)
    yield box._replace(left=box.right - 1, width=1)

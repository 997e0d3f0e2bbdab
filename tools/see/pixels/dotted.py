"""Dotted lines: of dots one pixel large, each a pixel from the next, as focus rings are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.observation import Frame
from tools.see.pixels.ink import INK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.see.pixels.regions import Region

_DOTTED, _BETWEEN = 0.8, 3
"""Share of the pixels of a dotted line that are lighter or darker than both neighbours, at least; and pixels
from one to the next, at most: a letter's tail may hide some of its dots."""
_ALONG = 0.8
"""Share of a ring's side along which it is dotted, at least."""


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


def without_rings(frame: Frame, regions: Iterable[Region], letter: float) -> Frame | None:
    """The frame without its dotted focus rings, which may stand a pixel beside a box; None: it has none.

    Args:
        frame: What to look at.
        regions: Its flat areas.
        letter: Pixels that a letter of it is high.
    """
    rings = [one for region in regions for one in region.outlines if _is_ring(frame, one.box, letter)]
    if not rings:
        return None
    pixels = frame.bgrx.copy()
    for ring in rings:
        for side in _sides(ring.box):
            pixels[side.slices][:, :, :3] = ring.ground
    return Frame(pixels)


def _is_ring(frame: Frame, box: Box, letter: float) -> bool:
    """Whether all four sides of a box are dotted lines."""
    if min(box.width, box.height) < letter:
        return False
    gray = frame.gray
    lines = (gray[side.slices].ravel().astype(np.int16) for side in _sides(box))
    return all(len(dots_in(line, _ALONG * len(line) - 2)) > 0 for line in lines)


def _sides(box: Box) -> Sequence[Box]:
    """The four sides of a box, a pixel thick."""
    return (
        box._replace(height=1),
        box._replace(top=box.bottom - 1, height=1),
        box._replace(width=1),
        box._replace(left=box.right - 1, width=1),
    )

"""Bevels: borders whose upper and left sides are darker than the others, if pressed in; or lighter.

The light falls from above and from the left, so a field that has its panel's colour is told by its border.
"""

from __future__ import annotations

from itertools import count, takewhile
from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.middle import middle_of
from tools.see.pixels.rectangles import lies_in

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline
    from tools.see.shapes.boxes import Candidate

RELIEF = 25
"""Levels of luminance by which the sides of a bevel differ."""
LIKE = 6
"""Levels between a box and a panel of one colour, at most."""
ALONG = 0.9
"""Share of each side that shows it, at least."""


def is_raised(frame: Frame, box: Box) -> bool:
    """Whether the upper and left sides of a box are lighter than the others, as of what is not pressed in."""
    upper, lower = _sides(frame, box)
    return upper - lower > RELIEF


def is_sunk(frame: Frame, outline: Outline) -> bool:
    """Whether the upper and left sides of a box are darker than what it lies on, and the others lighter."""
    upper, lower = _sides(frame, outline.box)
    return upper + LIKE < outline.ground_light < lower - LIKE


def is_pressed_in(frame: Frame, outer: Box, inner: Box) -> bool:
    """Whether a border is that of something pressed in, all around; a groove is so on its outer side alone.

    Args:
        frame: what it is on.
        outer: with the border.
        inner: what the border surrounds.
    """
    smaller = map(outer.grow, count(0, -1))
    ways = [
        _way(frame, ring) for ring in takewhile(lambda ring: ring != inner and lies_in(inner, ring), smaller)
    ]
    return 1 in ways and -1 not in ways


def is_pressed_into_panel(frame: Frame, one: Candidate) -> bool:
    """Whether a box is pressed into its panel, and of the same colour."""
    is_like = abs(one.region.light - one.panel.light) <= LIKE
    return is_like and one.has_border and is_pressed_in(frame, one.box, one.region.box)


def _sides(frame: Frame, box: Box) -> tuple[float, float]:
    """The luminance of the upper and left sides of a box, and that of the others."""
    gray = frame.gray[box.slices].astype(np.int64)
    upper, lower = (middle_of(np.concatenate((gray[at], gray[:, at]))) for at in (0, -1))
    return upper, lower


def _way(frame: Frame, ring: Box) -> int:
    """1 where the outermost pixels of a box are darker above and on the left, -1 where lighter, else 0."""
    gray = frame.gray[ring.slices].astype(np.int64)
    sides = [gray[0, 1:-1], gray[1:-1, 0], gray[-1, 1:-1], gray[1:-1, -1]]
    levels = []
    for side in sides:
        levels.append(int(middle_of(side)))
        if float((np.abs(side - levels[-1]) <= RELIEF / 2).mean()) < ALONG:
            return 0
    if max(levels[:2]) + RELIEF < min(levels[2:]):
        return 1
    return -1 if min(levels[:2]) > max(levels[2:]) + RELIEF else 0

"""Borders of indicators: one that is drawn as another is of the same sort, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame

_WIDE = 2
"""Pixels that the border of an indicator is wide, at most, round corners aside."""
_OFF = 16
"""Levels by which two borders differ, at most: the ground may be striped, or shaded."""
_MOST = 0.95
"""Share of the pixels of a border that are alike, at least: a tick may reach into it."""
_DRAWN = 32
"""Levels between its darkest and its lightest pixel, at least: else it has none."""


def has_border_of(frame: Frame, one: Box, other: Box) -> bool:
    """Whether two boxes are of one size, and have the same border, pixel by pixel."""
    if one[2:] != other[2:] or min(one[2:]) <= 2 * _WIDE:
        return False
    if any(box.clip(frame.size) != box for box in (one, other)):
        return False
    pixels = [frame.bgrx[box.slices][:, :, :3].astype(np.int16) for box in (one, other)]
    border = np.ones(pixels[0].shape[:2], bool)
    border[_WIDE:-_WIDE, _WIDE:-_WIDE] = False
    first, second = (part[border] for part in pixels)
    alike = np.abs(first - second).max(axis=1) <= _OFF
    return bool(np.ptp(second) >= _DRAWN and alike.mean() >= _MOST)

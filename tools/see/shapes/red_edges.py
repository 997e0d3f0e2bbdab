"""Red edges: drawn around a field whose program does not take what was entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame

_WIDE = 4
"""Pixels on either side of a field's edge that an edge in red may be drawn in."""
_RED = 80
"""Levels by which red is above green and blue, at least."""
_SHARE = 0.7
"""Share of a field's edge that is red, at least."""


def turned_red(before: Frame, after: Frame, field: Box) -> bool:
    """Whether the edge of a field is drawn in red now, and was not."""
    return before.size == after.size and _is_red(after, field) and not _is_red(before, field)


def _is_red(frame: Frame, field: Box) -> bool:
    outer, inner = field.grow(_WIDE).clip(frame.size), field.grow(-_WIDE)
    blue, green, red = np.moveaxis(frame.bgrx[outer.slices][:, :, :3].astype(np.int16), 2, 0)
    is_red = red - np.maximum(blue, green) >= _RED
    sides = [
        is_red[: inner.top - outer.top].any(axis=0),
        is_red[inner.bottom - outer.top :].any(axis=0),
        is_red[:, : inner.left - outer.left].any(axis=1),
        is_red[:, inner.right - outer.left :].any(axis=1),
    ]
    within = is_red[inner.shift(-outer.left, -outer.top).slices]
    return all(side.mean() >= _SHARE for side in sides) and float(within.mean()) < _SHARE

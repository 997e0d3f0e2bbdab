"""Hover effects: changes from the pointer alone, such as a lit button or list row. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.observation import bounds, differing, is_caret

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from tools.geometry import Point
    from tools.observation import Frame

_REACH = 4
"""Pixels around the pointer in which something must have changed."""
_COLUMN = 20
"""Pixels left and right of the pointer that are looked at for how high the change is."""
_GAP_DOWN, _GAP_ACROSS = 3, 40
"""Pixels without a change within one thing: what is written on it stays as it is."""
_HIGHEST = 100
"""Pixels; a higher change is no hover: a page or a dialog has come up."""


def lit(before: Frame, after: Frame, point: Point) -> Box | None:
    """Box of the element that lit up around the pointer, if no higher than a button or a few rows.

    Args:
        before: A frame, the pointer elsewhere.
        after: A frame of the same screen.
        point: Where the pointer is on it, in frame pixels.
    """
    if before.size != after.size or not after.size.contains(point):
        return None
    differs = differing(before, after)
    column = np.logical_or.reduce(differs[:, max(0, point.x - _COLUMN) : point.x + _COLUMN], axis=1)
    rows = _stretch(column, point.y, _GAP_DOWN)
    if rows is None or rows[1] - rows[0] > _HIGHEST:
        return None
    columns = _stretch(np.logical_or.reduce(differs[slice(*rows)], axis=0), point.x, _GAP_ACROSS)
    assert columns is not None, "some column near the pointer differs"
    return Box(columns[0], rows[0], columns[1] - columns[0], rows[1] - rows[0])


def is_all(before: Frame, after: Frame, light: Box, left: Iterable[Point | None]) -> bool:
    """Whether nothing changed but a hover effect: what lit up, what went dark where the pointer was, a caret.

    Args:
        before: A frame.
        after: A later one of the same size.
        light: What has lit up on it.
        left: Where the pointer may have been before, in frame pixels.
    """
    dark = [lit(before, after, place) for place in left if place is not None]
    differs = differing(before, after).copy()
    for box in [light, *(box for box in dark if box is not None)]:
        differs[box.clip(after.size).slices] = False
    rest = bounds(differs)
    return rest is None or is_caret(rest)


def _stretch(marked: NDArray[np.bool_], at: int, gap: int) -> tuple[int, int] | None:
    """The run of marks around a place, short gaps included: its start and its end; None when none is near."""
    places = np.flatnonzero(marked)
    reach = max(_REACH, gap)
    near = places[np.abs(places - at) <= reach]
    if not near.size:
        return None
    breaks = np.flatnonzero(np.diff(places) > gap + 1)
    seed = int(np.searchsorted(places, near[0]))
    first = int(breaks[breaks < seed][-1]) + 1 if (breaks < seed).any() else 0
    last = int(breaks[breaks >= seed][0]) if (breaks >= seed).any() else len(places) - 1
    return int(places[first]), int(places[last]) + 1

"""Where to click in a box that was pointed at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.geometry import Point

if TYPE_CHECKING:
    from tools.geometry import Box

EDGE = 2
"""Pixels inside its edge from which a click is surely on an element."""


def middle_of(box: Box, point: Point, radius: float) -> Point:
    """The box's middle; just inside its edge when the middle is too far, as in a long field.

    Args:
        box: in frame pixels.
        point: what was pointed at.
        radius: pixels by which the click may be moved away from there, at most.
    """
    for place in (box.center, nearest_in(box, point, EDGE)):
        if math.dist(place, point) <= radius:
            return place
    return point


def nearest_in(box: Box, point: Point, edge: int = 0) -> Point:
    """The box's pixel nearest to a point, at least `edge` pixels inside where the box has room for it."""
    across, down = (min(edge, (extent - 1) // 2) for extent in (box.width, box.height))
    return Point(
        min(max(point.x, box.left + across), box.right - 1 - across),
        min(max(point.y, box.top + down), box.bottom - 1 - down),
    )

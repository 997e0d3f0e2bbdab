"""Grid: places as whole numbers from 0 to 1000, as replies have them, and what a reply's numbers mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from agent.protocol.grounding import to_grid, to_pixel
from training.pocket.shape import SCREEN

if TYPE_CHECKING:
    from tools.geometry import Point, Size

_PLACE = re.compile(r"(\d{1,3}|1000), (\d{1,3}|1000)(?!\d)")


def named(point: Point) -> tuple[int, int]:
    """A pixel of the screen on the grid."""
    x, y = to_grid(point, SCREEN)
    return round(x), round(y)


def placed(text: str, size: Size = SCREEN) -> Point | None:
    """The pixel, in a picture of that size, that a text begins with; None where it begins otherwise."""
    found = _PLACE.match(text)
    return to_pixel((float(found[1]), float(found[2])), size) if found else None

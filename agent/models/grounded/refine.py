"""Crop-and-refine stage: asks again on an enlarged crop around the point.

Iterative narrowing as in ScreenSpot-Pro's `iterative_narrowing.py`: each crop is half as wide and high as the
one before, lies around the last answer, and is never smaller than it takes to see what is around a target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from agent.models.grounded.stage import Stage
from tools.crop import Crop

if TYPE_CHECKING:
    from agent.models.grounded.search import Search
    from tools.geometry import Point


class Refine(Stage):
    """Stage that asks again on smaller and smaller crops around the last answer."""

    name: ClassVar[str] = "refine"
    part: ClassVar[str] = "refining"
    depth: int = Field(default=1, ge=1, le=5)
    """Number of looks, each at half the width and height of the one before."""
    size: int = Field(default=768, ge=32, le=8192)
    """Frame pixels of a crop's shorter side, at least."""
    zoom: int = Field(default=2, ge=1, le=4)
    """How much a crop is enlarged."""

    def improve(self, search: Search, point: Point) -> Point:
        """The refined point: at most `depth` calls; a crop that was shown already is not shown again."""
        size = search.frame.size
        last: Crop | None = None
        for depth in range(1, self.depth + 1):
            crop = Crop.around(point, max(self.size, min(size) >> depth), size, self.zoom)
            if crop == last:
                break
            found = search.ask("refine", crop, point)
            point, last = point if found is None else found, crop
        return point

"""Vote stage: asks on several shifted crops, and takes the point on which most answers agree.

A model's answer can jump by hundreds of pixels when its picture is shifted by a few; answers that agree over
several shifts are right more often (multi-view prediction, MVP).
"""

from __future__ import annotations

import math
import random
import statistics
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from agent.models.grounded.stage import Stage
from tools.crop import Crop
from tools.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.models.grounded.search import Search
    from tools.geometry import Size

LEAST_RADIUS = 14
"""Pixels within which two answers mean the same place, at least ..."""
RADIUS = 0.02
"""... and as a share of the frame's shorter side."""
LARGEST = 0.75
"""Share of the frame that a crop shows at most: crops of the whole frame would all be the same."""


class Vote(Stage):
    """Stage that asks on several crops, and takes the middle of the densest cluster of answers."""

    name: ClassVar[str] = "vote"
    part: ClassVar[str] = "voting"
    n: int = Field(default=5, ge=2, le=25)
    """Number of crops."""
    jitter: float = Field(default=0.1, gt=0, le=0.4, allow_inf_nan=False)
    """Largest shift of a crop, as a share of its sides."""
    size: int = Field(default=768, ge=32, le=8192)
    """Frame pixels of a crop's shorter side."""
    zoom: int = Field(default=2, ge=1, le=4)
    """How much a crop is enlarged."""
    seed: int = Field(default=0, ge=0)
    """Seed of the jitter, the same in every step and run."""

    def improve(self, search: Search, point: Point) -> Point:
        """The point voted for: `n` calls; an answer that can't be read agrees with none."""
        size = search.frame.size
        radius = max(LEAST_RADIUS, RADIUS * min(size))
        asked = [search.ask("vote", crop, point) for crop in self.crops(point, size)]
        answers = [answer for answer in asked if answer is not None]
        agreed = densest(answers, radius, point) if answers else []
        search.remark(f"{len(agreed)} of {self.n} agree within {radius:.0f} pixels")
        return median(agreed) if agreed else point

    def crops(self, point: Point, size: Size) -> Iterator[Crop]:
        """Shifted crops, each containing the point."""
        dice = random.Random(self.seed)  # noqa: S311  (not for secrets: the same crops in every run)
        short = min(self.size, round(LARGEST * min(size)))
        wide, high = (self.jitter * extent * short / min(size) for extent in size)
        for _ in range(self.n):
            aside = Point(
                point.x + round(dice.uniform(-wide, wide)), point.y + round(dice.uniform(-high, high))
            )
            yield Crop.around(aside, short, size, self.zoom)


def densest(answers: Sequence[Point], radius: float, first: Point) -> list[Point]:
    """The densest cluster of answers; of equally dense ones, the nearest to the first answer.

    Args:
        answers: at least one, in frame pixels.
        radius: of a cluster, in frame pixels.
        first: the point before the vote.
    """
    clusters = [[other for other in answers if math.dist(one, other) <= radius] for one in answers]
    return min(clusters, key=lambda cluster: (-len(cluster), math.dist(median(cluster), first)))


def median(points: Sequence[Point]) -> Point:
    """The median on each axis."""
    return Point(*(round(statistics.median(axis)) for axis in zip(*points, strict=True)))

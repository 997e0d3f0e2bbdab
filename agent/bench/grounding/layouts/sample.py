"""Sample of a grounding set: what a model is shown and told, and where the click belongs. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.benchmark import Groups


Language = Literal["cn"]
"""Of instructions beside the English ones; named as ScreenSpot-Pro's authors do."""
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An area by its corners, edges included, in pixels of the annotated picture."""

    left: float
    top: float
    right: float
    bottom: float

    def contains(self, x: float, y: float) -> bool:
        """Whether a point is inside or on an edge."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    @property
    def outline(self) -> tuple[tuple[float, float], ...]:
        """Its corners, in order."""
        left, top, right, bottom = self.left, self.top, self.right, self.bottom
        return ((left, top), (right, top), (right, bottom), (left, bottom))


@dataclass(frozen=True, slots=True)
class Polygon:
    """An area by its corners, in pixels of the annotated picture."""

    outline: tuple[tuple[float, float], ...]

    def contains(self, x: float, y: float) -> bool:
        """Whether a ray to the right of the point crosses the outline an odd number of times."""
        crossings = 0
        for (ax, ay), (bx, by) in pairwise((*self.outline, self.outline[0])):
            if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
                crossings += 1
        return crossings % 2 == 1


@dataclass(frozen=True, slots=True)
class Nowhere:
    """What is asked for is not in the picture: the model should refuse."""

    outline: tuple[tuple[float, float], ...] = ()

    def contains(self, x: float, y: float) -> bool:
        """Never: every point is a miss."""
        del x, y
        return False


Target = Rectangle | Polygon | Nowhere


@dataclass(frozen=True, slots=True)
class Sample:
    """One item of a grounding set."""

    name: str
    picture: Path
    """The picture's file, which is there."""
    instruction: str
    target: Target
    size: tuple[int, int] | None
    """Width and height of the annotated picture; None: the picture's own."""
    groups: Groups


@dataclass(frozen=True, slots=True)
class Published:
    """A published set, as a folder has it."""

    samples: tuple[Sample, ...]
    """In the order of the files."""
    files: tuple[Path, ...]
    """The annotation files that they were read from."""
    count: int
    """How many samples the set has where it is whole."""
    language: Language | None = None
    """The language of the instructions, where it is not English."""

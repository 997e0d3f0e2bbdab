"""Siblings: captions alike in a row or column, such as tabs, of which the chosen one stands out by its look.

For what bears no mark that the eye makes out: the chosen one has another ground, a line below it, or
something else before it than all the others, which look the same.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.locate.layout.rows import is_column
from tools.see.pixels.ink import ground_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.see.scene import Line, Scene

    Feature = Callable[[Scene, Box], NDArray[np.float64]]

_FEWEST = 3
"""Siblings, at least, of which one can stand out."""
_APART = 6
"""Heights of a text between two siblings of a row, at most."""
_PITCH = 3
"""Heights of a text from one sibling of a column to the next, at most."""
_HIGHER = 1.6
"""How much higher than another sibling one may be: with and without letters that hang down."""
_SAME, _OTHER = 4, 10
"""Levels by which what looks the same differs at most, and what stands out at least."""


class StandsOut(NamedTuple):
    """A caption that stands out among its siblings."""

    line: Line
    by: str
    """The feature that tells."""
    look: NDArray[np.float64]
    """Its value there."""

    def is_still(self, other: StandsOut) -> bool:
        """Whether it stood out on an earlier screen, by the same look."""
        return (self.line.text, self.by) == (other.line.text, other.by) and _differ(
            self.look, other.look
        ) <= _SAME


def chosen_among_siblings(scene: Scene, caption: Line, *, but: bool = False) -> StandsOut | None:
    """Which one of a caption and its siblings stands out; None where none does, or there are too few.

    Args:
        scene: What is on the screen.
        caption: One of them.
        but: Whether it is another one that is asked for: the pointer rests on this one, and may light it up.
    """
    for group, features in zip(_groups(scene, caption), (_IN_A_ROW, _IN_A_COLUMN), strict=True):
        others = [line for line in group if line != caption]
        asked = others if but and len(others) >= _FEWEST else group
        odd = _odd_one(scene, asked, features) if len(asked) >= _FEWEST else None
        if odd is not None:
            return odd
    return None


def _groups(scene: Scene, caption: Line) -> tuple[list[Line], list[Line]]:
    """A caption with its siblings in its row, and with those in its column."""
    row = [line for line in scene.lines if line.box.same_row(caption.box)]
    column = [line for line in scene.lines if is_column(line.box, caption.box)]
    return (
        _next_to_each_other(sorted(row, key=lambda line: line.box.left), caption, _is_beside),
        _next_to_each_other(sorted(column, key=lambda line: line.box.top), caption, _is_below),
    )


def _next_to_each_other(
    lines: Sequence[Line], caption: Line, follows: Callable[[Box, Box], bool]
) -> list[Line]:
    """The part of a row or column around a caption in which each follows the one before."""
    part: list[Line] = []
    for line in lines:
        if part and not (follows(part[-1].box, line.box) and _is_as_high(part[-1].box, line.box)):
            if caption in part:
                break
            part = []
        part.append(line)
    return part


def _is_beside(one: Box, other: Box) -> bool:
    return 0 <= other.left - one.right <= _APART * one.height


def _is_below(one: Box, other: Box) -> bool:
    return one.height < other.center.y - one.center.y <= _PITCH * one.height


def _is_as_high(one: Box, other: Box) -> bool:
    low, high = sorted((one.height, other.height))
    return high <= _HIGHER * low


def _odd_one(scene: Scene, lines: Sequence[Line], features: Sequence[Feature]) -> StandsOut | None:
    """The only one whose look is another one than that of the others, by the first feature that tells."""
    for feature in features:
        looks = [feature(scene, line.box) for line in lines]
        for at, line in enumerate(lines):
            others = [*looks[:at], *looks[at + 1 :]]
            alike = all(_differ(one, other) <= _SAME for one, other in combinations(others, 2))
            if alike and all(_differ(looks[at], other) >= _OTHER for other in others):
                return StandsOut(line, feature.__name__, looks[at])
    return None


def _differ(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float(np.abs(one - other).max())


def _ground(scene: Scene, text: Box) -> NDArray[np.float64]:
    """What a text stands on, as its colour."""
    return ground_behind(scene.frame, text)


def _below(scene: Scene, text: Box) -> NDArray[np.float64]:
    """The colour below a text that is farthest from its ground: a line under it."""
    strip = text._replace(top=text.bottom, height=max(1, text.height)).clip(scene.frame.size)
    rows = scene.frame.bgrx[strip.slices][:, :, :3].astype(np.float64).mean(axis=1)
    if not rows.size:
        return np.zeros(3)
    ground = ground_behind(scene.frame, text)
    return np.asarray(rows[np.abs(rows - ground).max(axis=1).argmax()], np.float64)


def _before(scene: Scene, text: Box) -> NDArray[np.float64]:
    """How much is drawn before a text: a dot in its circle."""
    left = max(0, text.left - 2 * text.height)
    patch = text._replace(left=left, width=max(1, text.left - text.height // 4 - left)).clip(scene.frame.size)
    gray = scene.frame.gray[patch.slices].astype(np.float64)
    return np.array([np.abs(gray - np.median(gray)).mean() if gray.size else 0.0])


_IN_A_ROW: tuple[Feature, ...] = (_ground, _below)
"""Before the first of a row is the edge of its bar."""
_IN_A_COLUMN: tuple[Feature, ...] = (_ground, _before)

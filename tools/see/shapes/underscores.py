"""Underscores: lines that may be the foot of a field, of which nothing else need be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region

THICKEST = 3
"""Pixels that a line is thick, at most: it may be thicker while the field has the focus."""
SHORTEST = 5.5
"""Heights of a letter that it is long, at least."""
HOLLOW, HIGHEST = 0.3, 6
"""Share of its box that what stands on a line encloses, and heights of a letter that it is high, at most: the
arrows of a number and the line before them."""
DRAWN, OPEN = 0.97, 0.5
"""Shares of the width that a line is drawn on, at least, and of what it is joined to at its other end, at
most."""
GRIP, OFF = 1.2, 0.5
"""Heights of a letter that a grip is large, and off the end of its line, at most: arrows stand higher."""

LEAST_GRIP = 4
"""Pixels that a grip is large, at least."""


class Underscore(NamedTuple):
    """A line."""

    box: Box
    color: tuple[int, int, int]
    """Blue, green, red in its middle."""
    has_grip: bool
    """Whether a text area's grip stands on its right end."""

    def is_like(self, other: Underscore) -> bool:
        """Whether both are drawn in the same way."""
        return self.color == other.color and self.box.height == other.box.height


def find_underscores(frame: Frame, regions: Iterable[Region], letter: float) -> list[Underscore]:
    """The lines of a frame that stand on even ground; that at the foot of a box is none.

    Args:
        frame: What to look at.
        regions: Its flat areas.
        letter: Pixels that a letter is high.
    """
    return [
        Underscore(
            box, _color(frame, box), has_grip=any(_is_grip(other.box, box, letter) for other in around)
        )
        for region in regions
        for box, around in _lines(frame, region, letter)
    ]


def _lines(frame: Frame, region: Region, letter: float) -> Iterator[tuple[Box, list[Outline]]]:
    for outline in region.outlines:
        if outline.box.width < SHORTEST * letter:
            continue
        if outline.box.height <= THICKEST:
            yield outline.box, region.outlines
        elif (
            outline.box.height <= HIGHEST * letter
            and outline.fill <= HOLLOW
            and (line := _with_text(frame, outline))
        ):
            yield line, region.outlines


def _with_text(frame: Frame, outline: Outline) -> Box | None:
    """The line at the foot of an outline, which a text on it touches, or at its head, for one below."""
    box = outline.box
    ground = np.array(outline.ground, np.int16)
    drawn = np.abs(frame.bgrx[box.slices][:, :, :3].astype(np.int16) - ground).max(axis=2) > 0
    rows = drawn.mean(axis=1)
    if rows[-1] >= DRAWN and rows[0] <= OPEN:
        return box._replace(top=box.bottom - 1, height=1)
    thick = int((rows >= DRAWN).cumprod().sum())
    below = drawn[thick:].any(axis=0)
    if not 0 < thick <= THICKEST or below.mean() > OPEN or (below[0] and below[-1]):  # sides of a box
        return None
    return box._replace(height=thick)


def _color(frame: Frame, box: Box) -> tuple[int, int, int]:
    blue, green, red = frame.bgrx[box.center.y, box.center.x, :3].tolist()
    return blue, green, red


def _is_grip(small: Box, line: Box, letter: float) -> bool:
    """Whether something small stands on the right end of a line."""
    off = max(line.right - small.right, line.top - small.bottom)
    is_on = small.bottom <= line.top and small.right <= line.right
    is_small = LEAST_GRIP <= min(small.width, small.height) <= max(small.width, small.height) <= GRIP * letter
    return is_on and is_small and off <= OFF * letter

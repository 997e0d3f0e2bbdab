"""Gaps of a line: the blank columns between its letters, its words, and what only stands beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.geometry import Box
from tools.see.pixels.ink import INK, inked, relief

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.observation import Frame

_CLEARLY = 1.4
"""Times as wide as the widest gap within a word is the narrowest between two, at least."""
_MARGIN = 3
"""Pixels around its letters that belong to a part's picture, at most."""


class Gap(NamedTuple):
    """Blank columns, in frame pixels."""

    left: int
    right: int
    """The first column with ink behind it."""

    @property
    def width(self) -> int:
        """Pixels."""
        return self.right - self.left


class Spacing(NamedTuple):
    """Where a line has ink."""

    gaps: tuple[Gap, ...]
    """Left to right."""
    height: int
    """Pixels from the top of its highest letter to the foot of its lowest."""
    left: int = 0
    right: int = 0
    """Where its first letter begins, and its last one ends."""

    def between_words(self, count: int) -> tuple[Gap, ...] | None:
        """So many gaps, the widest; None where they are not clearly wider than the others."""
        widest = sorted(self.gaps, key=lambda gap: -gap.width)
        chosen, others = widest[:count], widest[count:]
        if len(chosen) < count or (others and chosen and chosen[-1].width < _CLEARLY * others[0].width):
            return None
        return tuple(sorted(chosen))


def spacing_of(frame: Frame, box: Box) -> Spacing:
    """The spacing of the line in a box."""
    box = box.clip(frame.size)
    ink = inked(frame, box)
    columns, rows = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not columns.size:
        return Spacing((), 0)
    gaps = (Gap(box.left + int(one) + 1, box.left + int(other)) for one, other in pairwise(columns))
    left, right = box.left + int(columns[0]), box.left + int(columns[-1]) + 1
    return Spacing(tuple(gap for gap in gaps if gap.width), int(rows[-1] - rows[0]) + 1, left, right)


def parts_between(box: Box, gaps: Sequence[Gap]) -> list[Box]:
    """The parts of a line's box that some of its gaps leave."""
    margins = [min(_MARGIN, gap.width // 2) for gap in gaps]
    lefts = [box.left, *(gap.right - margin for gap, margin in zip(gaps, margins, strict=True))]
    rights = [*(gap.left + margin for gap, margin in zip(gaps, margins, strict=True)), box.right]
    return [Box(left, box.top, right - left, box.height) for left, right in zip(lefts, rights, strict=True)]


def as_high_as_ink(frame: Frame, box: Box) -> Box:
    """The box without the rows above and below what is drawn in it, but for a margin."""
    rows = np.flatnonzero((relief(frame, box.clip(frame.size)) > INK).any(axis=1))
    if not rows.size:
        return box
    top, bottom = max(0, int(rows[0]) - _MARGIN), min(box.height, int(rows[-1]) + 1 + _MARGIN)
    return box._replace(top=box.top + top, height=bottom - top)

"""Masks: what a password field shows in place of what was typed, one dot or star for each sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.ink import INK, relief
from tools.see.text.caret import WIDEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

_MASK = re.compile(r"[\W_oO0]+")
_SHORTEST_PIN = 4
"""Digits; so many dots in a row are no number that a program has corrected."""
_ROUND = 0.7
"""Share of a dot's longer side that the shorter has, at least; a nought has less."""


def is_mask(text: str, seen: str) -> bool:
    """Whether one dot or star stands for each sign. A dot is read as a nought, but 0 is no mask of 5000."""
    signs = "".join(seen.split())
    if not _MASK.fullmatch(seen) or _MASK.fullmatch(text):
        return False
    if text.isdigit() and signs.isdigit():
        return len(text) == len(signs) >= _SHORTEST_PIN
    return 0.5 * len(text) <= len(signs) <= 1.5 * len(text)


def is_dotted(frame: Frame, box: Box, text: str) -> bool:
    """Whether a box shows as many dots as the text has signs, all of one size; they read as anything.

    Letters have gaps and bays, as two digits that touch have, which are together as wide as high.
    """
    ink = relief(frame, box) > INK
    edges = np.flatnonzero(np.diff(ink.any(axis=0).astype(np.int8), prepend=0, append=0))
    dots = [(int(left), int(right)) for left, right in edges.reshape(-1, 2) if right - left > WIDEST]
    if len(dots) != len(text):
        return False
    heights = [int(ink[:, left:right].any(axis=1).sum()) for left, right in dots]
    sides = [*heights, *(right - left for left, right in dots)]
    return min(sides) >= _ROUND * max(sides) and all(_is_solid(ink[:, left:right]) for left, right in dots)


def _is_solid(dot: NDArray[np.bool_]) -> bool:
    """Whether no row and no column of a shape has a gap."""
    lines = (np.diff(line.astype(np.int8), prepend=0, append=0) for line in (*dot, *dot.T))
    return all(int((steps > 0).sum()) <= 1 for steps in lines)

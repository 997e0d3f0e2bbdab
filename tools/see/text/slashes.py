"""Slashes: a thin one that stands alone, as on a calculator's key, may be read as a 1; its slant tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.text.cut import signs_apart

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STROKES = frozenset("1lI|i!j")
"""Signs as which a slash is read: upright strokes."""
_SLANT = (0.25, 0.7)
"""Columns to the right by which a slash leans for each row up: an italic 1 or l leans by a fifth."""
_THICK, _STRAIGHT = 0.25, 0.1
"""Shares of its height that a slash is thick in a row, and off a straight line, or 3 and 1 pixels."""
_LEAST = 5
"""Pixels that a slash is high, at least."""
_DOUBTFUL = 0.9
"""Score from which what was read stays: of slashes read as a 1 it was up to .7."""


def with_told_slash(bgr: NDArray[np.uint8], text: str, score: float) -> str:
    """A slash where one upright stroke was read in doubt and a slanted one is drawn, else the text.

    Args:
        bgr: The picture of the line.
        text: What was read in it.
        score: How sure that is.
    """
    if text not in _STROKES or score >= _DOUBTFUL or (glyphs := signs_apart(bgr, text)) is None:
        return text
    return "/" if is_slash(glyphs[0].ink) else text


def is_slash(ink: NDArray[np.bool_]) -> bool:
    """Whether a glyph is one straight, thin stroke that leans to the right as a slash does."""
    height = len(ink)
    thick = ink.sum(axis=1)
    if height < _LEAST or not thick.all() or thick.max() > max(3, _THICK * height):
        return False
    rows, columns = np.arange(height), (ink * np.arange(ink.shape[1])).sum(axis=1) / thick
    slope, start = np.polyfit(rows, columns, 1)
    astray = np.abs(columns - (start + slope * rows)).max()
    return bool(_SLANT[0] <= -slope <= _SLANT[1] and astray <= max(1, _STRAIGHT * height))

"""Rings: an O or a zero. The recogniser can't tell them among digits, nor alone; their shapes do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.see.text.cut import signs_by_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.see.text.cut import Glyph

    Ring = Literal["O", "0"]

_ROUND = 0.77
"""Width between the middles of an O's strokes, at least, as a share of its height between them.

Of 4,430 zeros in 265 fonts at 10 to 26 pixels, nine are so wide; of as many Os two of three are, and nearly
all in the upright sans fonts of desktops. In words 38 zeros of 5,300 are; in whole pixels, 87 were."""
_LEAST = (3, 5)
"""Pixels that the hole of such a ring is wide and high, at least; in a smaller one nothing can be told."""
_STROKES, _NARROW = 3, 0.8
"""Strokes that the middle of a zero with a dot or slash crosses from top to bottom; width of such a zero, at
most, as a share of its height. An \u00d8 is wider."""


def with_told_rings(bgr: NDArray[np.uint8], text: str) -> str:
    """The text with an O for each zero that is as round as an O, and a zero for each O that has a dot.

    Args:
        bgr: The picture of the line.
        text: What was read in it; it stays where its signs can't be told apart.
    """
    signs = "".join(text.split())
    if not {"O", "0"} & set(signs):
        return text
    told = iter(rings(signs, signs_by_word(bgr, text)))
    return "".join(sign if sign.isspace() else next(told) or sign for sign in text)


def rings(signs: str, glyphs: Sequence[Glyph | None]) -> list[Ring | None]:
    """For each sign which of the two it is; None where its shape does not tell, or it is another.

    Where one zero has a dot, each has.
    """
    found = [
        _ring(glyph) if glyph and sign in "O0" else None for sign, glyph in zip(signs, glyphs, strict=True)
    ]
    are_dotted = "0" in found
    return [
        "O" if glyph and are_dotted and ring is None and sign in "O0" and is_open(glyph.ink) else ring
        for sign, glyph, ring in zip(signs, glyphs, found, strict=True)
    ]


def is_open(ink: NDArray[np.bool_]) -> bool:
    """Whether there is nothing within a ring."""
    return bool(_hole(ink[:, ink.shape[1] // 2])[0] and _hole(ink[ink.shape[0] // 2])[0])


def _ring(glyph: Glyph) -> Ring | None:
    ink, shade = glyph.ink, glyph.shade
    height, width = ink.shape
    down, strokes = _hole(ink[:, width // 2])
    across, _ = _hole(ink[height // 2])
    if strokes == _STROKES and width <= _NARROW * height:
        return "0"
    if across < _LEAST[0] or down < _LEAST[1]:
        return None
    return "O" if _between(_middle(shade)) >= _ROUND * _between(_middle(shade.T)) else None


def _middle(shade: NDArray[np.float64]) -> NDArray[np.float64]:
    """The row in the middle, or the mean of the two."""
    rows = len(shade)
    return np.asarray(shade[(rows - 1) // 2 : rows // 2 + 1].mean(axis=0), np.float64)


def _between(row: NDArray[np.float64]) -> float:
    """Pixels between the middles of the strokes in either half of a row."""
    places, half = np.arange(len(row)), len(row) // 2
    first, second = (np.average(places[part], weights=row[part]) for part in (np.s_[:half], np.s_[half:]))
    return float(second - first)


def _hole(line: NDArray[np.bool_]) -> tuple[int, int]:
    """Pixels of the one gap in a row or column of a ring, 0 where there are several; and its strokes."""
    gaps = np.diff(np.flatnonzero(line))
    strokes = 1 + int((gaps > 1).sum())
    return (int(gaps.max()) - 1 if strokes == 2 else 0), strokes  # noqa: PLR2004 (either side of the hole)

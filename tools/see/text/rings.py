"""Rings: an O or a zero. The recogniser can't tell them among digits, nor alone; their shapes do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.see.text.cut import signs_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ring = Literal["O", "0"]

_THICK = 0.14
"""Share of its height that the stroke of a bold ring is thick, at least."""
_ROUND, _BOLD_ROUND = 0.73, 0.77
"""Width of the middle of an O's stroke, at least, as a share of its height.

Of 4,216 zeros in 124 fonts at 10 to 26 pixels, 33 are so wide, nearly all of them bold italics or extra bold;
of as many Os three quarters are, and nearly all in the upright sans fonts of desktops."""
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
    if not {"O", "0"} & set(signs) or (glyphs := signs_apart(bgr, len(signs))) is None:
        return text
    told = iter(rings(signs, [glyph.ink for glyph in glyphs]))
    return "".join(sign if sign.isspace() else next(told) or sign for sign in text)


def rings(signs: str, glyphs: Sequence[NDArray[np.bool_]]) -> list[Ring | None]:
    """For each sign which of the two it is; None where its shape does not tell, or it is another.

    Where one zero has a dot, each has.
    """
    found = [_ring(ink) if sign in "O0" else None for sign, ink in zip(signs, glyphs, strict=True)]
    are_dotted = "0" in found
    return [
        "O" if are_dotted and ring is None and sign in "O0" and is_open(ink) else ring
        for sign, ink, ring in zip(signs, glyphs, found, strict=True)
    ]


def is_open(ink: NDArray[np.bool_]) -> bool:
    """Whether there is nothing within a ring."""
    return bool(_hole(ink[:, ink.shape[1] // 2])[0] and _hole(ink[ink.shape[0] // 2])[0])


def _ring(ink: NDArray[np.bool_]) -> Ring | None:
    height, width = ink.shape
    down, strokes = _hole(ink[:, width // 2])
    across, _ = _hole(ink[height // 2])
    if strokes == _STROKES and width <= _NARROW * height:
        return "0"
    if across < _LEAST[0] or down < _LEAST[1]:
        return None
    least = _BOLD_ROUND if height - down >= 2 * _THICK * height else _ROUND
    return "O" if width + across >= least * (height + down) else None


def _hole(line: NDArray[np.bool_]) -> tuple[int, int]:
    """Pixels of the one gap in a row or column of a ring, 0 where there are several; and its strokes."""
    gaps = np.diff(np.flatnonzero(line))
    strokes = 1 + int((gaps > 1).sum())
    return (int(gaps.max()) - 1 if strokes == 2 else 0), strokes  # noqa: PLR2004 (either side of the hole)

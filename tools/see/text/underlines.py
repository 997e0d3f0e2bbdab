"""Underlines of mnemonics and links, waves under misspelt words: the recogniser takes them for letters."""

from __future__ import annotations

from statistics import median_high
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.see.pixels.ink import INK

if TYPE_CHECKING:
    from numpy.typing import NDArray

_THIN = 6
"""An underline is at most so many times lower than the text, or one pixel."""
_TONE = 12
"""Levels by which it may vary."""
_LONG = 12
"""Pixels; the ends of what is wider may be paler."""
_SHORTEST = 4
"""Pixels that it is wide, at least."""
_LETTER = 0.35
"""Share of the text's height that a letter has, at least."""
_COLOURED = 60
"""Levels between the channels of a coloured pixel, at least."""
_UNDER = 0.5
"""Share of an underline that letters stand over, at least; an underscore has none over it."""


class _Part(NamedTuple):
    """Something drawn in one piece, in pixels of the picture."""

    left: int
    top: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The row below it."""
        return self.top + self.height


def without_underlines(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture of a line without strokes under its letters; the very picture where there are none."""
    if not bgr.size:
        return bgr
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    gray = np.asarray(cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY), np.int16)
    ground = int(np.bincount(gray.ravel(), minlength=256).argmax())
    ink = (np.abs(gray - ground) > INK).astype(np.uint8)
    _, marks, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    parts = [_Part(*map(int, row[:4])) for row in stats[1:]]
    strokes = _underlines(parts, gray)
    if not strokes:
        return bgr
    drawn = np.isin(marks, strokes)
    around = cv2.dilate(drawn.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    cleaned = bgr.copy()
    cleaned[around & ((ink == 0) | drawn)] = bgr[gray == ground][0]
    return cleaned


def without_waves(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture of a line without coloured waves under its words; the very picture where there are none.

    Nothing else in the line has a wave's colour: fringes of letters and coloured words reach higher.
    """
    height, width = bgr.shape[:2]
    if not bgr.size or width < height:
        return bgr
    coloured = bgr.max(axis=2) - bgr.min(axis=2) > _COLOURED
    if not coloured[height // 2 :].any():
        return bgr
    channel, cleaned = bgr.argmax(axis=2), bgr.copy()
    for tint in range(3):
        marked = coloured & (channel == tint)
        columns = np.flatnonzero(marked.any(axis=0))
        if columns.size and np.ptp(columns) >= height and not marked[: height // 2].any():
            cleaned[marked] = _ground(bgr)
    return cleaned if (cleaned != bgr).any() else bgr


def _ground(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The colour of a pixel that is as bright as most are."""
    gray = bgr.mean(axis=2).astype(np.uint8)
    return np.asarray(bgr[gray == np.bincount(gray.ravel()).argmax()][0], np.uint8)


def _underlines(parts: list[_Part], gray: NDArray[np.int16]) -> list[int]:
    """The numbers, from 1, of the parts that are thin strokes below the letters' line with letters over them.

    Those between two words, and beside letters that hang down, have none; they lie in the rows of another.
    """
    height = max((part.bottom for part in parts), default=0) - min((part.top for part in parts), default=0)
    letters = [part for part in parts if part.height >= _LETTER * height]
    if len(letters) < 2:  # noqa: PLR2004  (of one letter nobody knows the line: a plus, or a plus-minus)
        return []
    line = median_high(part.bottom for part in letters)
    low = [part for part in parts if part.height <= max(1, height // _THIN) and part.top >= line]
    under = {
        (part.top, part.height)
        for part in low
        if part.width >= _SHORTEST and _is_even(gray, part)
        if sum(_shared(part, letter) for letter in letters) >= _UNDER * part.width
    }
    return [
        number for number, part in enumerate(parts, 1) if part in low and (part.top, part.height) in under
    ]


def _is_even(gray: NDArray[np.int16], part: _Part) -> bool:
    """Whether it is drawn in one tone from end to end, as no part of a letter is."""
    ends = 1 if part.width >= _LONG else 0
    rows = gray[part.top : part.bottom, part.left + ends : part.left + part.width - ends]
    return bool((np.ptp(rows, axis=1) <= _TONE).all())


def _shared(one: _Part, other: _Part) -> int:
    """Columns that both have."""
    return max(0, min(one.left + one.width, other.left + other.width) - max(one.left, other.left))

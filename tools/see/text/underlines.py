"""Underlines of mnemonics and links, waves under misspelt words: the recogniser takes them for letters."""

from __future__ import annotations

from statistics import median_high
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.see.pixels.ink import COLOURED, INK
from tools.see.text.linking import spans, underline_of

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
_CLOSE = 0.2
"""Height of the space between letters and a long underline, at most, in heights of what is drawn; the border
of a field is further off."""
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
    ink = np.abs(gray - ground) > INK
    drawn = _drawn(ink, _long(ink), gray)
    if not drawn.any():
        return bgr
    around = cv2.dilate(drawn.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    cleaned = bgr.copy()
    cleaned[around & (~ink | drawn)] = bgr[gray == ground][0]
    return cleaned


def _drawn(ink: NDArray[np.bool_], long: NDArray[np.bool_], gray: NDArray[np.int16]) -> NDArray[np.bool_]:
    """The pixels of the strokes under letters: the long ones, and those that touch none."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    _, marks, stats, _ = cv2.connectedComponentsWithStats((ink & ~long).astype(np.uint8), connectivity=8)
    parts = [_Part(*map(int, row[:4])) for row in stats[1:]]
    line = _line(parts)
    strokes = [] if line is None else _underlines(parts, line, gray)
    return long | np.isin(marks, strokes)


def without_waves(bgr: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The picture of a line without coloured waves under its words; the very picture where there are none.

    Nothing else in the line has a wave's colour: fringes of letters and coloured words reach higher.
    """
    height, width = bgr.shape[:2]
    if not bgr.size or width < height:
        return bgr
    coloured = bgr.max(axis=2) - bgr.min(axis=2) > COLOURED
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


def _line(parts: list[_Part]) -> int | None:
    """The row below most letters; None of one letter, whose line nobody knows: a plus, or a plus-minus."""
    letters = _letters(parts)
    return None if len(letters) < 2 else median_high(part.bottom for part in letters)  # noqa: PLR2004


def _letters(parts: list[_Part]) -> list[_Part]:
    height = max((part.bottom for part in parts), default=0) - min((part.top for part in parts), default=0)
    return [part for part in parts if part.height >= _LETTER * height]


def _underlines(parts: list[_Part], line: int, gray: NDArray[np.int16]) -> list[int]:
    """The numbers, from 1, of the parts that are thin strokes below the letters' line with letters over them.

    Those between two words, and beside letters that hang down, have none; they lie in the rows of another.
    """
    letters, height = _letters(parts), max(part.bottom for part in parts) - min(part.top for part in parts)
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


def _long(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The pixels of an underline of words; letters that hang down may touch it."""
    long = np.zeros_like(ink)
    rows = np.flatnonzero(ink.any(axis=1))
    if rows.size:
        height = int(rows[-1] - rows[0]) + 1
        under = underline_of(ink, height)
        is_thin = under.below - under.row <= max(1, height // _THIN)
        over = np.asarray(ink[: under.row].any(axis=0))
        ends = np.flatnonzero(ink[: under.row][:, under.there].any(axis=1))
        is_close = bool(ends.size) and under.row - ends[-1] - 1 <= _CLOSE * height
        is_written_over = any(_has_letters(over[left:right]) for left, right in spans(under.there, 1))
        if is_thin and is_close and is_written_over:
            long[under.row : under.below] = ink[under.row : under.below] & under.there
    return long


def _has_letters(over: NDArray[np.bool_]) -> bool:
    """Whether several letters stand over most of a stroke: the foot of a plus-minus has one over it."""
    return bool(over.mean() >= _UNDER) and len([*spans(over, 1)]) > 1


def _is_even(gray: NDArray[np.int16], part: _Part) -> bool:
    """Whether it is drawn in one tone from end to end, as no part of a letter is."""
    ends = 1 if part.width >= _LONG else 0
    rows = gray[part.top : part.bottom, part.left + ends : part.left + part.width - ends]
    return bool((np.ptp(rows, axis=1) <= _TONE).all())


def _shared(one: _Part, other: _Part) -> int:
    """Columns that both have."""
    return max(0, min(one.left + one.width, other.left + other.width) - max(one.left, other.left))

"""Signs of a line, cut apart: the ink of each, left to right, where they can be told apart."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.see.text.gaps import Gap, Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_SHARES = (0.5, 0.65, 0.8, 0.35)
"""Of the contrast that ink has at least: half leaves out thin joints between letters, more thicker ones."""
_WEAKEST = 0.35
"""Of that contrast that a part of a stroke has at least: what is weaker joins no two parts of a sign."""
_LOWEST = 0.35
"""Height of a letter or digit, at least, next to the highest sign of its line: what is lower is a piece."""
_BAR = 0.7
"""The same of a bar, which is as high as a capital."""
_EVEN = 0.06
"""Share of the contrast by which the rows of a bar differ, at most, with the smooth edges beside it."""
_FEWEST = 7
"""Rows that a bar has, at least: fewer tell nothing."""
_UPRIGHT = "lI|"
"""Signs that are nothing but a bar, in many fonts."""
_SLIM, _NARROW = frozenset("iIlj1|!.,:;'ftr"), 0.5
"""Signs that are about half as wide as others."""


class Glyph(NamedTuple):
    """What stands for one sign."""

    left: int
    """Pixels from the left of the picture."""
    ink: NDArray[np.bool_]
    """Without empty rows and columns around it."""
    shade: NDArray[np.float64]
    """How dark its pixels are, 0 to 1, with those right around it: edges are smooth."""

    def moved(self, by: int) -> Glyph:
        """The same glyph in a picture that has so many columns more to its left."""
        return self._replace(left=self.left + by)


def signs_apart(bgr: NDArray[np.uint8], signs: str) -> list[Glyph] | None:
    """The glyph of each sign; None where there are not that many.

    Args:
        bgr: The picture of the line.
        signs: What was read in it, spaces aside.
    """
    if not bgr.size:
        return None
    contrast = contrast_of(bgr)
    for share in _SHARES:
        glyphs = _glyphs(np.asarray(contrast > contrast.max() * share, np.bool_), contrast)
        if len(glyphs) == len(signs) and not _is_in_pieces(signs, glyphs):
            return glyphs
    return None


def signs_by_word(bgr: NDArray[np.uint8], text: str) -> list[Glyph | None]:
    """The glyph of each sign, spaces aside; where two of them touch, none of that word's.

    Args:
        bgr: The picture of the line.
        text: What was read in it.
    """
    words = text.split()
    if (whole := signs_apart(bgr, "".join(words))) is not None:
        return list(whole)
    places = _words_apart(bgr, len(words)) if bgr.size and words[1:] else None
    if places is None:
        return [None for word in words for _ in word]
    glyphs: list[Glyph | None] = []
    for word, place in zip(words, places, strict=True):
        apart = signs_apart(bgr[:, place], word)
        glyphs += [None for _ in word] if apart is None else [one.moved(place.start) for one in apart]
    return glyphs


def _words_apart(bgr: NDArray[np.uint8], count: int) -> list[slice] | None:
    """The columns of so many words, half of the gaps beside them included; None where none are that wide."""
    contrast = contrast_of(bgr)
    columns = np.flatnonzero((contrast > contrast.max() * _WEAKEST).any(axis=0)).tolist()
    gaps = tuple(Gap(one + 1, other) for one, other in pairwise(columns) if other > one + 1)
    if (between := Spacing(gaps, len(bgr)).between_words(count - 1)) is None:
        return None
    middles = [0, *((gap.left + gap.right) // 2 for gap in between), bgr.shape[1]]
    return [slice(*both) for both in pairwise(middles)]


def bars_in(bgr: NDArray[np.uint8], signs: str) -> frozenset[int]:
    """The places of the signs that are nothing but an upright bar, as an l without serifs is.

    Args:
        bgr: The picture of the line, whose signs need not be apart.
        signs: What was read in it, spaces aside. None is told where it has not as many such signs as bars.
    """
    if not bgr.size:
        return frozenset()
    contrast = contrast_of(bgr)
    glyphs = _glyphs(np.asarray(contrast > contrast.max() * _WEAKEST, np.bool_), contrast)
    highest = max((glyph.ink.shape[0] for glyph in glyphs), default=0)
    bars = [one for one in glyphs if _is_bar(one) and one.ink.shape[0] >= _BAR * highest]
    places = [place for place, sign in enumerate(signs) if sign in _UPRIGHT]
    if len(bars) != len(places):
        return frozenset()
    left, right = glyphs[0].left, max(one.left + one.ink.shape[1] for one in glyphs)
    widths = np.array([_NARROW if sign in _SLIM else 1.0 for sign in signs])
    middles = left + (np.cumsum(widths) - widths / 2) / widths.sum() * (right - left)
    astray = [
        abs(one.left + one.ink.shape[1] / 2 - middles[at]) for one, at in zip(bars, places, strict=True)
    ]
    return frozenset(places) if max(astray, default=0.0) <= (right - left) / widths.sum() else frozenset()


def _is_bar(glyph: Glyph) -> bool:
    """Whether a sign is an upright bar, which is the same in each row: a faint flag of a one is told, too."""
    height, width = glyph.ink.shape
    rows = glyph.shade[2:-2]
    is_high = height >= max(2 * width, _FEWEST)
    return is_high and bool(glyph.ink.all()) and float(np.ptp(rows, axis=0).max()) <= _EVEN


def _is_in_pieces(signs: str, glyphs: Sequence[Glyph]) -> bool:
    """Whether a glyph is too low for its letter or digit: then another is two that are not apart."""
    heights = [glyph.ink.shape[0] for glyph in glyphs]
    return any(
        sign.isalnum() and height < _LOWEST * max(heights)
        for sign, height in zip(signs, heights, strict=True)
    )


def contrast_of(bgr: NDArray[np.uint8]) -> NDArray[np.float64]:
    """How far each pixel is from the ground, which most are of, in levels of 255.

    The ground may be shaded, as on a button: no level of it need be as frequent as the letters'.
    """
    gray = bgr.mean(axis=2)
    return np.asarray(np.abs(gray - np.median(gray)), np.float64)


def _glyphs(ink: NDArray[np.bool_], contrast: NDArray[np.float64]) -> list[Glyph]:
    """The glyph of each sign; what stands over another part, as an i's dot, is of it."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    _, marks, stats, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    spans: list[list[int]] = []
    numbers: list[list[int]] = []
    for number in sorted(range(1, len(stats)), key=lambda number: int(stats[number][0])):
        left, width = int(stats[number][0]), int(stats[number][2])
        shared = min(spans[-1][1], left + width) - left if spans else 0
        if 2 * shared >= min(width, spans[-1][1] - spans[-1][0] if spans else width):
            spans[-1][1] = max(spans[-1][1], left + width)
            numbers[-1].append(number)
        else:
            spans.append([left, left + width])
            numbers.append([number])
    shade = np.pad(contrast / max(1.0, float(contrast.max())), 1)
    padded = np.asarray(np.pad(marks, 1), np.int32)
    return [
        _glyph(left, padded[:, left : right + 2], own, shade[:, left : right + 2])
        for (left, right), own in zip(spans, numbers, strict=True)
    ]


def _glyph(left: int, marks: NDArray[np.int32], own: list[int], shade: NDArray[np.float64]) -> Glyph:
    """The glyph of some marks.

    Args:
        left: The first column with them.
        marks: The number of each pixel's mark, 0 of the ground, with a margin of a pixel around them.
        own: The numbers of the glyph's.
        shade: How dark the same pixels are.
    """
    is_own = np.isin(marks, own)
    rows = np.flatnonzero(is_own.any(axis=1))
    around = slice(int(rows[0]) - 1, int(rows[-1]) + 2)
    return Glyph(left, is_own[around, 1:-1][1:-1], np.where(is_own | (marks == 0), shade, 0.0)[around])

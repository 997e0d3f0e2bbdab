"""Signs of a line, cut apart: the ink of each, left to right, where they can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SHARES = (0.5, 0.65, 0.8, 0.35)
"""Of the contrast that ink has at least: half leaves out thin joints between letters, more thicker ones."""


class Glyph(NamedTuple):
    """What stands for one sign."""

    left: int
    """Pixels from the left of the picture."""
    ink: NDArray[np.bool_]
    """Without empty rows and columns around it."""
    shade: NDArray[np.float64]
    """How dark its pixels are, 0 to 1, with those right around it: edges are smooth."""


def signs_apart(bgr: NDArray[np.uint8], count: int) -> list[Glyph] | None:
    """The glyph of each sign; None where there are not that many.

    Args:
        bgr: The picture of the line.
        count: Of its signs, spaces aside.
    """
    if not bgr.size:
        return None
    contrast = contrast_of(bgr)
    for share in _SHARES:
        glyphs = _glyphs(np.asarray(contrast > contrast.max() * share, np.bool_), contrast)
        if len(glyphs) == count:
            return glyphs
    return None


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

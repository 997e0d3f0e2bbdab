"""Zeros that are an O: the recogniser reads an O among digits, or alone, as a zero; its shape tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WIDE, _ROUND = 0.86, 0.7
"""Width of an O, and of its hole, at least, as shares of their heights.

Of 901 zeros in 53 fonts at 10 to 26 pixels none is so wide with so wide a hole; of the Os about half, and
nearly all of DejaVu Sans and Nimbus Sans. A zero of a fixed-width font has a dot, or looks like its O."""
_LEAST = 3
"""Pixels that such a hole is wide and high, at least; in a smaller one nothing can be told."""


def with_round_zeros(bgr: NDArray[np.uint8], text: str) -> str:
    """The text with an O for each zero that has a round hole; as it is where its signs can't be told apart.

    Args:
        bgr: The picture of the line.
        text: What was read in it.
    """
    if "0" not in text or not bgr.size:
        return text
    glyphs = _glyphs(_ink(bgr))
    signs = [at for at, sign in enumerate(text) if not sign.isspace()]
    if len(glyphs) != len(signs):
        return text
    zeros = {at for at, glyph in zip(signs, glyphs, strict=True) if text[at] == "0" and _is_round(glyph)}
    return "".join("O" if at in zeros else sign for at, sign in enumerate(text))


def _ink(bgr: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Where more than half of the contrast is: thin joints between letters are none."""
    gray = bgr.mean(axis=2)
    ground = np.bincount(gray.astype(np.uint8).ravel(), minlength=256).argmax()
    contrast = np.abs(gray - ground)
    return np.asarray(contrast > contrast.max() / 2, np.bool_)


def _glyphs(ink: NDArray[np.bool_]) -> list[NDArray[np.bool_]]:
    """The picture of each sign, left to right; what stands over another part, as an i's dot, is of it."""
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
    return [np.isin(marks[:, left:right], own) for (left, right), own in zip(spans, numbers, strict=True)]


def _is_round(glyph: NDArray[np.bool_]) -> bool:
    rows = np.flatnonzero(glyph.any(axis=1))
    glyph = glyph[rows[0] : rows[-1] + 1]
    height, width = glyph.shape
    across, down = _hole(glyph[height // 2]), _hole(glyph[:, width // 2])
    return width >= _WIDE * height and min(across, down) >= _LEAST and across >= _ROUND * down


def _hole(line: NDArray[np.bool_]) -> int:
    """Pixels of the one gap in a row or column of a ring; 0 where there is none or are several."""
    marked = np.flatnonzero(line)
    gaps = np.diff(marked)
    return int(gaps.max() - 1) if (gaps > 1).sum() == 1 else 0

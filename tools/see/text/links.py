"""Links in a line: words that are set off from those beside them by an underline or a colour of their own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.geometry import Box
from tools.see.pixels.ink import INK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.observation import Frame

_SPACE = 0.2
"""Space between two words, at least, in heights of the line."""
_SPACES = 0.4
"""Space between two words of a text, at most."""
_LONG, _LOW = 0.8, 0.68
"""Length of an underline, at least, in heights of the line, and share of the picture above it: no stroke of a
letter is so long there."""
_UNDERLINED = 0.6
"""Share of a word that its underline runs under; letters that hang down break it."""
_THICK = 0.8
"""Share of an underline's length that a further row of it has, at least."""
_FEET = 0.2
"""Share of an underline with ink right above it, at most: the feet of serif letters run together."""
_OTHER = 0.35
"""Difference in a channel of two colours, as shares of their contrasts: thin strokes are paler, not bluer."""
_BELOW = 2
"""Pixels below the line's box where its underline may be."""


class _Word(NamedTuple):
    left: int
    right: int
    is_underlined: bool
    colour: NDArray[np.float64]
    """Its contrast to the ground in each channel, as shares of the highest."""


def links_in(frame: Frame, box: Box) -> list[Box]:
    """The parts of a line that differ in style from what stands beside them; none where it has one style."""
    area = Box(box.left, box.top, box.width, box.height + _BELOW).clip(frame.size)
    bgr = frame.bgrx[area.slices][:, :, :3].astype(np.int16)
    if not bgr.size:
        return []
    words, under = _words(bgr, box.height)
    if not words:
        return []
    groups = [[words[0]]]
    for one, other in pairwise(words):
        if _belong(one, other, under, _SPACES * box.height):
            groups[-1].append(other)
        else:
            groups.append([other])
    if len(groups) == 1:
        return []
    return [_box(group, box) for group in groups]


def _box(group: list[_Word], line: Box) -> Box:
    return Box(line.left + group[0].left, line.top, group[-1].right - group[0].left, line.height)


def _belong(one: _Word, other: _Word, under: NDArray[np.bool_], most: float) -> bool:
    """Whether two words are of one style, and underlined in one go; `most` columns wide is a space."""
    if one.is_underlined != other.is_underlined or np.abs(one.colour - other.colour).max() > _OTHER:
        return False
    if not one.is_underlined or under[one.right : other.left].mean() >= _UNDERLINED:
        return True
    hangs = not (under[one.right - 1] and under[other.left])  # there an underline is left out
    return hangs and other.left - one.right <= most


def _words(bgr: NDArray[np.int16], height: int) -> tuple[list[_Word], NDArray[np.bool_]]:
    """The words, left to right, and in which columns an underline is."""
    gray = bgr.mean(axis=2).astype(np.int16)
    ground = bgr[gray == np.bincount(gray.ravel(), minlength=256).argmax()][0]
    contrast = np.abs(bgr - ground).max(axis=2)
    ink = contrast > INK
    row, under = _underline(ink, height)
    letters = ink[:row].any(axis=0)
    hanging = ink[row + 1 :].any(axis=0) & ~under
    words = []
    for left, right in _spans(letters, max(2, int(_SPACE * height))):
        there = under[left:right][~hanging[left:right]]
        part = contrast[:row, left:right]
        strong = (bgr[:row, left:right] - ground)[part >= max(INK, np.quantile(part, 0.9))]
        colour = np.median(strong, axis=0) if strong.size else np.zeros(3)
        colour /= max(1.0, float(np.abs(colour).max()))
        words.append(_Word(left, right, bool(there.size and there.mean() >= _UNDERLINED), colour))
    return words, under


def _underline(ink: NDArray[np.bool_], height: int) -> tuple[int, NDArray[np.bool_]]:
    """The first row of an underline, and its columns; where there is none, the picture's height and none."""
    found = np.zeros_like(ink)
    for row in range(int(_LOW * ink.shape[0]), ink.shape[0]):
        for left, right in _spans(ink[row], 1):
            found[row, left:right] = right - left >= _LONG * height
    lengths = found.sum(axis=1)
    if not lengths.any():
        return ink.shape[0], found[0]
    row = int(lengths.argmax())
    while row and lengths[row - 1] >= _THICK * lengths[row]:
        row -= 1
    if ink[row - 1][found[row]].mean() > _FEET:
        return ink.shape[0], np.zeros_like(found[0])
    return row, found[row] | found[min(row + 1, ink.shape[0] - 1)]


def _spans(columns: NDArray[np.bool_], gap: int) -> Iterator[tuple[int, int]]:
    """The spans of marked columns; a gap of fewer columns is none."""
    marked = np.flatnonzero(columns)
    if marked.size:
        for part in np.split(marked, np.flatnonzero(np.diff(marked) > gap) + 1):
            yield int(part[0]), int(part[-1]) + 1

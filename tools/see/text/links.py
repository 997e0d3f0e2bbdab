"""Links in a line: words that are set off from those beside them by an underline or a colour of their own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.geometry import Box
from tools.see.pixels.ink import INK
from tools.see.text.linking import spans, underline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.text.linking import Underline

_SPACE = 0.18
"""Space between two words, at least, in heights of what is drawn in the line."""
_SPACES = 0.6
"""Space between two words of a text, at most."""
_SIGN = 0.4
"""Width of a sign of punctuation, at most."""
_OTHER = 0.35
"""Difference in a channel of two colours, as shares of their contrasts: thin strokes are paler, not bluer."""
_BELOW = 2
"""Pixels below the line's box where its underline may be."""


class _Picture(NamedTuple):
    """A line's picture, down to its underline."""

    bgr: NDArray[np.int16]
    """How each pixel differs from the ground."""
    ink: NDArray[np.bool_]
    underline: Underline
    height: int
    """Of what is drawn in it, not of its box: that has margins or none."""


class _Word(NamedTuple):
    left: int
    right: int
    is_underlined: bool | None
    """None where its letters leave no room for an underline."""
    colour: NDArray[np.float64]
    """Its contrast to the ground in each channel, as shares of the highest."""


def links_in(frame: Frame, box: Box) -> list[Box]:
    """The parts of a line that differ in style from what stands beside them; none where it has one style."""
    area = Box(box.left, box.top, box.width, box.height + _BELOW).clip(frame.size)
    picture = _picture(frame.bgrx[area.slices][:, :, :3].astype(np.int16))
    words = [part for word in _words(picture) for part in _without_signs(picture, word)] if picture else []
    if picture is None or not words:
        return []
    groups = [[words[0]]]
    for one, other in pairwise(words):
        if _belong(one, other, picture):
            groups[-1].append(other)
        else:
            groups.append([other])
    if len(groups) == 1:
        return []
    return [_box(group, box) for group in groups]


def _box(group: list[_Word], line: Box) -> Box:
    return Box(line.left + group[0].left, line.top, group[-1].right - group[0].left, line.height)


def _picture(bgr: NDArray[np.int16]) -> _Picture | None:
    """A line's picture; None where nothing is drawn in it."""
    if not bgr.size:
        return None
    gray = bgr.mean(axis=2).astype(np.int16)
    relief = bgr - bgr[gray == np.bincount(gray.ravel(), minlength=256).argmax()][0]
    ink = np.abs(relief).max(axis=2) > INK
    rows = np.flatnonzero(ink.any(axis=1))
    if not rows.size:
        return None
    height = int(rows[-1] - rows[0]) + 1
    underline = underline_of(ink, height)
    return _Picture(relief[: underline.row], ink[: underline.row], underline, height)


def _words(picture: _Picture) -> Iterator[_Word]:
    """The words, left to right."""
    for left, right in spans(picture.ink.any(axis=0), max(2, int(_SPACE * picture.height))):
        yield _word(picture, left, right)


def _word(picture: _Picture, left: int, right: int) -> _Word:
    part = picture.bgr[:, left:right]
    contrast = np.abs(part).max(axis=2)
    strong = part[contrast >= max(INK, np.quantile(contrast, 0.9))]
    colour = np.median(strong, axis=0) if strong.size else np.zeros(3)
    colour /= max(1.0, float(np.abs(colour).max()))
    return _Word(left, right, picture.underline.runs_under(left, right), colour)


def _without_signs(picture: _Picture, word: _Word) -> Iterator[_Word]:
    """A word, and apart from it the sign behind it where that is of another colour, as a comma between links.

    Of a coloured word no sign contrasts in a channel where the word does not; of others a thin one may, where
    letters are smoothed in colours.
    """
    *before, last = spans(picture.ink[:, word.left : word.right].any(axis=0), 1)
    if before and last[1] - last[0] <= _SIGN * picture.height:
        core = _word(picture, word.left, word.left + before[-1][1])
        sign = _word(picture, word.left + last[0], word.right)
        if (np.abs(sign.colour) - np.abs(core.colour)).max() > _OTHER:
            yield core
            yield sign
            return
    yield word


def _belong(one: _Word, other: _Word, picture: _Picture) -> bool:
    """Whether two words are of one style, and underlined in one go."""
    if np.abs(one.colour - other.colour).max() > _OTHER:
        return False
    states = {one.is_underlined, other.is_underlined} - {None}
    if len(states) > 1:
        return False
    between = picture.underline.runs_under(one.right, other.left)
    is_space = other.left - one.right <= _SPACES * picture.height
    return states == {False} or (is_space if between is None else between)

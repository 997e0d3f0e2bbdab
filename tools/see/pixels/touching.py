"""Touching rows: where rows stand close, the tail of a letter runs into one below, and both are one shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.observation import bounds
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.observation import Frame

_TWO = 1.9
"""Heights of a letter from which a shape may be of two rows."""
_ROW = 0.75, 1.8
"""Heights of a letter that the letters of a row are high, at least and at most."""
_SPACE, _FIXED_SPACE = 0.6, 0.85
"""Heights of a letter between two words of a line, at most; and in a font of one width."""
_GROUND = 0.6
"""Part of a row of pixels that a word's own ground fills, at least."""
_VALLEY = 0.3
"""Part of what is drawn in a row of pixels at the median, at most, where one row ends: tails of letters."""


def rows_in(glyph: Box, glyphs: Sequence[Box], frame: Frame, letter: float) -> Iterator[Box]:
    """The letters of each row in a shape that may be of several rows; that itself, where it is of one.

    Only in a list, or in a line: one shape alone that is twice as high is a large letter, or a picture.

    Args:
        glyph: Around letters that touch one another.
        glyphs: All of its region.
        frame: The screen.
        letter: Pixels that most letters of the screen are high.
    """
    is_high = glyph.height >= _TWO * letter and glyph.clip(frame.size) == glyph
    is_among = is_high and (
        any(_is_next(glyph, other, letter) or _is_beside(glyph, other, letter) for other in glyphs)
        or _is_in_paragraph(glyph, glyphs, letter)
    )
    parts = _parts(glyph, frame, letter) if is_among else None
    if parts is None:
        yield glyph
        return
    for part in parts:
        yield from rows_in(part, glyphs, frame, letter)


def off_ground(glyph: Box, glyphs: Iterable[Box], frame: Frame, letter: float) -> tuple[list[Box], Box]:
    """Letters, and the coloured ground of a word in the row above or below that the tail of one reaches.

    No letters and the glyph, where it is no such shape. Rows of a ground are filled, but for its letters.

    Args:
        glyph: Around letters and a ground.
        glyphs: Those that have a shape of their own.
        frame: The screen.
        letter: Pixels that most letters of the screen are high.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    if glyph.height < _TWO * letter or glyph.clip(frame.size) != glyph:
        return [], glyph
    around = int(frame.gray[glyph.top, max(0, glyph.left - 2)])
    drawn = np.abs(frame.gray[glyph.slices].astype(np.int16) - around) > INK
    filled = drawn.mean(axis=1) > _GROUND
    (rows,) = np.nonzero(filled)
    least = round(_ROW[0] * letter)
    if len(rows) < least or not filled[rows[0] : rows[-1] + 1].all():
        return [], glyph
    drawn[rows] = False
    _, _, stats, _ = cv2.connectedComponentsWithStats(drawn.astype(np.uint8), connectivity=8)
    pieces = [Box(*row[:4]).shift(*glyph[:2]) for row in np.asarray(stats, np.int32)[1:].tolist()]
    known = [other for other in glyphs if other != glyph]
    letters = [box for box in pieces if not any(other.contains(box.center) for other in known)]
    ground = Box(glyph.left, glyph.top + int(rows[0]), glyph.width, len(rows))
    return (letters, ground) if any(box.height >= least for box in letters) else ([], glyph)


def _parts(glyph: Box, frame: Frame, letter: float) -> tuple[Box, Box] | None:
    """Its upper and its lower part, where little is drawn between."""
    ink = relief(frame, glyph) > INK
    drawn, margin = ink.sum(axis=1), round(_ROW[0] * letter)
    at = margin + int(drawn[margin : glyph.height - margin].argmin())
    above, below = bounds(ink[:at]), bounds(ink[at:])
    if drawn[at] > _VALLEY * np.median(drawn) or above is None or below is None:
        return None
    if min(above.height, below.height) < margin:
        return None
    return above.shift(glyph.left, glyph.top), below.shift(glyph.left, glyph.top + at)


def _is_in_paragraph(glyph: Box, glyphs: Sequence[Box], letter: float) -> bool:
    """Whether letters of both of its rows stand no further off than a space of a font of one width."""
    words = [
        other
        for other in glyphs
        if _is_of_row(glyph, other, letter) and glyph.gap_across(other) <= _FIXED_SPACE * letter
    ]
    return any(one.bottom <= other.top + letter / 2 for one in words for other in words)


def _is_beside(glyph: Box, other: Box, letter: float) -> bool:
    """Whether another shape is a word of one of its rows, a space away; a picture stands further off."""
    apart = max(glyph.left - other.right, other.left - glyph.right)
    return 0 <= apart <= _SPACE * letter and _is_of_row(glyph, other, letter)


def _is_of_row(glyph: Box, other: Box, letter: float) -> bool:
    """Whether another shape is as high as the letters of a row, and stands no higher or lower than it."""
    inside = glyph.top - letter / 2 <= other.top and other.bottom <= glyph.bottom + letter / 2
    return inside and _is_row_high(other, letter)


def _is_next(glyph: Box, other: Box, letter: float) -> bool:
    """Whether another shape is of a single row right above or below."""
    if glyph.left >= other.left + other.width or other.left >= glyph.left + glyph.width:
        return False
    apart = max(glyph.top - other.bottom, other.top - glyph.bottom)
    return -letter / 2 <= apart <= letter and _is_row_high(other, letter)


def _is_row_high(glyph: Box, letter: float) -> bool:
    """Whether a shape is as high as the letters of one row."""
    least, most = _ROW
    return least * letter <= glyph.height <= most * letter

"""Bands of one colour, as a row of a list or a title bar is one: how far they reach along a row or column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame

_BOX_HIGH = (1, 2.5)
"""Heights of a text that a box closely around it is high, at least and at most."""
_BOX_WIDER = 8
"""Heights of a text by which such a box is wider than it, at most."""
_NEAR = 3
"""Pixels from a text's own box within which its button's edge is, where it was read with that."""
_COVERED = 0.75
"""Share of a side along which there is an edge, at least; the corners may be round."""
_FAINT, _FOOT = 4, 0.9
"""Levels between a faint field and its panel, at least; and share of its lower edge that is drawn."""
_SHORTEST, _THIN = 6, 3
"""Pixels that a line before a heading is long, at least, and that it is high, at most."""
_TAIL, _EDGE, _DRAWN = 2, 6, 16
"""Pixels of a text's box that may be below its letters, and by which a line may be off a field whose edge it
is; levels between a line and its ground, at least: stripes are fainter."""
STEP = 10
"""Levels (0-255) between neighbouring pixels of one band: a gradient is even, an edge is not."""


def even_stretch(levels: NDArray[np.uint8], first: int, last: int | None = None) -> tuple[int, int]:
    """The even stretch that begins at or before `first` and goes on behind `last`: its start and its end.

    Args:
        levels: Grey levels along a row or column of a frame.
        first: A place on it.
        last: Another; what lies between the two, as letters, may be uneven. By default `first`.
    """
    edges = np.flatnonzero(np.abs(np.diff(levels.astype(np.int16))) > STEP) + 1
    before, after = edges[edges <= first], edges[edges > (first if last is None else last)]
    return int(before[-1]) if before.size else 0, int(after[0]) if after.size else len(levels)


def is_boxed(frame: Frame, text: Box) -> bool:
    """Whether a text has an edge closely around it on all sides, as the caption of a button has.

    Args:
        frame: The frame.
        text: In its pixels; it may have been read with the edge.
    """
    return has_edges(frame, text) or _is_in_box(frame, text)


def has_foot(frame: Frame, box: Box) -> bool:
    """Whether most of a box's last row, in frame pixels, differs from the row below it: its edge is drawn."""
    if box.bottom >= frame.size.height:
        return False
    last, below = frame.gray[box.bottom - 1 : box.bottom + 1, box.left : box.right].astype(np.int16)
    return bool((np.abs(last - below) > _FAINT).mean() >= _FOOT)


def has_side(frame: Frame, box: Box) -> bool:
    """Whether the left side of a box, in frame pixels, is drawn, or lies at the edge of the screen.

    Of an underlined field it is not drawn.
    """
    around = Box(box.left - _NEAR, box.top + box.height // 3, 2 * _NEAR, max(1, box.height // 3))
    if around.clip(frame.size) != around:
        return True
    steps = np.abs(np.diff(frame.gray[around.slices].astype(np.int16), axis=1)) > _FAINT
    return bool(steps.mean(axis=0).max() >= _COVERED)


def _is_in_box(frame: Frame, text: Box) -> bool:
    low, high = (part * text.height for part in _BOX_HIGH)
    start = text.left - 2
    if start < 0 or text.right + 2 >= frame.size.width:
        return False
    top, bottom = even_stretch(frame.gray[:, start], text.center.y)
    left, right = even_stretch(frame.gray[max(0, text.top - 1)], start, text.right + 2)
    return low <= bottom - top <= high and left > 0 and right - left <= text.width + _BOX_WIDER * text.height


def has_edges(frame: Frame, box: Box) -> bool:
    """Whether there is an edge along each side of a box, in frame pixels."""
    around = box.grow(_NEAR)
    if around.clip(frame.size) != around:
        return False
    gray = frame.gray[around.slices].astype(np.int16)
    levels = (gray[_NEAR:-_NEAR], gray.T[_NEAR:-_NEAR])
    return all(_ends_in_edges(lines) for lines in levels)


def _ends_in_edges(lines: NDArray[np.int16]) -> bool:
    """Whether most of some parallel lines of pixels have an edge at one place near either end."""
    shares = (np.abs(np.diff(lines, axis=1)) > STEP).mean(axis=0)
    zone = 2 * _NEAR
    return bool(shares[:zone].max() >= _COVERED and shares[-zone:].max() >= _COVERED)


def is_ruled_off(frame: Frame, text: Box, field: Box) -> bool:
    """Whether a line is drawn across below a text, further than it, which is no edge of the field below that.

    Then the text stands in another field, one that may not have been made out.

    Args:
        frame: The screen.
        text: The text's box, in frame pixels.
        field: The field's, below it.
    """
    top = max(0, text.bottom - _TAIL)
    band = frame.gray[top : field.top, max(0, text.left) : text.right].astype(np.int16)
    ground = int(np.median(frame.gray[text.clip(frame.size).slices]))
    drawn = (np.ptp(band, axis=1) <= _FAINT) & (np.abs(band[:, :1].mean(axis=1) - ground) >= _DRAWN)
    rows = np.flatnonzero(drawn) if band.size else np.empty(0, np.intp)
    if not rows.size or np.ptp(rows) >= _THIN:
        return False
    row = frame.gray[top + int(rows[0])].astype(np.int16)
    off = np.flatnonzero(np.abs(row - row[text.center.x]) > _FAINT)
    left = int(max(off[off < text.center.x], default=-1)) + 1
    right = int(min(off[off > text.center.x], default=frame.size.width))
    is_edge = max(abs(left - field.left), abs(right - field.right)) <= _EDGE
    return right - text.right >= text.height and not is_edge


def is_in_rule(frame: Frame, text: Box) -> bool:
    """Whether a line drawn across goes on at both sides of a text, level with its middle: it is a heading.

    Args:
        frame: The screen, whose ground may be striped: there a text stands in several lines.
        text: The text's box, in frame pixels.
    """
    gap, ends = text.height, (text.left - text.height - _SHORTEST, text.right + 3 * text.height)
    if ends[0] < 0 or ends[1] > frame.size.width:
        return False
    rows = slice(max(0, text.top), text.bottom)
    parts = [
        frame.gray[rows, side].astype(np.int16)
        for side in (slice(ends[0], text.left - gap), slice(text.right + gap, ends[1]))
    ]
    drawn = np.logical_and(*(np.ptp(part, axis=1) <= _FAINT for part in parts))
    for part in parts:
        drawn &= np.abs(part[:, 0] - int(np.median(part))) > _FAINT
    lines = np.flatnonzero(drawn)
    if not lines.size or np.ptp(lines) >= _THIN:
        return False
    return abs(float(lines.mean()) - text.height / 2) <= text.height / 4

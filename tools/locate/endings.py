"""What stands last in a field with the focus: a caret, a selection, or a letter that looks like a caret."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.see.pixels.ink import relief

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

    End = Literal["caret", "selection", "letter"]

_STANDS_OUT = 20
"""Levels of grey between a ground and a selection on it, at least: some are pale."""
_BELOW = 2
"""Rows that a caret, or a selection, goes below the line that letters stand on, at least."""
_SHADES = 3
"""Rows of a shading, at least."""
_LARGE = 40
"""Pixels that a line and its margins are high, at least, where a ring may be thicker than a border is."""
_CORNER = 0.1
"""Part of a row that the round corners of a field's edge take, at most."""
_WIDE = 8
"""Part of its height that a caret is wide, at most, or two columns: a selected l is a third."""


def end_of(frame: Frame, text: Box, *, have_tails: bool = False) -> End:
    """What a line of text ends with.

    A caret and a selection are as high as the line; letters but those with tails, which no caret is taken
    for, end where the others do.

    Args:
        frame: The frame.
        text: Where the line stands on it, with a caret and tails; nothing else is in that box.
        have_tails: Whether all letters but the last have tails, as in "g": then no letter ends as low.
    """
    ink = relief(frame, text) > _STANDS_OUT
    full: NDArray[np.bool_] = np.asarray(ink.all(axis=1))
    if _is_shaded(frame, text, full):
        ink[full] = False
    for side in (ink, ink[::-1]) if len(ink) >= _LARGE else ():
        side[: _rows_of_border(side)] = False
    columns = np.flatnonzero(ink.any(axis=0))
    if not columns.size:
        return "letter"
    tops, ends = ink.argmax(axis=0), ink.shape[0] - 1 - ink[::-1].argmax(axis=0)
    last = int(columns[-1])
    same = columns[(tops[columns] == tops[last]) & (ends[columns] == ends[last])]
    wide = _run_at_the_end(same)
    letters = columns[columns <= last - wide]
    if letters.size:
        foot = int(ends[letters].max()) if have_tails else int(np.median(ends[letters])) + _BELOW
        if ends[last] < foot:
            return "letter"
    high = int(ends[last] - tops[last]) + 1
    return "caret" if wide <= max(2, high // _WIDE) else "selection"


def _is_shaded(frame: Frame, text: Box, full: NDArray[np.bool_]) -> bool:
    """Whether a field is shaded: each of its first rows has another light; above a selection all have one.

    Args:
        frame: The frame.
        text: What is looked at.
        full: Which of its rows are inked from end to end.
    """
    rows = int(full.cumprod().sum())
    shades = frame.gray[text.clip(frame.size).slices][:rows]
    # The commonest, not the median: a field may be as short as its text, whose letters are most of a row.
    steps = np.diff([int(np.bincount(row).argmax()) for row in shades])
    return rows >= _SHADES and (bool((steps > 0).all()) or bool((steps < 0).all()))


def _rows_of_border(ink: NDArray[np.bool_]) -> int:
    """The first rows, where they are inked from end to end and a nearly empty one follows: the field's edge.

    A selection goes on to the letters.
    """
    rows = int(ink.all(axis=1).cumprod().sum())
    return rows if rows < len(ink) and ink[rows].mean() <= _CORNER else 0


def _run_at_the_end(columns: NDArray[np.intp]) -> int:
    """How many columns at the end are side by side."""
    gaps = np.flatnonzero(np.diff(columns[::-1]) != -1)
    return int(gaps[0]) + 1 if gaps.size else len(columns)

"""Cells: texts of a table whose columns stand hardly further apart than words, as its other rows show."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.pixels.glyphs import bounds
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tools.observation import Frame

_WIDE, _SPACE, _WIDER = 0.6, 0.31, 1.4
"""Heights of a letter between two cells, at least, where the first is not cut short, and between two words;
and times as wide as a space of its line that such a gap is."""
_DOTS, _LOW, _WIDEST = 3, 0.35, 2
"""Dots with which a text that is cut short ends, at least; heights of a letter that they are high and wide,
at most."""
_BETWEEN = 0.8
"""Part of their darkness that is between two dots, at most: at small sizes they run together."""
_NEXT = 0.3
"""Heights of a letter between those dots and the next cell, at least; within a word letters are closer."""
_ASTRAY = 2
"""Pixels by which the texts of one column begin beside each other, at most."""
_ROWS, _REACH = 2, 10
"""Other rows in which both columns begin, at least; and heights of a letter up or down to them, at most."""


def parted_by_columns(
    frame: Frame, runs: Sequence[Sequence[Box]], letter: float
) -> list[list[Sequence[Box]]]:
    """The parts of each run of glyphs: a text ends where another column of its table begins.

    A text that is cut short ends in dots right before it; one that fills its column leaves little more than
    a space. So the other rows must have both columns, each of which begins at the same place in them.

    Args:
        frame: What they are on.
        runs: Glyphs of one line each, from left to right, of the whole screen.
        letter: Pixels that a letter of the screen is high.
    """
    ends = [[*_ends(frame, run, letter)] for run in runs]
    if not any(ends):
        return [[run] for run in runs]
    begun = [
        (run[at].left, bounds(run).center.y)
        for run, found in zip(runs, ends, strict=True)
        for at in (0, *(at for at, is_cut in found if is_cut))
    ]
    starts = np.array(begun)
    return [[*_parts(run, found, starts, letter)] for run, found in zip(runs, ends, strict=True)]


def _ends(frame: Frame, run: Sequence[Box], letter: float) -> Iterator[tuple[int, bool]]:
    """Where another cell may begin, by the index of its first glyph; and whether what is before it is cut.

    A gap must be wider than a space of the line: in a font of one width all spaces are wide.
    """
    spaces = sorted(gap for one, next_ in pairwise(run) if (gap := next_.left - one.right) >= _SPACE * letter)
    least = max(_WIDE * letter, _WIDER * spaces[0]) if len(spaces) > 1 else np.inf
    for at, (before, glyph) in enumerate(pairwise(run), 1):
        gap, low = glyph.left - before.right, _LOW * letter
        stands_on_line = glyph.height > low and before.bottom >= glyph.bottom - low  # dots above are of an i
        if gap >= _NEXT * letter and stands_on_line and _ends_in_dots(frame, before, letter):
            yield at, True
        elif gap >= least:
            yield at, False


def _ends_in_dots(frame: Frame, glyph: Box, letter: float) -> bool:
    """Whether dots are at the end of a glyph, or of a text whose last dot it is, with nothing above them."""
    wide, low, high = round(_WIDEST * letter), round(_LOW * letter), max(round(letter), glyph.height)
    end = Box(glyph.right - wide, glyph.bottom - high, wide, high).clip(frame.size)
    levels = relief(frame, end)
    above = np.flatnonzero((levels[:-low] > INK).any(axis=0))
    across = levels[-low:].max(axis=0, initial=0)[above[-1] + 1 if len(above) else 0 :]
    is_dot = across > max(INK, _BETWEEN * across.max(initial=0))  # the foot of an L is even
    return int(np.count_nonzero(np.diff(is_dot, prepend=False) & is_dot)) >= _DOTS


def _parts(
    run: Sequence[Box], ends: Sequence[tuple[int, bool]], starts: NDArray[np.int64], letter: float
) -> Iterator[Sequence[Box]]:
    found = _in_table(run, [at for at, _ in ends], starts, letter)
    if any(at not in found for at, is_cut in ends if not is_cut):  # its wide gaps are the spaces of a font
        found = _in_table(run, [at for at, is_cut in ends if is_cut], starts, letter)
    for start, end in pairwise([0, *found, len(run)]):
        yield run[start:end]


def _in_table(run: Sequence[Box], ends: Sequence[int], starts: NDArray[np.int64], letter: float) -> list[int]:
    """Those of the places in a run where a cell may begin at which one does, from left to right."""
    y, begun, found = bounds(run).center.y if ends else 0, 0, []
    for at in ends:
        if _is_in_table(starts, run[begun].left, run[at].left, y, letter):
            found.append(at)
            begun = at
    return found


def _is_in_table(starts: NDArray[np.int64], left: int, right: int, y: int, letter: float) -> bool:
    """Whether texts begin at two places on enough rows around a row, of which it is one."""
    near = starts[(np.abs(starts[:, 1] - y) <= _REACH * letter) & (np.abs(starts[:, 1] - y) > letter / 2)]
    lefts, rights = (near[np.abs(near[:, 0] - x) <= _ASTRAY, 1] for x in (left, right))
    rows = np.sort([at for at in rights if np.any(np.abs(lefts - at) <= letter / 2)])
    return len(rows) > 0 and 1 + int(np.count_nonzero(np.diff(rows) > letter / 2)) >= _ROWS

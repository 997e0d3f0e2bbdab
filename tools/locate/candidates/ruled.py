"""Cells of a table that no line parts: between the edges of its column's header, on the row of a text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.candidates.column_edges import strokes
from tools.locate.layout.bands import STEP, even_stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.observation import Frame

_COVERED = 0.75
"""Share of a side of a cell along which there is an edge, at least: what a text leaves of one is less."""
_NEAR = 2
"""Pixels on either side of the end of a row where a stroke is."""
_BROKEN = 5
"""Pixels from one row in which a stroke stands to the next one, at most: lines across may cross it."""
_LOW, _HIGH = 0.9, 3.0
"""Heights of a text between two rows of a table, at least and at most."""
_UNEVEN = 0.15
"""Share of that by which two rows may be nearer or further apart."""


def has_own_sides(frame: Frame, box: Box) -> bool:
    """Whether an edge is drawn along both sides of a box, in frame pixels, or the frame ends there."""
    box = box.clip(frame.size)
    gray = frame.gray[box.top : box.bottom].astype(np.int16)
    ends = [x for x in (box.left, box.right) if 0 < x < frame.size.width]
    return bool(gray.size) and all(
        (np.abs(gray[:, x] - gray[:, x - 1]) > STEP).mean() >= _COVERED for x in ends
    )


def has_sides_throughout(frame: Frame, box: Box) -> bool:
    """Whether the strokes at either end of some rows go on from row to row: between two tables they end.

    A selection may be as dark as the stroke beside it: on the other side of that is another ground.
    """
    gray = frame.gray[box.top : max(box.top, box.bottom)].astype(np.int16)
    ends = [x for x in (box.left, box.right) if 0 < x < frame.size.width]
    steps = (np.abs(np.diff(gray[:, max(0, x - _NEAR) : x + _NEAR])).max(axis=1) for x in ends)
    stand = (np.flatnonzero(step > STEP) for step in steps)
    return all(np.diff(found, prepend=-1, append=len(gray)).max() <= _BROKEN for found in stand)


def ruled_cell(
    frame: Frame, heads: Sequence[Box], header: Box, row: Box, others: Sequence[Box], *, own: bool = False
) -> Box | None:
    """The cell below a header, as wide as that one's own box is.

    Args:
        frame: what shows the table.
        heads: the texts beside the header. Below one of them the row's text stands, or it is of no row of
            this table.
        header: the text of the column's header; an upright stroke stands at either end of its box.
        row: the text that names the row, left of the cell, or in it.
        others: the texts above and below that which begin where it does. Those up to the header follow one
            another evenly: else another table begins between them.
        own: whether the row's text stands in the cell.
    """
    columns = [column_of(frame, head, [*heads, header]) for head in heads if head.right <= header.left]
    column, apart = column_of(frame, header, heads), _apart(header, row, others)
    above = [column] if own else columns
    is_below = any(one is not None and one[0] < row.center.x < one[1] for one in above)
    if column is None or apart is None or not is_below or (column[0] < row.right and not own):
        return None
    cell = Box(column[0] + 1, row.center.y - apart // 2, column[1] - column[0] - 1, apart)
    return cell if cell.clip(frame.size) == cell else None


def column_of(frame: Frame, header: Box, heads: Sequence[Box]) -> tuple[int, int] | None:
    """The columns of pixels of the strokes next to a header, before and behind it; None where one is missing.

    At either end of a table it may be, as in GTK's: the ground of the headers ends there.
    """
    left = strokes(frame, Box(0, header.top, 1, header.height), header)
    right = strokes(frame, header, Box(frame.size.width - 1, header.top, 1, header.height))
    is_first = not any(head.right <= header.left for head in heads)
    is_last = not any(head.left >= header.right for head in heads)
    if not (left or (right and is_first)) or not (right or is_last):
        return None
    start, end = _ground(frame, header)
    return left[-1] if left else start - 1, right[0] if right else end


def _ground(frame: Frame, header: Box) -> tuple[int, int]:
    """How far the ground of the headers goes on: one that is shaded is on some row as what is beside it."""
    rows = (header.top - 2, header.top - 1, header.bottom, header.bottom + 1)
    found = [even_stretch(frame.gray[y], header.center.x) for y in rows if 0 <= y < frame.size.height]
    return max(start for start, _ in found), min(end for _, end in found)


def _apart(header: Box, row: Box, others: Sequence[Box]) -> int | None:
    """Pixels from row to row, where all rows from the header to that one, and one more, lie so far apart."""
    rows = sorted({row.center.y, *(one.center.y for one in others if one.top >= header.bottom)})
    own = rows.index(row.center.y)
    steps = [below - above for above, below in pairwise(rows)][: max(1, own)]
    apart = round(sum(steps) / len(steps)) if steps else 0
    if not _LOW * row.height <= apart <= _HIGH * row.height or rows[0] - header.center.y > 2 * apart:
        return None
    return apart if all(abs(step - apart) <= _UNEVEN * apart for step in steps) else None

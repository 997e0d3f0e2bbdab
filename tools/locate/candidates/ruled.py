"""Cells of a table that no line parts: between the edges of its column's header, on the row of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.candidates.column_edges import strokes
from tools.locate.layout.bands import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.observation import Frame

_COVERED = 0.75
"""Share of a side of a cell along which there is an edge, at least: what a text leaves of one is less."""
_LOW, _HIGH = 0.9, 3.0
"""Heights of a text between two rows of a table, at least and at most."""


def has_own_sides(frame: Frame, box: Box) -> bool:
    """Whether an edge is drawn along both sides of a box, in frame pixels, or the frame ends there."""
    gray = frame.gray[box.top : box.bottom].astype(np.int16)
    ends = [x for x in (box.left, box.right) if 0 < x < frame.size.width]
    return all((np.abs(gray[:, x] - gray[:, x - 1]) > STEP).mean() >= _COVERED for x in ends)


def ruled_cell(frame: Frame, header: Box, row: Box, others: Sequence[Box]) -> Box | None:
    """The cell right below a header, as wide as the header's own box is.

    Args:
        frame: what shows the table.
        header: the text of the column's header; an upright stroke stands at either end of its box.
        row: the text that names the row, left of the cell.
        others: the texts that name other rows.
    """
    edge = frame.size.width - 1
    left = strokes(frame, Box(row.left, header.top, 1, header.height), header)
    right = strokes(frame, header, Box(edge, header.top, 1, header.height))
    apart = min((abs(other.center.y - row.center.y) for other in others), default=0)
    if not left or not right or not _LOW * row.height <= apart <= _HIGH * row.height:
        return None
    cell = Box(left[-1] + 1, row.center.y - apart // 2, right[0] - left[-1] - 1, apart)
    return cell if row.right <= cell.left and cell.top >= header.bottom else None

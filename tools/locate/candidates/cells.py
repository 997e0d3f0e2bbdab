"""Cells of a table: what stands where the column under a header crosses the row of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.candidates.crossing import crossing, headers_beside
from tools.locate.candidates.parts import parts_of
from tools.locate.layout.columns import in_column
from tools.locate.layout.windows import in_same_window
from tools.see.scene import Line, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.see.scene import Scene

_EDGE = 2
"""Pixels of a cell's edge: its text may begin right behind it."""
_ASTRAY = 3
"""Pixels by which what stands in a cell may reach below the next header."""


def widgets_in_cell(
    scene: Scene, widgets: Sequence[Widget], headers: Sequence[Box], rows: Sequence[Box]
) -> list[Widget]:
    """Those of some widgets that stand in the cells of these columns and rows.

    Args:
        scene: What is on the screen.
        widgets: Some of the scene's.
        headers: Where the column's header is read.
        rows: Where the row's text is read.
    """
    found = _in_cells(scene, [widget.box for widget in widgets], headers, rows)
    return [widgets[index] for index in found]


def texts_in_cell(scene: Scene, headers: Sequence[Box], rows: Sequence[Box]) -> list[Line]:
    """The texts in the cells of these columns and rows; one without a word in an empty cell with edges."""
    lines = [part for line in scene.lines for part in _cut(scene, line, rows)]
    found = _in_cells(scene, [line.box for line in lines], headers, rows)
    empty = () if found else plain_cells(scene, headers, rows)
    return [lines[index] for index in found] + [Line("", cell.box) for cell in empty]


def plain_cells(scene: Scene, headers: Sequence[Box], rows: Sequence[Box]) -> list[Widget]:
    """The cells themselves, as fields, where edges show them: some become fields when they are clicked."""
    crossings = (_crossing(scene, header, row) for header in headers for row in rows)
    boxes = {box for box in crossings if box is not None}
    return [as_field(box) for box in sorted(boxes)]


def as_field(cell: Box) -> Widget:
    """An area within the edges of a cell, as a field."""
    return Widget("field", Box(cell.left - _EDGE, cell.top, cell.width + 2 * _EDGE, cell.height))


def _cut(scene: Scene, line: Line, rows: Sequence[Box]) -> list[Line]:
    """A line; its parts where it is the texts of several cells in one of these rows."""
    on_row = any(line.box.same_row(row) for row in rows)
    return (parts_of(scene, line) if on_row else []) or [line]


def _in_cells(scene: Scene, boxes: Sequence[Box], headers: Sequence[Box], rows: Sequence[Box]) -> list[int]:
    """The indices of the boxes in any of these cells."""
    return sorted({at for header in headers for row in rows for at in _in_cell(scene, boxes, header, row)})


def _in_cell(scene: Scene, boxes: Sequence[Box], header: Box, row: Box) -> list[int]:
    """The indices of the boxes in a cell: right below the header, or nearer to it than to those beside it.

    What lies below another header, even if below this one too, is not in it: texts of several cells may have
    been read as one.
    """
    home, others = in_same_window(scene, boxes, header), headers_beside(scene, header)
    on_row = [
        index
        for index in home
        if boxes[index].same_row(row)
        and row.right <= boxes[index].center.x
        and not boxes[index].contains(row.center)  # as the area of the whole table does
        and boxes[index].top >= header.center.y
        and not any(_lies_under(boxes[index], other) for other in others)
    ]
    straight = [index for index in on_row if boxes[index].gap_across(header) == 0]
    if straight:
        return straight
    return [on_row[index] for index in in_column(scene, [boxes[index] for index in on_row], header, others)]


def _lies_under(box: Box, header: Box) -> bool:
    return min(box.right, header.right) - max(box.left, header.left) > _ASTRAY


def _crossing(scene: Scene, header: Box, row: Box) -> Box | None:
    """The area where a column and a row cross that is named left of it."""
    if row.center.y <= header.bottom or row.right > header.center.x:
        return None

    def within(text: Box) -> list[Box]:
        texts = [line.box for line in scene.lines if line.box != text]
        return [texts[index] for index in _in_cell(scene, texts, header, text)]

    return crossing(scene, header, row, within)

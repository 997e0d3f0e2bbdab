"""Cells of a table: what stands where the column under a header crosses the row of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.candidates.parts import parts_of
from tools.locate.candidates.ruled import column_of, has_own_sides, ruled_cell
from tools.locate.layout.bands import even_stretch
from tools.locate.layout.columns import in_column
from tools.locate.layout.windows import in_same_window
from tools.see.scene import ONE_LINE, Line, Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.see.scene import Scene

_LOWEST = 0.7
"""Heights of its row's text that a cell is high, at least; a field in it may be lower than the row."""
_EDGE = 2
"""Pixels of a cell's edge: its text may begin right behind it."""
_ASTRAY = 3
"""Pixels by which the edges of two cells of one column may differ."""


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
    return [
        Widget("field", Box(box.left - _EDGE, box.top, box.width + 2 * _EDGE, box.height))
        for box in sorted(boxes)
    ]


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
    home, others = in_same_window(scene, boxes, header), _headers_beside(scene, header)
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


def _headers_beside(scene: Scene, header: Box) -> list[Box]:
    """The other texts on a header's row, whether their cells look like fields or buttons or like neither."""
    row = [line for line in scene.lines if line.box.same_row(header)]
    parts = [part.box for line in row for part in parts_of(scene, line) or [line]]
    return [box for box in parts if box.gap_across(header) > 0]


def _lies_under(box: Box, header: Box) -> bool:
    return min(box.right, header.right) - max(box.left, header.left) > _ASTRAY


def _crossing(scene: Scene, header: Box, row: Box) -> Box | None:
    """The area where a column and a row cross: one with an edge around it, or between the header's edges."""
    if row.center.y <= header.bottom or row.right > header.center.x:
        return None
    others = [
        line.box for line in scene.lines if abs(line.box.left - row.left) <= _ASTRAY and line.box != row
    ]
    heads = _headers_beside(scene, header)
    return _edged(scene, header, row, others, heads) or ruled_cell(scene.frame, heads, header, row, others)


def _edged(scene: Scene, header: Box, row: Box, others: Sequence[Box], heads: Sequence[Box]) -> Box | None:
    """The area with an edge around it, if another row has one like it, or the header."""
    box = _ground(scene, header, row)
    if not _LOWEST * row.height <= box.height <= ONE_LINE * row.height or box.left < row.right:
        return None
    column = column_of(scene.frame, header, heads)
    has_like = any(_is_in_column(box, _ground(scene, header, other)) for other in others) or (
        column is not None and max(abs(box.left - column[0] - 1), abs(box.right - column[1])) <= _ASTRAY
    )
    return box if has_like and has_own_sides(scene.frame, box) else None


def _is_in_column(cell: Box, other: Box) -> bool:
    """Whether two areas are cells of one column: they begin and end at the same x, and are not one."""
    return (
        cell.top != other.top and max(abs(cell.left - other.left), abs(cell.right - other.right)) <= _ASTRAY
    )


def _ground(scene: Scene, header: Box, row: Box) -> Box:
    """The area of one colour where a column and a row cross: around a text, or around a pixel."""
    texts = [line.box for line in scene.lines if line.box != row]
    inside = [texts[index] for index in _in_cell(scene, texts, header, row)]
    gray = scene.frame.gray
    x = inside[0].center.x if inside else header.center.x
    y = max(0, min([box.top - 1 for box in inside] or [row.center.y]))
    left, right = even_stretch(gray[y], x)
    ends = (min(left + 1, x), max(right - 2, x))  # its text may stand at either
    top, bottom = max(
        (even_stretch(gray[:, end], y) for end in ends), key=lambda stretch: stretch[1] - stretch[0]
    )
    return Box(left, top, right - left, bottom - top)

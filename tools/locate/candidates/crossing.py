"""Crossing of a column and a row of a table: with an edge around it, or between the header's edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.candidates.parts import parts_of
from tools.locate.candidates.ruled import column_of, has_own_sides, has_sides_throughout, ruled_cell
from tools.locate.layout.bands import even_stretch
from tools.see.scene import ONE_LINE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tools.see.scene import Scene

    Within = Callable[[Box], Sequence[Box]]
    """Where the texts stand in the column on the row of a text."""

_LOWEST = 0.7
"""Heights of its row's text that a cell is high, at least; a field in it may be lower than the row."""
_ASTRAY = 3
"""Pixels by which the edges of two cells of one column may differ."""


def crossing(scene: Scene, header: Box, row: Box, within: Within, *, own: bool = False) -> Box | None:
    """The area below a header on the row of a text.

    Args:
        scene: what is on the screen.
        header: the text of the column's header.
        row: the text that names the row.
        within: tells the texts of a cell of the column.
        own: whether that text stands in the cell itself, and not left of it.
    """
    others = [
        line.box for line in scene.lines if abs(line.box.left - row.left) <= _ASTRAY and line.box != row
    ]
    heads = headers_beside(scene, header)
    cell = _edged(scene, header, row, others, heads, within)
    if cell is not None and (_is_own(scene, cell, header, heads) if own else cell.left >= row.right):
        return cell
    return ruled_cell(scene.frame, heads, header, row, others, own=own)


def headers_beside(scene: Scene, header: Box) -> list[Box]:
    """The other texts on a header's row, whether their cells look like fields or buttons or like neither."""
    row = [line for line in scene.lines if line.box.same_row(header)]
    parts = [part.box for line in row for part in parts_of(scene, line) or [line]]
    return [box for box in parts if box.gap_across(header) > 0]


def _edged(
    scene: Scene, header: Box, row: Box, others: Sequence[Box], heads: Sequence[Box], within: Within
) -> Box | None:
    """The area with an edge around it, if another row has one like it, or the header."""
    box = _ground(scene, header, row, within(row))
    if not _LOWEST * row.height <= box.height <= ONE_LINE * row.height:
        return None
    column = column_of(scene.frame, header, heads)
    has_like = any(_is_in_column(box, _ground(scene, header, other, within(other))) for other in others) or (
        column is not None and max(abs(box.left - column[0] - 1), abs(box.right - column[1])) <= _ASTRAY
    )
    return box if has_like and has_own_sides(scene.frame, box) else None


def _is_own(scene: Scene, cell: Box, header: Box, heads: Sequence[Box]) -> bool:
    """Whether an area is a cell of the header's table, and of its column alone.

    That of a whole row, which is selected, reaches below another header.
    """
    is_alone = not any(cell.left <= head.center.x < cell.right for head in heads)
    above = cell._replace(top=header.bottom + header.height, height=cell.top - header.bottom - header.height)
    return is_alone and has_sides_throughout(scene.frame, above)


def _is_in_column(cell: Box, other: Box) -> bool:
    """Whether two areas are cells of one column: they begin and end at the same x, and are not one."""
    return (
        cell.top != other.top and max(abs(cell.left - other.left), abs(cell.right - other.right)) <= _ASTRAY
    )


def _ground(scene: Scene, header: Box, row: Box, inside: Sequence[Box]) -> Box:
    """The area of one colour where a column and a row cross: around a text, or around a pixel."""
    gray = scene.frame.gray
    x = inside[0].center.x if inside else header.center.x
    y = max(0, min([box.top - 1 for box in inside] or [row.center.y]))
    left, right = even_stretch(gray[y], x)
    ends = (min(left + 1, x), max(right - 2, x))  # its text may stand at either
    top, bottom = max(
        (even_stretch(gray[:, end], y) for end in ends), key=lambda stretch: stretch[1] - stretch[0]
    )
    return Box(left, top, right - left, bottom - top)

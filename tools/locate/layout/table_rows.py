"""Rows of a table, as wholes: texts beside each other in its columns, captions of buttons included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.layout.rows import cells_of, is_column
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Point
    from tools.see.scene import Line, Scene

    Row = tuple[Line, ...]
    """The texts of one row, from left to right."""

_FEWEST = 3
"""Rows of a table."""
_GAP = 2.2
"""Heights of a text from its middle to that of the next row, at most."""


def row_at(scene: Scene, point: Point) -> Row:
    """The row of a table in which a point lies; of two texts at least, or none where it is in no table.

    Two rows that stand like a table's are two lines of a form: its labels, with what is entered beside them.
    """
    beside = [line for line in scene.lines if line.box.same_row(Box(*point, 1, 1))]
    for line in sorted(beside, key=lambda line: line.box.gap(Box(*point, 1, 1))):
        row = _in_order((line, *cells_of(scene, line)))
        if len(row) > 1 and len(rows_like(scene, row)) >= _FEWEST:
            return row
    return ()


def rows_like(scene: Scene, row: Row) -> list[Row]:
    """The rows of the table that a row stands in, itself included, from top to bottom.

    A row is one if it has a text in each of the columns, as this one has: a header above a button has none.
    """
    found = [
        other
        for line in scene.lines
        if is_column(line.box, row[0].box)
        if (other := _beside(scene, line, row))
    ]
    found.sort(key=lambda other: other[0].box.top)
    at = next((at for at, other in enumerate(found) if other[0] == row[0]), None)
    if at is None:
        return [row]
    return [*reversed([*_chain(found[at::-1])]), *[*_chain(found[at:])][1:]]


def rows_reading(scene: Scene, texts: Sequence[str]) -> list[Row]:
    """The rows in which texts stand beside each other that read the same as these, in their order."""
    found = []
    for line in scene.lines:
        if not same(line.text, texts[0]):
            continue
        beside = _in_order(one for one in scene.lines if one.box.same_row(line.box))
        rest = beside[beside.index(line) + 1 :]
        cells = [next((one for one in rest if same(one.text, text)), None) for text in texts[1:]]
        whole = tuple(cell for cell in (line, *cells) if cell is not None)
        if len(whole) == len(texts) and whole == _in_order(whole):
            found.append(whole)
    return found


def reads_as(one: Row, other: Row) -> bool:
    """Whether two rows have the same texts in the same order."""
    return len(one) == len(other) and all(same(a.text, b.text) for a, b in zip(one, other, strict=True))


def _beside(scene: Scene, line: Line, row: Row) -> Row | None:
    """The texts beside a line that stand in the columns of a row; None where one of them has none, or two."""
    beside = [one for one in scene.lines if one.box.same_row(line.box)]
    cells = [[one for one in beside if is_column(one.box, cell.box)] for cell in row]
    return tuple(cell[0] for cell in cells) if all(len(cell) == 1 for cell in cells) else None


def _chain(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows as far as each stands right below, or above, the one before."""
    last = rows[0]
    for row in rows:
        if abs(row[0].box.center.y - last[0].box.center.y) > _GAP * last[0].box.height:
            return
        yield row
        last = row


def _in_order(lines: Iterator[Line] | Row) -> Row:
    return tuple(sorted(lines, key=lambda line: line.box.left))

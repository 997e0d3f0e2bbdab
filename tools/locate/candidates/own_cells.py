"""Own cells of a table's rows: a cell that holds the very text by which its row is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.candidates.cells import as_field
from tools.locate.candidates.crossing import crossing, headers_beside
from tools.locate.layout.columns import in_column
from tools.locate.layout.windows import in_same_window
from tools.see.scene import ONE_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.scene import Scene, Widget


def own_cells(
    scene: Scene, widgets: Sequence[Widget], headers: Sequence[Box], rows: Sequence[Box]
) -> list[Widget]:
    """The fields under these headers that hold one of these texts, else the cells themselves.

    Args:
        scene: What is on the screen.
        widgets: Its fields.
        headers: Where the column's header is read.
        rows: Where the row's text is read.
    """
    heads = [header for header in headers if not any(_is_label(header, widget.box) for widget in widgets)]
    pairs = [(header, row) for header in heads for row in rows if _names_its_row(scene, header, row)]
    held = {widget.box: widget for widget in widgets for _, row in pairs if _holds(widget, row)}
    bare = [pair for pair in pairs if not any(one.contains(pair[1].center) for one in held)]
    areas = {crossing(scene, header, row, lambda text: [text], own=True) for header, row in bare}
    return [*held.values(), *map(as_field, sorted(area for area in areas if area is not None))]


def _is_label(header: Box, field: Box) -> bool:
    """Whether a text stands right before a field, as in a form above a table, and as no header does."""
    return header.same_row(field) and 0 <= field.left - header.right <= header.height


def _holds(widget: Widget, row: Box) -> bool:
    return widget.box.contains(row.center) and widget.box.height <= ONE_LINE * row.height


def _names_its_row(scene: Scene, header: Box, row: Box) -> bool:
    """Whether a text stands under a header, of the first column, or behind numbers alone.

    Else it is a value of a row that has another name; the row that it names may be out of sight.
    """
    if row.center.y <= header.bottom or not in_same_window(scene, [row], header):
        return False
    heads = headers_beside(scene, header)
    if row.gap_across(header) > 0 and not in_column(scene, [row], header, heads):
        return False
    is_first = not any(head.right <= header.left for head in heads)
    before = [line for line in scene.lines if line.box.same_row(row) and line.box.right <= row.left]
    return is_first or not any(any(map(str.isalpha, line.text)) for line in before)

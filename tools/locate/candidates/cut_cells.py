"""Cut cells: texts of a table that its column has no room for, so that they end in dots at its edge."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from tools.ocrtext.same import letters
from tools.ocrtext.shortened import is_cut_by_cell

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_ROWS = 2
"""Other rows of its column that a cell has, at least: two texts below each other may be a form's labels."""
_PITCH = 2.5
"""Heights of a text from its middle to that of the next row, at most."""
_ASTRAY = 4
"""Pixels by which the texts of one column begin beside each other, at most; a header stands in the middle."""
_CLOSE = 1.2
"""Heights of a text between its dots and the next column, at most: one more letter has no room there."""
_KEYS = re.compile(r"(?:ctrl|alt|shift|strg|maj|cmd|meta|super)\b|f\d{1,2}$", re.IGNORECASE)
"""What stands behind a menu's entry, for the keys that do it."""
_LETTER = 0.6
"""Heights of a text that a letter is wide, which is out of sight behind the dots if hardly more is."""
_EDGE = 8
"""Levels of a channel that tell the line between two columns from what is on either side of it."""


def cut_cells(scene: Scene, text: str) -> list[Line]:
    """The cells and headers of tables that may be what is left of a text: to be told, not to be clicked.

    Another row may begin so, and be out of sight.
    """
    return [
        line for line in scene.lines if is_cut_by_cell(text, line.text) and _ends_its_cell(scene, line, text)
    ]


def _ends_its_cell(scene: Scene, line: Line, text: str) -> bool:
    """Whether a text stands in a column of a table, at whose edge it ends, with no room for the rest."""
    widget = scene.widget_at(line.box.center)
    if widget is not None and not scene.holds_several_lines(widget):
        return False  # a button's caption has dots of its own
    if any(popup.box.contains(line.box.center) for popup in scene.popups):
        return False  # so has a menu's entry, and one that keys stand behind
    rows = _rows(scene, line.box)
    if len(rows) < _ROWS:
        return False
    read = len(letters(line.text))
    rest = line.box.width * (len(letters(text)) - read) / read
    room = min(max(rest, _LETTER * line.box.height), _CLOSE * line.box.height)
    beside = [one for one in scene.lines if any(one.box.same_row(row) for row in (line.box, *rows))]
    behind = [one for one in beside if one.box.left >= line.box.right - _ASTRAY]
    if any(_KEYS.match(one.text) for one in behind):
        return False
    if any(one.box.left - line.box.right < room for one in behind):
        return True
    before = [one.box for one in beside if one.box.right <= line.box.left]
    is_last = sum(any(box.same_row(row) for box in before) for row in (line.box, *rows)) > _ROWS
    return is_last and _ends_at_line(scene, line.box, round(room))


def _rows(scene: Scene, cell: Box) -> list[Box]:
    """The texts that stand in the column of one, each a row further up or down than the last."""
    column = [line.box for line in scene.lines if abs(line.box.left - cell.left) <= _ASTRAY]
    found: list[Box] = []
    for step in (1, -1):
        last = cell
        for box in sorted(column, key=lambda box: step * box.center.y):
            far = step * (box.center.y - last.center.y)
            if far >= cell.height / 2:
                if far > _PITCH * cell.height:
                    break
                found.append(box)
                last = box
    return found


def _ends_at_line(scene: Scene, cell: Box, room: int) -> bool:
    """Whether a line is drawn upright close behind a text: the edge of its column."""
    behind = cell._replace(left=cell.right, width=room).grow(1).clip(scene.frame.size)
    steps = np.abs(np.diff(scene.frame.bgrx[behind.slices][:, :, :3].astype(np.int16), axis=1)).max(axis=2)
    return bool((steps > _EDGE).all(axis=0).any())

"""Other entries of the list, rows of the table, radio buttons of the group that a step chose from.

Which ones there are is known on the screen alone. What is no entry after all is found out by the mutant: its
own step fails then, and another one is tried.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.element import line_at
from tools.locate.errors import NotFound
from tools.locate.indicators import find_indicator
from tools.locate.layout.labels import captions_of
from tools.locate.layout.rows import is_column
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box, Point
    from tools.locate.locator import Locator
    from tools.see.scene import Line, Scene

_MOST = 3
"""So many are given, the nearest first."""
_GAP = 2.2
"""Heights of a text from its middle to that of the next entry of its list, at most."""


def entries_beside(scene: Scene, point: Point) -> tuple[str, ...]:
    """The other entries of the list in which an entry lies under a point."""
    entry = line_at(scene, point)
    if entry is None:
        return ()
    column = sorted((line for line in scene.lines if is_column(line.box, entry.box)), key=_top)
    at = column.index(entry)
    below, above = _in_a_list(entry, column[at + 1 :]), _in_a_list(entry, column[:at][::-1])
    return _texts([line for pair in _in_turn(list(below), list(above)) for line in pair], entry.text)


def rows_beside(scene: Scene, name: str, clicked: str = "") -> tuple[str, ...]:
    """The texts that name other rows of a table, from the text that names one.

    Args:
        scene: What is on the screen.
        name: Names the row.
        clicked: What must stand in the other rows, too; "": that it is a table's row is known.
    """
    line = next((line for line in scene.lines if same(line.text, name)), None)
    found = () if line is None else entries_beside(scene, line.box.center)
    targets = [one.box for one in scene.lines if same(one.text, clicked)]
    rows = {one.text: one.box for one in scene.lines}
    return tuple(row for row in found if not clicked or any(rows[row].same_row(box) for box in targets))


def radios_beside(scene: Scene, target: Locator) -> tuple[str, ...] | None:
    """The captions of the other radio buttons beside one; None where the target is none."""
    try:
        chosen = find_indicator(scene, target)
    except NotFound:
        return None
    if chosen.kind != "radio":
        return None
    others = [one for one in scene.widgets if one.kind == "radio" and one.box != chosen.box]
    group = [one for one in others if one.box.same_row(chosen.box) or is_column(one.box, chosen.box)]
    group.sort(key=lambda one: one.box.gap(chosen.box))
    captions = [caption for one in group for caption in captions_of(scene, one)[:1]]
    return _texts(captions, target.text)


def _top(line: Line) -> int:
    return line.box.top


def _in_a_list(entry: Line, column: Sequence[Line]) -> Iterator[Line]:
    """The texts of a column, as far as each stands right beside the one before."""
    last: Box = entry.box
    for line in column:
        step = abs(line.box.center.y - last.center.y)
        if not last.height / 2 < step <= _GAP * last.height:
            return
        yield line
        last = line.box


def _in_turn(one: list[Line], other: list[Line]) -> Iterator[list[Line]]:
    for at in range(max(len(one), len(other))):
        yield [*one[at : at + 1], *other[at : at + 1]]


def _texts(lines: Sequence[Line], but: str) -> tuple[str, ...]:
    texts = dict.fromkeys(line.text for line in lines if not same(line.text, but))
    return tuple(texts)[:_MOST]

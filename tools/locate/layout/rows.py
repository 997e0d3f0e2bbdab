"""Rows of lists and menus: texts in a column, at equal distances.

The row under the pointer, or the chosen one, has a colour of its own. So it may look like a field; a click
beside its text means that text all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.layout.bands import even_stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.scene import Line, Scene

_ASTRAY = 3
"""Pixels by which equal places of two rows may differ, as texts are measured."""
_ENTRY_GAP = 2.2
"""Heights of a text from its middle to that of the next entry of its list, at most."""
_HIGHEST = 3
"""Heights of its text that a row is high, at most."""


def is_row(scene: Scene, band: Box, text: Line) -> bool:
    """Whether a band of one colour is a row of a list: the next row's text stands in it as this one's does.

    A label above a field begins at the field's edge and keeps its distance; the next row begins where this
    row's text does, one row's height away.

    Args:
        scene: What is on the screen.
        band: What may be a row.
        text: What stands in it.
    """
    return any(abs(gap - band.height) <= _ASTRAY for gap in _gaps(scene, text.box))


def is_entry(scene: Scene, text: Box) -> bool:
    """Whether a text is one of several in a column, as in a menu or list: only its words tell which."""
    return any(text.height / 2 < gap <= _ENTRY_GAP * text.height for gap in _gaps(scene, text))


def row_text(scene: Scene, point: Point) -> Line | None:
    """The text of the highlighted row that a point lies in, beside its text; None where there is none."""
    if not scene.frame.size.contains(point):
        return None
    band = _band(scene.frame, point)
    texts = scene.lines_in(band)
    if len(texts) != 1 or band.height > _HIGHEST * texts[0].box.height:
        return None
    return texts[0] if is_row(scene, band, texts[0]) else None


def cells_of(scene: Scene, entry: Line) -> tuple[Line, ...]:
    """The other texts in the row of an entry of a table, which stand one row's height from those of the next.

    Texts beside a list, such as the labels of a form, have other distances, or stand outside of its box.
    """
    steps, widget = _steps(scene, entry.box), scene.widget_at(entry.box.center)
    area = widget.box if widget and widget.is_field and scene.holds_several_lines(widget) else None
    return tuple(
        line
        for line in scene.lines
        if line.box != entry.box
        and line.box.same_row(entry.box)
        and (area is None or area.contains(line.box.center))
        and any(abs(one - step) <= _ASTRAY for one in _steps(scene, line.box) for step in steps)
    )


def is_column(one: Box, other: Box) -> bool:
    """Whether two texts of a table begin, end or have their middles in one line."""
    across = one.left - other.left, one.right - other.right, one.center.x - other.center.x
    return min(map(abs, across)) <= _ASTRAY


def _steps(scene: Scene, text: Box) -> list[int]:
    """Pixels from the middle of a text down to those next to it in its column; up they are negative."""
    down = (line.box.center.y - text.center.y for line in scene.lines if is_column(line.box, text))
    return [step for step in down if text.height / 2 < abs(step) <= _ENTRY_GAP * text.height]


def _gaps(scene: Scene, text: Box) -> Iterator[int]:
    """Pixels between the middles of a text and of each other that begins where it does, above and below."""
    for line in scene.lines:
        if line.box != text and abs(line.box.left - text.left) <= _ASTRAY:
            yield abs(line.box.center.y - text.center.y)


def _band(frame: Frame, point: Point) -> Box:
    """The area of one colour around a point: as far as it reaches up and down, and along its upper edge."""
    top, bottom = even_stretch(frame.gray[:, point.x], point.y)
    left, right = even_stretch(frame.gray[top], point.x)
    return Box(left, top, right - left, bottom - top)

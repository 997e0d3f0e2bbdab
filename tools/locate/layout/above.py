"""Labels above: what tells that the fields of a form are named from above, and not at their feet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.layout.beside import is_centred_beside
from tools.locate.layout.feet import is_at_foot
from tools.see.elements.on_line import is_caption
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene, Widget

_ABOVE, _FIRST = 4.0, 1.0
"""Heights of a label above the field that it names, at most: what stands beside that may make its row higher;
and of the first of a column, above which a heading may stand as well."""
_CENTRED = 8.0
"""The same where its field stands at the middle of something higher beside it, under a text on its row."""
_MARGIN = 3
"""Pixels above a field where the edge of its border, or a ring around it, may be."""
_FEWEST = 3
"""Fields of a column, at least, that tell how it is laid out."""


def label_above(scene: Scene, field: Box, reach: float = _ABOVE) -> Line | None:
    """The text above a field, left edge above left edge, nothing between them; None where there is none.

    Args:
        scene: What is on the screen.
        field: Of it.
        reach: Heights of the text that it stands above the field, at most.
    """
    above = [
        line
        for line in scene.lines
        if _is_flush(line.box, field, line.box)
        and -line.box.height / 2 <= field.top - line.box.bottom <= reach * line.box.height
        and scene.widget_at(line.box.center) is None
    ]
    nearest = max(above, key=lambda line: line.box.bottom, default=None)
    if nearest is None:
        return None
    top = nearest.box.bottom
    boxes = (*(one.box for one in scene.widgets), *(one.box for one in scene.lines))
    is_apart = any(box.gap_across(field) == 0 and top <= box.center.y < field.top for box in boxes)
    return None if is_apart else nearest


def is_in_column_named_from_above(scene: Scene, label: Line, field: Box) -> bool:
    """Whether every field of a column has a text above it, the first a close one, the last none at its foot.

    Were the labels at the feet, the last would have one.
    """
    column = [one.box for one in scene.widgets if one.is_field and _is_flush(one.box, field, label.box)]
    labels = [above for box in column if (above := label_above(scene, box)) is not None]
    if len(column) < _FEWEST or len(labels) < len(column):
        return False
    first, last = min(column, key=lambda box: box.top), max(column, key=lambda box: box.bottom)
    heading = min((line.box for line in labels), key=lambda box: box.top)
    is_close = first.top - heading.bottom <= _FIRST * heading.height
    return is_close and not any(
        is_at_foot(line.box, last) and not is_caption(line.box, scene.widgets) for line in scene.lines
    )


def far_below(scene: Scene, label: Line) -> Widget | None:
    """The field that a text stands far above: the form is laid out so, or what is beside it makes it so."""
    return next(
        (field for field in scene.widgets if field.is_field and _is_named_from(scene, label, field.box)),
        None,
    )


def _is_named_from(scene: Scene, label: Line, field: Box) -> bool:
    """Whether a text far above a field names it: the first text above it, in a form that is laid out so."""
    if label_above(scene, field) == label and is_in_column_named_from_above(scene, label, field):
        return True
    if label_above(scene, field, _CENTRED) != label or not is_centred_beside(scene, label.box, field):
        return False
    between = Box(field.left, label.box.bottom, field.width, field.top - label.box.bottom - _MARGIN)
    return between.height <= 0 or not (relief(scene.frame, between) > INK).any()


def _is_flush(one: Box, other: Box, text: Box) -> bool:
    return abs(one.left - other.left) * 2 <= text.height

"""Remarks on fields: help, or what is wrong with one, where labels stand before the fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.above import label_above
from tools.locate.layout.feet import is_at_foot

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

_UNDER, _OVER = 4.0, 1.5
"""Heights of a remark that it stands below its field, at most, where something beside them makes their row
higher; and of a label that it stands above its field."""
_ALIGNED = 0.5
"""Heights of a text by which what begins at one edge may begin beside it."""


def is_remark(scene: Scene, line: Line, label: Line, field: Widget) -> bool:
    """Whether a text above a field is a remark on the one above it, as labels stand before both."""
    if line.box.same_row(field.box) or not label.box.same_row(field.box):
        return False
    return any(
        other.is_field
        and (is_at_foot(line.box, other.box) or _is_under(scene, line.box, other.box))
        and max(abs(other.box.left - field.box.left), abs(line.box.left - field.box.left))
        <= _ALIGNED * line.box.height
        and any(
            one.box.same_row(other.box)
            and one.box.right <= other.box.left
            and _are_in_column(scene, one.box, label.box, other.box)
            for one in scene.lines
        )
        for other in scene.widgets
    )


def _are_in_column(scene: Scene, one: Box, label: Box, field: Box) -> bool:
    """Whether the label of a field begins where another label does, or ends there and none is above it."""
    if abs(one.left - label.left) <= _ALIGNED * label.height:
        return True
    return abs(one.right - label.right) <= _ALIGNED * label.height and not label_above(scene, field, _OVER)


def _is_under(scene: Scene, remark: Box, field: Box) -> bool:
    """Whether a text stands below a field that none above it names, and nothing between in its columns."""
    down = remark.top - field.bottom
    if not -remark.height / 4 <= down <= _UNDER * remark.height or label_above(scene, field, _OVER):
        return False
    boxes = (*(one.box for one in scene.widgets), *(one.box for one in scene.lines))
    return not any(box.gap_across(remark) == 0 and field.bottom <= box.center.y < remark.top for box in boxes)

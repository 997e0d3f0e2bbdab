"""Feet of fields: where a remark stands, such as help or what is wrong with it, and now and then a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

_FOOT = 1.0
"""Heights of a text that it stands below the field whose label or remark it is, at most."""
_ASTRAY = 6.0
"""The same from an end of that field, at most: what is said at a foot may be indented."""
_UNDER, _OVER = 4.0, 1.5
"""Heights of a remark that it stands below its field, at most, where something beside them makes their row
higher; and of a label that it stands above its field."""
_ALIGNED = 0.5
"""Heights of a text by which what begins at one edge may begin beside it."""


def is_at_foot(label: Box, field: Box) -> bool:
    """Whether a text stands right below a field, and begins below it."""
    down = label.top - field.bottom
    inside = field.left - label.height <= label.left < field.right
    return inside and -label.height / 4 <= down <= _FOOT * label.height


def is_in_own_column(label: Box, field: Box) -> bool:
    """Whether a text below a field stands at neither of its ends nor at its middle, but in another column."""
    ends = (abs(label.left - field.left), abs(field.right - label.right))
    is_central = abs(label.center.x - field.center.x) <= label.height
    return min(ends) > _ASTRAY * label.height and not is_central


def _is_under(scene: Scene, remark: Box, field: Box) -> bool:
    """Whether a text stands below a field that none above it names, and nothing between in its columns."""
    down = remark.top - field.bottom
    if not -remark.height / 4 <= down <= _UNDER * remark.height or _is_headed(scene, field):
        return False
    boxes = (*(one.box for one in scene.widgets), *(one.box for one in scene.lines))
    return not any(box.gap_across(remark) == 0 and field.bottom <= box.center.y < remark.top for box in boxes)


def _is_headed(scene: Scene, field: Box) -> bool:
    """Whether a text stands right above a field, which may be its label."""
    return any(
        abs(line.box.left - field.left) <= _ALIGNED * line.box.height
        and -line.box.height / 4 <= field.top - line.box.bottom <= _OVER * line.box.height
        and scene.widget_at(line.box.center) is None
        for line in scene.lines
    )


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
            and abs(one.box.left - label.box.left) <= _ALIGNED * label.box.height
            for one in scene.lines
        )
        for other in scene.widgets
    )

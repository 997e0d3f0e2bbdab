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
    """Whether a text above a field is a remark on the one above it, as labels stand before the fields.

    That one may have its label in it, as a placeholder: then others of the column have theirs in line.
    """
    if line.box.same_row(field.box) or not label.box.same_row(field.box):
        return False
    astray = _ALIGNED * line.box.height
    column = [
        one.box
        for one in scene.widgets
        if one.is_field and one.box != field.box and abs(one.box.left - field.box.left) <= astray
    ]
    above = [one for one in column if is_at_foot(line.box, one) or _is_under(scene, line.box, one)]
    if not above or abs(line.box.left - field.box.left) > astray:
        return False
    hold_hints = all(scene.lines_in(one) for one in above)
    return any(
        one.box.same_row(other)
        and one.box.right <= other.left
        and _is_as(scene, one.box, label.box, other, is_own=other in above)
        for other in (column if hold_hints else above)
        for one in scene.lines
    )


def _is_as(scene: Scene, one: Box, label: Box, field: Box, *, is_own: bool) -> bool:
    """Whether the label of a field begins in line with another, or ends so, and that shows what a remark is.

    It does at the remark's own field, where labels begin in line; else only with no text above the field.
    """
    begins, ends = (
        abs(here - there) <= _ALIGNED * label.height
        for here, there in ((one.left, label.left), (one.right, label.right))
    )
    if begins and is_own:
        return True
    return (begins or (ends and is_own)) and not label_above(scene, field, _OVER)


def _is_under(scene: Scene, remark: Box, field: Box) -> bool:
    """Whether a text stands below a field that none above it names, and nothing between in its columns."""
    down = remark.top - field.bottom
    if not -remark.height / 4 <= down <= _UNDER * remark.height or label_above(scene, field, _OVER):
        return False
    boxes = (*(one.box for one in scene.widgets), *(one.box for one in scene.lines))
    return not any(box.gap_across(remark) == 0 and field.bottom <= box.center.y < remark.top for box in boxes)

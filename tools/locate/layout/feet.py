"""Feet of fields: where a remark stands, such as help or what is wrong with it, and now and then a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

_FOOT = 1.0
"""Heights of a text that it stands below the field whose label or remark it is, at most."""
_ASTRAY = 2.0
"""The same from that end or from the middle, at most: what is said at a foot may be indented."""
_ALIGNED = 0.5
"""Heights of a text by which what begins at one edge may begin beside it."""


def is_at_foot(label: Box, field: Box) -> bool:
    """Whether a text stands right below a field, at one of its ends or at its middle.

    Elsewhere below a wide one it is of a column of its own.
    """
    down, height = label.top - field.bottom, label.height
    ends = (label.left - field.left, field.right - label.right, label.center.x - field.center.x)
    placed = -height <= ends[0] and min(map(abs, ends)) <= _ASTRAY * height
    return placed and label.left < field.right and -height / 4 <= down <= _FOOT * height


def is_remark(scene: Scene, line: Line, label: Line, field: Widget) -> bool:
    """Whether a text above a field is a remark on the one above it, as labels stand before both."""
    if line.box.same_row(field.box) or not label.box.same_row(field.box):
        return False
    return any(
        other.is_field
        and is_at_foot(line.box, other.box)
        and max(abs(other.box.left - field.box.left), abs(line.box.left - field.box.left))
        <= line.box.height / 2
        and any(
            one.box.same_row(other.box)
            and one.box.right <= other.box.left
            and abs(one.box.left - label.box.left) <= label.box.height / 2
            for one in scene.lines
        )
        for other in scene.widgets
    )

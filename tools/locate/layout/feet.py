"""Feet of fields: where a remark stands, such as help or what is wrong with it, and now and then a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box

_FOOT = 1.0
"""Heights of a text that it stands below the field whose label or remark it is, at most."""
_ASTRAY = 6.0
"""The same from an end of that field, at most: what is said at a foot may be indented."""


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

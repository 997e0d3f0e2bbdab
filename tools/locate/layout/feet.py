"""Feet of fields: where a remark stands, such as help or what is wrong with it, and now and then a label."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line

_FOOT = 1.0
"""Heights of a text that it stands below the field whose label or remark it is, at most."""
_ASTRAY = 6.0
"""The same from an end of that field, at most: what is said at a foot may be indented."""

_ACCENT = 0.18
"""Share of the height of a text that the accent of a capital takes."""


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


def without_accent(label: Line) -> Box:
    """A text's box from its capitals on: their accents bring it no nearer to the field above it."""
    if not any(letter.isupper() and len(unicodedata.normalize("NFD", letter)) > 1 for letter in label.text):
        return label.box
    accent = round(_ACCENT * label.box.height)
    return label.box._replace(top=label.box.top + accent, height=label.box.height - accent)

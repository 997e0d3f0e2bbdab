"""Proposals: a list that came up below the field that was typed into, though its outline is not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.popups import stands

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Scene

_FEWEST = 2
"""Entries of such a list."""
_BELOW, _INSET = 2.0, 2.0
"""Heights of a text from the field's foot to the first entry, and from its left end to all, at most."""
_ASTRAY = 3
"""Pixels by which the left ends of two entries differ, at most."""


def has_proposals(field: Box, before: Scene, now: Scene) -> bool:
    """Whether new texts stand in a column that begins right below a field, at its left end.

    Args:
        field: its box.
        before: the screen on which it was clicked.
        now: the present one.
    """
    high = now.text_height
    new = [
        line.box
        for line in now.lines
        if line.box.top >= field.bottom
        and 0 <= line.box.left - field.left <= _INSET * high
        and line.box.right <= field.right
        and not stands(line, now.frame, before)
    ]
    first = min(new, key=lambda box: box.top, default=None)
    if first is None or first.top - field.bottom > _BELOW * high:
        return False
    return sum(abs(box.left - first.left) <= _ASTRAY for box in new) >= _FEWEST

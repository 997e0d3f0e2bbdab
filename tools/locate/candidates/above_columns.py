"""Labels above the fields of two columns that were read as one text, as they stand close."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Scene
    from tools.see.text.gaps import Gap, Spacing

_BELOW = 1.0
"""Heights of a line between it and the fields below it, at most."""
_IN_LINE, _INSIDE = 2, 6
"""Pixels by which a label begins beside the left edge of its own field; and a line inside the first one's, at
most: there no other label can begin."""


def above_columns(scene: Scene, box: Box, spacing: Spacing) -> tuple[Gap, ...]:
    """The gaps before labels that begin where a field or switch right below the line does, as the line does.

    Args:
        scene: What is on the screen.
        box: The line's, in frame pixels.
        spacing: Of its letters.
    """
    lefts = [
        one.box.left
        for one in scene.widgets
        if one.kind != "button" and 0 <= one.box.top - box.bottom <= _BELOW * box.height
    ]
    if not any(abs(left - spacing.left) <= _INSIDE for left in lefts):
        return ()
    return tuple(gap for gap in spacing.gaps if any(abs(gap.right - left) <= _IN_LINE for left in lefts))

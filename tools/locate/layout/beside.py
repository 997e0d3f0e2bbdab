"""What stands beside a field and makes its row higher: then its label, at the row's top, is far above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Scene

_OFF = 2
"""Pixels by which the middles of two things in one row differ, at most: toolkits center what is lower."""
_CLOSE = 1.5
"""Heights of a text between it and the first of what it stands over, and between two of those, at most."""


def is_centred_beside(scene: Scene, label: Box, field: Box) -> bool:
    """Whether another text on a label's row stands over something high, with the field at its middle.

    Rows of a form are as high as the highest in them; toolkits put what is lower at the middle.
    """
    texts = (line.box for line in scene.lines if line.box.same_row(label) and line.box.gap_across(field) > 0)
    return any(
        high.height > field.height
        and high.gap_across(field) > 0
        and abs(high.center.y - field.center.y) <= _OFF
        for text in texts
        if (high := _stands_over(scene, text)) is not None
    )


def _stands_over(scene: Scene, text: Box) -> Box | None:
    """What is below a text and close to it: an element, or all boxes and radio buttons of a column."""
    below = sorted(
        (
            one
            for one in scene.widgets
            if (one.is_field or one.is_indicator)
            and one.box.center.y > text.bottom
            and one.box.left < text.right
            and text.left < one.box.right
        ),
        key=lambda one: one.box.top,
    )
    found: Box | None = None
    for one in below:
        last = found or text
        is_next = one.box.top - last.bottom <= _CLOSE * text.height and (found is None or one.is_indicator)
        if not is_next:
            break
        found = one.box if found is None else found.union(one.box)
        if not one.is_indicator:
            break
    return found

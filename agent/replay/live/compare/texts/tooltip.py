"""Tooltip: a text in a small box of its own by the pointer, which comes when the pointer rests.

A replay may be too quick for it, or a window may have come up elsewhere and not below the pointer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.layout.bands import even_stretch

if TYPE_CHECKING:
    from tools.geometry import Point
    from tools.see.scene import Line, Scene

_FAR = 4
"""Heights of its text that a tooltip is from the pointer, at most."""
_HIGH = 3.5
"""Heights of its text that a tooltip is high, at most: two lines and a margin."""
_WIDE = 4
"""Heights of its text that a tooltip is wider than the text, at most."""


def is_tooltip(line: Line, scene: Scene, pointer: Point | None, target: Point | None) -> bool:
    """Whether a text is a tooltip, in which nothing is clicked next.

    Args:
        line: The text.
        scene: Its screen.
        pointer: Where the mouse was on it; None: unknown.
        target: Where the next action takes hold on it; None: nowhere.
    """
    text = line.box
    if pointer is None or not text.grow(_FAR * text.height).contains(pointer):
        return False
    box = _ground(scene, text)
    small = box.height <= _HIGH * text.height and box.width <= text.width + _WIDE * text.height
    return small and (target is None or not box.contains(target))


def _ground(scene: Scene, text: Box) -> Box:
    """The area of one colour around a text: up and down from its start, across above its letters."""
    gray, size = scene.frame.gray, scene.frame.size
    column, row = min(max(text.left - 2, 0), size.width - 1), min(max(text.top - 1, 0), size.height - 1)
    top, bottom = even_stretch(gray[:, column], text.center.y)
    left, right = even_stretch(gray[row], text.center.x)
    return Box(left, top, right - left, bottom - top)

"""Areas of which only a line at the foot is drawn, and whose first text shows how high they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.observation import differing

if TYPE_CHECKING:
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Line, Widget

_FLUSH, _INSET = 4, 0.8
"""Pixels by which a text begins left of the area that it is in, at most; heights of it that it does right."""
_ABOVE = 1.5
"""Heights of a text that it ends above what is seen of its area, at most."""
_PAD = 4
"""Pixels of an area above its first text."""


def grown_up(look: Look, field: Widget, first: Frame) -> Widget | None:
    """A field that is higher than it was seen: with the text that came up close above its empty box.

    Args:
        look: The frame after something was typed into it, and what reads it.
        field: As it is seen; nothing stands in it.
        first: The frame before.

    Returns:
        None where nothing came up there, or anything is drawn between the two, or beside that text.
    """
    if first.size != look.frame.size or look.has_ink(field.box.grow(-_PAD)):
        return None
    above = [line for line in look.scene.lines if _is_over(line.box, field.box)]
    nearest = max(above, key=lambda line: line.box.bottom, default=None)
    if nearest is None or not _came_up(look, nearest, first):
        return None
    box = field.box
    top = nearest.box.top - _PAD
    whole = box._replace(top=top, height=box.bottom - top)
    behind = Box(nearest.box.right + _PAD, top, box.right - nearest.box.right - _PAD, box.top - top)
    under = Box(box.left, nearest.box.bottom, box.width, box.top + _PAD - nearest.box.bottom)
    is_apart = any(part.height > 0 < part.width and look.has_ink(part) for part in (behind, under))
    return None if is_apart else replace(field, box=whole)


def _is_over(text: Box, field: Box) -> bool:
    aside = text.left - field.left
    is_flush = -_FLUSH <= aside <= _INSET * text.height and text.right <= field.right
    return is_flush and text.center.y < field.top and field.top - text.bottom <= _ABOVE * text.height


def _came_up(look: Look, line: Line, first: Frame) -> bool:
    """Whether a text stands where nothing did: its ground was even."""
    pixels = first.words[line.box.clip(first.size).slices]
    is_even = bool((pixels == pixels[0, 0]).all())
    return is_even and bool(differing(first, look.frame, line.box).any())

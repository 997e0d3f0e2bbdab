"""Areas of which only a line at the foot is drawn, and whose first text shows how high they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.observation import COLOR

if TYPE_CHECKING:
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

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
        field: As it is seen; nothing stands in it but the feet of that text.
        first: The frame before.

    Returns:
        None where no text is there, or anything was before, or is drawn between the two or beside that text:
        it may be of the field above.
    """
    if first.size != look.frame.size:
        return None
    over = [line.box for line in look.scene.lines if _is_over(line.box, field.box)]
    text = max(over, key=lambda box: box.bottom, default=None)
    if text is None:
        return None
    box, top = field.box, text.top - _PAD
    upper = box._replace(top=top, height=box.top + _PAD - top)
    others = (one.box for one in look.scene.widgets if not one.box.meets(box))
    if not _is_even(first, upper) or any(other.meets(upper) for other in others):
        return None
    middle = max(box.top, text.bottom)
    behind = Box(text.right + _PAD, top, box.right - text.right - _PAD, middle - top)
    under = Box(box.left, text.bottom, box.width, box.bottom - _PAD - text.bottom)
    is_apart = any(part.height > 0 < part.width and look.has_ink(part) for part in (behind, under))
    return None if is_apart else replace(field, box=box._replace(top=top, height=box.bottom - top))


def _is_over(text: Box, field: Box) -> bool:
    aside = text.left - field.left
    is_flush = -_FLUSH <= aside <= _INSET * text.height and text.right <= field.right
    return is_flush and text.center.y < field.top and field.top - text.bottom <= _ABOVE * text.height


def _is_even(frame: Frame, box: Box) -> bool:
    """Whether a part of a frame has one colour alone: a border or another field's ground may be faint."""
    pixels = frame.words[box.clip(frame.size).slices] & COLOR
    return bool(pixels.size and (pixels == pixels[0, 0]).all())

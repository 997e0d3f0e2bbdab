"""Fields as they are on a later look: their name may be gone, and what they hold may have left them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.errors import NotFound
from tools.locate.fields import find_field, is_cell
from tools.see.pixels.lit import is_lit_since

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.observation import Frame
    from tools.see.scene import Widget

_ASTRAY = 2
"""Pixels by which the edges of a field and of its end may differ."""


def current(look: Look, field: Widget, target: Locator, first: Frame | None = None) -> Widget:
    """The field as it is on this look.

    What names it may have been a placeholder, which is gone; and a selection, or a caret on a shaded ground,
    may cut it in two.

    Args:
        look: The present one.
        field: As it was seen.
        target: Its name.
        first: The frame on which it was seen; where its border stands as it did there, or the very text is
            selected that it held, it is the same.

    Raises:
        NotFound: it is not there any more.
    """
    stands = first is not None and _has_same_border(look.frame, first, field.box)
    try:
        now = find_field(look.scene, target)
    except NotFound:
        is_selected = first is not None and is_lit_since(first, look.frame, field.box)
        is_end = any(_is_end_of(widget.box, field.box) for widget in look.scene.widgets)
        if stands or is_selected or is_end:
            return field
        raise
    is_here = now.box.contains(field.box.center)
    return field if is_here and (stands or _is_cell_around(now, field, look)) else now


def _is_cell_around(now: Widget, field: Widget, look: Look) -> bool:
    """Whether what bears the name now is the cell around the field that bore it, which is not seen."""
    is_larger = now.box != field.box and now.box.overlap(field.box) == field.box
    return is_larger and is_cell(look.scene, now)


def as_it_is(look: Look, field: Widget, target: Locator, first: Frame) -> Widget:
    """The field as what it holds has left it: some are as wide as that, others get an edge by the focus."""
    try:
        now = current(look, field, target, first)
    except NotFound:  # hidden, by its list for one; or a cell held its own name
        now = field
    if now == field and any(relation == "in row" for relation, _ in target.qualifiers):
        now = _editor_in(field, look)
    return now if now.kind == field.kind and now.box.contains(field.box.center) else field


def _editor_in(cell: Widget, look: Look) -> Widget:
    """The field that stands where a cell was, and is no list over several rows; else the cell."""
    high = 2 * cell.box.height
    there = [one for one in look.scene.widgets if one.box.contains(cell.box.center) and one.box.height < high]
    fields = [one for one in there if one.kind == cell.kind and not _is_end_of(one.box, cell.box)]
    return min(fields, key=lambda one: one.box.area, default=cell)


def _is_end_of(part: Box, field: Box) -> bool:
    """Whether what was made out is a field, or what is behind a selection as high as the field is."""
    ends = (part.right - field.right, part.top - field.top, part.bottom - field.bottom)
    return part == field or (part.left > field.left and max(map(abs, ends)) <= _ASTRAY)


def _has_same_border(one: Frame, other: Frame, box: Box) -> bool:
    if one.size != other.size:
        return False
    around, inside = box.grow(1).clip(one.size), box.grow(-1)
    differs = one.words[around.slices] != other.words[around.slices]
    differs[inside.shift(-around.left, -around.top).slices] = False
    return not differs.any()

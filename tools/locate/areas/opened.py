"""The list that a drop-down has opened: which part of the screen it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.areas.entries import EntryList
from tools.observation import bounds, differing, is_caret
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.locate.look import Look
    from tools.see.scene import Widget

_RING = 4
"""Pixels around the edge of something, on either side of it, in which its focus is drawn."""


def opened_list(look: Look, field: Widget, before: str) -> EntryList | None:
    """What has opened since the look before, at the field: below, above or over it; None: nothing yet.

    What changed elsewhere (a clock) is no list, nor is the field itself, which shows its focus, with another
    one that has lost it. One over its field has an entry where that showed its value: another text.

    Args:
        look: After the click.
        field: What was clicked.
        before: What it showed then.
    """
    height = look.scene.text_height
    near = field.box.grow(round(height))
    around = [box for box in look.changes if box.overlap(near).area and not _is_focus(look, box, field)]
    if not around:
        return None
    whole = around[0]
    for box in around[1:]:
        whole = whole.union(box)
    shown = look.scene.lines_in(field.box)
    is_covered = bool(shown) and not any(same(line.text, before) for line in shown)
    return EntryList(whole, None if is_covered else field.box)


def _is_focus(look: Look, changed: Box, field: Widget) -> bool:
    """Whether all that changed is a field that was clicked, and what focus and pointer have left.

    That is a ring, within which a caret at most has changed, and buttons and boxes that are drawn otherwise.
    """
    assert look.before is not None  # something has changed since
    rest = differing(look.before, look.frame, changed)
    for one in (field, *(one for one in look.scene.widgets if not one.is_field)):
        rest[_within(one.box.grow(_RING).overlap(changed), changed)] = False
    ring = bounds(rest)
    if ring is None:
        return True
    inside = bounds(rest[ring.grow(-_RING).slices])
    return inside is None or is_caret(inside)


def _within(part: Box, whole: Box) -> tuple[slice, slice]:
    """A part of a box, as a place in an array of that box."""
    return part.shift(-whole.left, -whole.top).slices

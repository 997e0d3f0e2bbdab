"""The list that a drop-down has opened: which part of the screen it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.areas.entries import EntryList
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.locate.look import Look
    from tools.see.scene import Widget


def opened_list(look: Look, field: Widget, before: str) -> EntryList | None:
    """What has opened since the look before, at the field: below, above or over it; None: nothing yet.

    What changed elsewhere (a clock) is no list, nor is the field itself, which shows its focus. One over its
    field has an entry where that showed its value: another text.

    Args:
        look: After the click.
        field: What was clicked.
        before: What it showed then.
    """
    height = look.scene.text_height
    near = field.box.grow(round(height))
    around = [box for box in look.changes if box.overlap(near).area and not _within(box, field.box.grow(4))]
    if not around:
        return None
    whole = around[0]
    for box in around[1:]:
        whole = whole.union(box)
    shown = look.scene.lines_in(field.box)
    is_covered = bool(shown) and not any(same(line.text, before) for line in shown)
    return EntryList(whole, None if is_covered else field.box)


def _within(inner: Box, outer: Box) -> bool:
    return inner.overlap(outer) == inner

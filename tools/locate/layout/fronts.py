"""Fronts: what tells that a label between two fields of a row stands before its own, and not behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.claims import claim, is_free
from tools.locate.layout.units import is_unit

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

_NEXT = 4.0
"""Heights of a text that what may be its own field stands right of it, at most."""
_NEARER = 0.6
"""Of its distance to the field behind it, that of a unit to its own one before it, at most."""
_ALIGNED = 3
"""Pixels by which the left edges of fields in one column differ, at most: a focus ring is as wide."""


def leads_to_button(scene: Scene, label: Box) -> bool:
    """Whether what seems a button stands close behind a text as its field would: it may be one."""
    return any(
        one.kind == "button"
        and label.same_row(one.box)
        and 0 <= one.box.left - label.right <= _NEXT * label.height
        for one in scene.widgets
    )


def is_named_from_front(scene: Scene, field: Widget) -> bool:
    """Whether another field of the column, the first of its form, has a label right before it."""
    column = [
        one
        for one in scene.widgets
        if one.is_field and one != field and abs(one.box.left - field.box.left) <= _ALIGNED
    ]
    return any(_leads(scene, line, one) for line in scene.lines for one in column)


def leads_as_others(scene: Scene, label: Line, field: Widget) -> bool:
    """Whether another text of the label's column stands alone before a field or a switch of the field's."""
    others = [
        (line.box, one.box)
        for line in scene.lines
        for one in scene.widgets
        if (one.is_field or one.is_indicator)
        and one != field
        and line.box.same_row(one.box)
        and abs(line.box.left - label.box.left) <= _ALIGNED
        and abs(one.box.left - field.box.left) <= _ALIGNED
        and is_free(scene, line)
    ]
    boxes = [one.box for one in scene.widgets]
    return any(
        not any(box.same_row(text) and 0 <= text.left - box.right <= own.left - text.right for box in boxes)
        for text, own in others
    )


def _leads(scene: Scene, line: Line, field: Widget) -> bool:
    """Whether a text is the first thing of its row, and stands before a field."""
    if not line.box.same_row(field.box) or line.box.right > field.box.left or not is_free(scene, line):
        return False
    before = (one.box for one in scene.widgets if one.box.right <= line.box.left)
    return claim(scene, line, field) is not None and not any(box.same_row(line.box) for box in before)


def trails_as_others(scene: Scene, label: Line, ahead: Widget) -> bool:
    """Whether a unit right behind a field belongs to that, though it stands before another as a label does.

    It is nearer to the one before; or its row begins with a field, and another unit ends one as it does.
    """
    is_before = label.box.same_row(ahead.box) and label.box.right <= ahead.box.left
    gap = _behind_field(scene, label) if is_before and is_unit(label.text) else None
    if gap is None:
        return False
    is_nearer = gap <= _NEARER * (ahead.box.left - label.box.right)
    if not is_nearer and not _begins_with_field(scene, label.box):
        return False
    return any(
        line != label
        and is_unit(line.text)
        and (is_nearer or line.box.same_row(label.box))
        and (its := _behind_field(scene, line)) is not None
        and abs(its - gap) <= _ALIGNED
        and not any(one.box.same_row(line.box) and one.box.left >= line.box.right for one in scene.widgets)
        for line in scene.lines
    )


def _begins_with_field(scene: Scene, label: Box) -> bool:
    """Whether nothing stands before the first field of a label's row."""
    fields = [one.box.left for one in scene.widgets if one.is_field and one.box.same_row(label)]
    return not any(line.box.same_row(label) and line.box.right <= min(fields) for line in scene.lines)


def _behind_field(scene: Scene, line: Line) -> int | None:
    """Pixels between a text and the last thing before it on its row, where that is a field."""
    before = [one for one in scene.widgets if one.box.same_row(line.box) and one.box.right <= line.box.left]
    last = max(before, key=lambda one: one.box.right, default=None)
    return line.box.left - last.box.right if last is not None and last.is_field else None

"""Input groups: boxes side by side under one label, of which the first may be a button or a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.errors import Ambiguous
from tools.locate.layout.labels import labels_of
from tools.ocrtext.same import same
from tools.see.scene import Widget

if TYPE_CHECKING:
    from typing import TypeVar

    from tools.locate.locator import Locator
    from tools.see.scene import Line, Scene

    Holder = TypeVar("Holder")

_EVEN = 2
"""Pixels by which the room on both sides of a centred text differs, and by which boxes of a group do."""
_CAPTION = 1.2
"""Times its height that a button with a caption is wide, at least: what is narrower is a field's own icon."""
_PADDED = 0.4
"""Heights of a letter that a button has on both sides of its text, at least."""


def not_in_group(scene: Scene, holder: Holder, locator: Locator) -> Holder:
    """What a text is to be entered into, where its name can't mean the box beside it as well.

    Buttons may be drawn as fields are. Only their text tells: it takes the middle of its box, while that of
    a field begins at the left, save a short number. After something was typed it tells no more. A cell that
    is named by its row has no such neighbour; and a text above a button names that, or the field behind it.

    Args:
        scene: What is on the screen, with nothing typed yet.
        holder: What bears the name, a field or anything else.
        locator: Its name.

    Raises:
        Ambiguous: it may be a button, and the box beside it the field.
    """
    if not isinstance(holder, Widget) or locator.qualifiers:
        return holder
    shown = _centred_in(scene, holder)
    if shown is not None and same(shown.text, locator.text):
        return holder  # it is named by what it holds
    is_button = shown is not None and any(map(str.isalpha, shown.text)) and _has_field_beside(scene, holder)
    if is_button or _is_named_past_button(scene, holder):
        raise Ambiguous(
            f'"{locator.text}" may name either of two boxes side by side, of which one may be a button: '
            'click the one that is meant, and then say only what is typed: Type "..."'
        )
    return holder


def _centred_in(scene: Scene, box: Widget) -> Line | None:
    """The one text of a box, where it stands in the middle with room on both sides as on a button."""
    lines = scene.lines_in(box.box)
    if len(lines) != 1:
        return None
    before, behind = lines[0].box.left - box.box.left, box.box.right - lines[0].box.right
    is_centred = abs(before - behind) <= _EVEN and before >= _PADDED * scene.text_height
    return lines[0] if is_centred else None


def _has_field_beside(scene: Scene, first: Widget) -> bool:
    """Whether another field comes next, as high, that no other text names, and its own isn't centred."""
    near = [
        one
        for one in scene.widgets
        if one.box.same_row(first.box) and 0 <= one.box.left - first.box.right <= first.box.height
    ]
    next_ = min(near, key=lambda one: one.box.left, default=None)
    if next_ is None or next_.kind != "field" or _centred_in(scene, next_) is not None:
        return False
    names = [line for line in labels_of(scene, next_) if not first.box.contains(line.box.center)]
    return _is_as_high(first, next_) and not names


def _is_named_past_button(scene: Scene, field: Widget) -> bool:
    """Whether the text above a field begins with a button joined to its left end: it may be a field."""
    joined = [
        one
        for one in scene.widgets
        if one.kind == "button"
        and one.box.width >= _CAPTION * one.box.height
        and _is_as_high(one, field)
        and 0 <= field.box.left - one.box.right <= field.box.height
    ]
    return any(
        line.box.bottom <= one.box.top + _EVEN
        and abs(line.box.left - one.box.left) <= line.box.height / 2 < abs(line.box.left - field.box.left)
        for one in joined
        for line in labels_of(scene, field)
    )


def _is_as_high(one: Widget, other: Widget) -> bool:
    return max(abs(one.box.top - other.box.top), abs(one.box.bottom - other.box.bottom)) <= _EVEN

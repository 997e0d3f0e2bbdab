"""Keys that went astray: what they were to select in a field is selected in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from tools.see.pixels.lit import is_lit_since

if TYPE_CHECKING:
    from tools.locate.locator import Locator
    from tools.locate.look import Look
    from tools.see.scene import Widget

_SHARED = 0.2
"""Part of the smaller one that two fields have in common, at most."""


def check_selected(field: Widget, target: Locator, before: Look, look: Look) -> None:
    """Fail where keys that select all have done so elsewhere, before what that field holds is typed over.

    Args:
        field: The one that was clicked.
        target: Its name.
        before: The look before the keys.
        look: The one after them.

    Raises:
        StepFailed: they have.
    """
    for other in others_than(field, look):
        if is_lit_since(before.frame, look.frame, other.box):
            at = f"({other.box.center.x}, {other.box.center.y})"
            raise StepFailed(f"{target} does not take the keyboard: the field at {at} has it")


def others_than(field: Widget, look: Look) -> list[Widget]:
    """The fields that are not the one that was clicked: of neighbours the edges may run into each other."""
    return [
        one
        for one in look.scene.widgets
        if one.is_field and one.box.overlap(field.box).area <= _SHARED * min(one.box.area, field.box.area)
    ]

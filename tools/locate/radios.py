"""Radio buttons of one row, of which only one is on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.see.scene import Scene, Widget


def one_of_row(scene: Scene, found: Widget) -> Widget:
    """The indicator; the state of a radio button is unknown where the next one seems to be on as well."""
    if found.kind != "radio" or not found.checked:
        return found
    row = [one for one in scene.widgets if one.kind == "radio" and one.box.same_row(found.box)]
    others = [one.box for one in row if one.checked and one.box != found.box]
    doubted = any(_count_between(scene, box, found.box) <= 1 for box in others)
    return replace(found, checked=None) if doubted else found


def _count_between(scene: Scene, one: Box, other: Box) -> int:
    """How many texts and widgets of their row stand between two radio buttons: of neighbours a caption."""
    low, high = sorted((one.center.x, other.center.x))
    boxes = [line.box for line in scene.lines] + [widget.box for widget in scene.widgets]
    return sum(box.same_row(one) and low < box.center.x < high for box in boxes)

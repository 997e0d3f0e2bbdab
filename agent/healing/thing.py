"""What lies under a point, as far as it can be told: its kind, its text, its box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.models.reader.locate import widget_around
from agent.models.reader.naming import name_of
from tools.geometry import Box, Point

if TYPE_CHECKING:
    from tools.scene import Scene, WidgetKind

_ICON = 16
"""Half the side of what is taken for the box of something without shape and text, in pixels."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A widget, a text or a spot of the screen. Frame pixels."""

    kind: WidgetKind | None
    label: str
    """What it is called; "" when nothing names it."""
    box: Box


def thing_at(scene: Scene, point: Point) -> Thing:
    """What a click at the point would go to."""
    widget = widget_around(scene, Box.around(point, 1))
    name = name_of(scene, point)
    under = next((line for line in scene.lines if line.box.grow(2).contains(point)), None)
    label = name.target.text if name else under.text if under else ""
    if widget is not None:
        return Thing(widget.kind, label, widget.box)
    return Thing(None, label, under.box if under else Box.around(point, _ICON))


def things(scene: Scene, kind: WidgetKind | None) -> list[Thing]:
    """All that are of a kind; of no kind are the texts outside of widgets."""
    if kind is not None:
        boxes = [widget.box for widget in scene.widgets if widget.kind == kind]
    else:
        boxes = [line.box for line in scene.lines if widget_around(scene, line.box) is None]
    return [thing_at(scene, box.center) for box in boxes]

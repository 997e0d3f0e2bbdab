"""What fields and indicators of a scene show: where a click went, whether a box is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.describe import resolve
from tools.locate.errors import NotFound

if TYPE_CHECKING:
    from tools.geometry import Point
    from tools.locate.describe import NamedElement
    from tools.see.scene import Scene, Widget


def field_at(scene: Scene, point: Point | None) -> Widget | None:
    """The field or drop-down that a click at that place (frame pixels) went into."""
    widget = scene.widget_at(point) if point is not None else None
    return widget if widget and widget.is_field else None


def is_ticked(scene: Scene, name: NamedElement) -> bool | None:
    """Whether an indicator is ticked; None where it can't be found, or can't be made out."""
    try:
        widget = scene.widget_at(resolve(scene, name).center)
    except NotFound:
        return None
    return widget.checked if widget else None

"""Boxes of GTK's widgets in screen pixels; in those of the window in GTK 4, which does not know its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from training.screens.programs.gtk.binding import FOUR
from training.screens.programs.truth import element

if TYPE_CHECKING:
    from training.screens.programs.truth import Told


def box(one: Any, part: Any = None) -> list[float]:
    """Where a widget lies, or a part of it given as left, top, width, height."""
    left, top, width, height = _bounds(one)
    if part is not None:
        left, top, (width, height) = left + part[0], top + part[1], part[2:]
    scale = one.get_scale_factor()
    return [scale * side for side in (left, top, width, height)]


def _bounds(one: Any) -> list[float]:
    if FOUR:
        native = one.get_native()
        _, found = one.compute_bounds(native)
        across, down = native.get_surface_transform()
        over = _over(native)
        left, top = found.origin.x + across + over[0], found.origin.y + down + over[1]
        return [left, top, found.size.width, found.size.height]
    top = one.get_toplevel()
    at = one.translate_coordinates(top, 0, 0) or (0, 0)
    _, x, y = top.get_window().get_origin()
    return [x + at[0], y + at[1], one.get_allocated_width(), one.get_allocated_height()]


def _over(native: Any) -> tuple[float, float]:
    """Where a pop-over's surface lies in its window's."""
    surface = native.get_surface()
    if not hasattr(surface, "get_position_x"):
        return 0, 0
    outer = _over(native.get_parent().get_native())
    return surface.get_position_x() + outer[0], surface.get_position_y() + outer[1]


def is_shown(one: Any) -> bool:
    """Whether a widget is on the screen."""
    return bool(one.get_mapped() and one.get_child_visible())


def bars(scrolled: Any) -> list[Told]:
    """The scroll bars of an area that scrolls, where they are shown."""
    both = (scrolled.get_vscrollbar(), scrolled.get_hscrollbar())
    return [element("scrollbar", box(bar)) for bar in both if is_shown(bar)]


def children(one: Any) -> list[Any]:
    """The widgets in a widget, its own parts included."""
    found: list[Any] = []
    if FOUR:
        child = one.get_first_child()
        while child is not None:
            found.append(child)
            child = child.get_next_sibling()
    elif hasattr(one, "forall"):
        one.forall(found.append)
    return found


def offspring(one: Any) -> list[Any]:
    """All widgets in a widget, however deep."""
    return [inner for child in children(one) for inner in (child, *offspring(child))]

"""Fusing: the widgets that shapes show, refined by what the detector proposes.

What the shape rules found stays, with their exact edges. The detector adds what they miss, and tells a field
from a button of the same shape. Where the two disagree about a state nobody knows it: the step looks closer
or stops.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.see.scene import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.elements.element import Element, ElementKind
    from tools.see.scene import WidgetKind

AS_WIDGET: dict[ElementKind, WidgetKind] = {
    "field": "field",
    "area": "field",
    "number": "field",
    "date": "field",
    "dropdown": "dropdown",
    "combo": "dropdown",
    "checkbox": "checkbox",
    "radio": "radio",
    "switch": "checkbox",
}
"""Kinds that the detector may add, and the widgets that they are."""
BETWEEN: frozenset[ElementKind] = frozenset(("slider", "progress", "button", "icon-button"))
"""Kinds that are no field: where one stands behind a label, the next field is not that label's."""
INDICATORS: frozenset[ElementKind] = frozenset(("checkbox", "radio", "switch"))
ADDED = 0.5
"""Score from which an element that no shape shows is a widget: of fields nine of ten such are some."""
RENAMED = 0.3
"""Score from which a field is one whose shape is a button's: on 60 pictures of the exam none of 319 buttons,
tabs and icons is seen as one, and 298 of 309 fields are."""
SURE = 0.99
"""Likelihood of a state from which the detector is believed alone."""
DOUBTING = 0.5
"""Likelihood of another state from which the shape's is not believed."""
SAME = 0.4
"""Share of their union that an element and a widget have in common when they are one."""
PART = 0.15
"""Share of a field that an arrow of its own, or of its scroll bar, takes, at most."""
ASTRAY = 4
"""Pixels by which the ends of a drop-down's arrow and of what the detector sees differ, at most."""
PLACED = 0.3
"""Share of the smaller one that an indicator and an element have in common that shows it to be one: of 179
that are on 168 have it, of 43 icons and badges that look so one."""
FREE = 0.2
"""Share of the smaller one that an added element and a widget have in common, at most."""


def fuse(shapes: Sequence[Widget], elements: Sequence[Element]) -> tuple[Widget, ...]:
    """The widgets of a frame, top to bottom.

    Args:
        shapes: The widgets by their shape alone.
        elements: What the detector proposes for the same frame.
    """
    shown = [judged(_as_field(widget, elements), elements) for widget in shapes]
    added = [
        widget
        for element in elements
        if (widget := _widget(element)) is not None
        and not (element.kind in BETWEEN and any(_is_rather(other, element) for other in elements))
        and not any(
            _share_of_smaller(shape.box, widget.box) > FREE for shape in shapes if not _is_part(shape, widget)
        )
    ]
    return tuple(sorted([*shown, *added], key=lambda widget: (widget.box.top, widget.box.left)))


def _is_rather(field: Element, other: Element) -> bool:
    """Whether what may be no field is less sure than a field that it runs into."""
    is_field = AS_WIDGET.get(field.kind) in ("field", "dropdown") and field.score >= ADDED
    return is_field and field.score > other.score and _share_of_smaller(field.box, other.box) > FREE


def _is_part(shape: Widget, field: Widget) -> bool:
    """Whether a button is an arrow of a field or of its scroll bar: a drop-down's is all of its right end."""
    is_within = shape.box.overlap(field.box).area > FREE * shape.box.area
    ends = zip(
        (shape.box.top, shape.box.right, shape.box.bottom),
        (field.box.top, field.box.right, field.box.bottom),
        strict=True,
    )
    is_end = shape.box.width <= shape.box.height and all(abs(one - other) <= ASTRAY for one, other in ends)
    is_arrow = (field.kind == "dropdown" and is_end) or shape.box.area <= PART * field.box.area
    return shape.kind == "button" and is_within and is_arrow


def _as_field(widget: Widget, elements: Sequence[Element]) -> Widget:
    """The widget; a field where it has a button's shape, as one that its text fills, and is seen as one."""
    if widget.kind != "button":
        return widget
    seen = [one for one in elements if _share_of_union(one.box, widget.box) > SAME]
    best = max(seen, key=lambda one: one.score, default=None)
    if best is None or best.score < RENAMED or AS_WIDGET.get(best.kind) not in ("field", "dropdown"):
        return widget
    return replace(widget, kind=AS_WIDGET[best.kind])


def judged(widget: Widget, elements: Sequence[Element]) -> Widget:
    """The widget; its state is unknown where an element in its place is seen in another one."""
    if not widget.is_indicator or widget.checked is None:
        return widget
    state = "on" if widget.checked else "off"
    doubted = any(
        one.kind in INDICATORS
        and one.state != state
        and one.state_score >= DOUBTING
        and _share_of_union(one.box, widget.box) > SAME
        for one in elements
    )
    return replace(widget, checked=None) if doubted else widget


def has_indicator(box: Box, elements: Sequence[Element]) -> bool:
    """Whether an element is an indicator, or a menu's entry that is marked, in the place of a box."""
    return any(
        (one.kind in INDICATORS and _share_of_smaller(one.box, box) > PLACED)
        or (one.kind == "menu-item" and one.state == "on" and box.lies_mostly_in(one.box))
        for one in elements
    )


def is_mixed(box: Box, elements: Sequence[Element]) -> bool:
    """Whether a check box whose shape leaves its state open is seen as one that is on for a part.

    Of 61 that are so 42 are seen, of six that are on or off none.
    """
    return state_seen(box, elements) == "mixed"


def state_seen(box: Box, elements: Sequence[Element]) -> str | None:
    """The state that the surest indicator in the place of a box is seen in; None where there is none."""
    best = indicator_seen(box, elements)
    return None if best is None else best.state


def indicator_seen(box: Box, elements: Sequence[Element]) -> Element | None:
    """The surest indicator in the place of a box."""
    seen = [one for one in elements if one.kind in INDICATORS and _share_of_union(one.box, box) > SAME]
    return max(seen, key=lambda one: one.score, default=None)


def with_switches(shapes: Sequence[Widget], switches: Sequence[Widget]) -> list[Widget]:
    """The widgets with the switches, whose knob or track may have been taken for one."""
    boxes = [switch.box for switch in switches]
    return [*switches, *(one for one in shapes if not any(one.box.lies_mostly_in(box) for box in boxes))]


def _widget(element: Element) -> Widget | None:
    """The widget that an element is, its state where it is sure; a button for all that is no field."""
    if element.kind in BETWEEN:
        return Widget("button", element.box)
    kind = AS_WIDGET.get(element.kind)
    if kind is None or element.score < ADDED:
        return None
    known = kind in ("checkbox", "radio") and element.state in ("on", "off") and element.state_score >= SURE
    return Widget(kind, element.box, element.state == "on" if known else None)


def _share_of_union(one: Box, other: Box) -> float:
    common = one.overlap(other).area
    return common / (one.area + other.area - common)


def _share_of_smaller(one: Box, other: Box) -> float:
    return one.overlap(other).area / min(one.area, other.area)

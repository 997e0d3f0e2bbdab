"""What lies under a point, as far as it can be told: its kind, its text, its box. Frame pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from tools.geometry import Box
from tools.locate.describe import named_at, named_field, resolve
from tools.locate.labels import ONE_LINE, captions, labels
from tools.see.scene import WidgetKind

if TYPE_CHECKING:
    from tools.geometry import Point
    from tools.see.scene import Line, Scene, Widget

Kind: TypeAlias = WidgetKind | Literal["text", "picture"]
"""A `picture` is something with neither a text nor a shape that is known: an icon, a spot on a map."""

_ICON = 12
"""Half the side of what is taken for the box of a picture."""
_ROUND = 2
"""Pixels around a text that belong to it."""


@dataclass(frozen=True, slots=True)
class Element:
    """A widget, a text or a picture."""

    kind: Kind
    label: str
    """What it is called; "" when nothing names it."""
    box: Box
    lines: tuple[Line, ...] = ()
    """The text that it is called after, then those that stand in it."""


def element_at(scene: Scene, point: Point) -> Element:
    """What a click at the point goes to. A check box's caption is the check box, a list's entry a text."""
    line, name = _line_at(scene, point), named_at(scene, point)
    widget = scene.widget_at(point) or _captioned(scene, line)
    if widget is not None and not (widget.is_field and name is not None and name.role == "text"):
        found = _widget(scene, widget)
        return found if found.label or not _is_pane(widget) else _pictured(scene, point)
    if name is not None:
        box = resolve(scene, name)
        return Element("text", name.locator.text, box, scene.lines_in(box))
    return _pictured(scene, point) if line is None else Element("text", line.text, line.box, (line,))


def elements(scene: Scene, kind: Kind) -> list[Element]:
    """All of a kind; texts are those outside of widgets, and pictures can't be told from the ground."""
    if kind == "picture":
        return []
    if kind != "text":
        return [_widget(scene, widget) for widget in scene.widgets if widget.kind == kind]
    free = [line for line in scene.lines if scene.widget_at(line.box.center) is None]
    return [found for line in free if (found := element_at(scene, line.box.center)).kind == "text"]


def is_choice(scene: Scene, thing: Element) -> bool:
    """Whether it is an entry of a list, one of the things to choose from: another text is another choice."""
    around = scene.widget_at(thing.box.center)
    return thing.kind == "text" and around is not None and around.is_field


def _widget(scene: Scene, widget: Widget) -> Element:
    inside = scene.lines_in(widget.box)
    is_field = widget.is_field
    name = named_field(scene, widget) if is_field else named_at(scene, widget.box.center)
    called = name.locator.text if name else ""
    if widget.kind == "button":
        return Element("button", called or _joined(inside), widget.box, inside)
    around = labels if is_field else captions
    naming = [line for line in around(scene, widget.box) if called and line.text.startswith(called)]
    return Element(widget.kind, called, widget.box, (*naming[:1], *inside))


def _pictured(scene: Scene, point: Point) -> Element:
    return Element("picture", "", Box.around(point, _ICON).clip(scene.frame.size))


def _is_pane(widget: Widget) -> bool:
    """Whether it is a list or text area: without a label all that is known is which place in it was meant."""
    return widget.is_field and widget.box.height > ONE_LINE


def _line_at(scene: Scene, point: Point) -> Line | None:
    under = [line for line in scene.lines if line.box.grow(_ROUND).contains(point)]
    return min(under, key=lambda line: line.box.area, default=None)


def _captioned(scene: Scene, line: Line | None) -> Widget | None:
    """The check box or radio button whose caption a text is."""
    if line is None:
        return None
    indicators = [widget for widget in scene.widgets if widget.is_indicator]
    near = [one for one in indicators if one.box.gap_across(line.box) <= line.box.height]
    return next((one for one in near if captions(scene, one.box)[:1] == (line,)), None)


def _joined(lines: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in lines)

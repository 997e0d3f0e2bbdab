"""What lies under a point, as far as it can be told: its kind, its text, its box. Frame pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from agent.models.reader.anchors import FIELDS, ONE_LINE, captions, labels
from agent.models.reader.locate import widget_around
from agent.models.reader.naming import name_of, place
from agent.models.reader.relations import gap_across
from tools.geometry import Box
from tools.scene import WidgetKind

if TYPE_CHECKING:
    from agent.models.reader.naming import Name
    from tools.geometry import Point
    from tools.scene import Line, Scene, Widget

Kind: TypeAlias = WidgetKind | Literal["text", "picture"]
"""A `picture` is something with neither a text nor a shape that is known: an icon, a spot on a map."""

_ICON = 12
"""Half the side of what is taken for the box of a picture."""
_ROUND = 2
"""Pixels around a text that belong to it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A widget, a text or a picture."""

    kind: Kind
    label: str
    """What it is called; "" when nothing names it."""
    box: Box
    lines: tuple[Line, ...] = ()
    """The text that it is called after, then those that stand in it."""


def thing_at(scene: Scene, point: Point) -> Thing:
    """What a click at the point goes to. A check box's caption is the check box, a list's entry a text."""
    widget, name = widget_around(scene, Box.around(point, 1)), name_of(scene, point)
    line = _line_at(scene, point)
    if widget is None and line is not None:
        widget = _captioned(scene, line)
        name = name_of(scene, widget.box.center) if widget else name
    if widget is not None and not _is_entry(widget, name):
        return _pictured(scene, point) if _is_pane(widget, name) else _widget(scene, widget, name)
    if name is not None:
        box = place(scene, name)
        return Thing("text", name.target.text, box, _inside(scene, box))
    return _pictured(scene, point) if line is None else Thing("text", line.text, line.box, (line,))


def things(scene: Scene, kind: Kind) -> list[Thing]:
    """All of a kind; texts are those outside of widgets, and pictures can't be told from the ground."""
    if kind == "picture":
        return []
    if kind != "text":
        named = [(one, name_of(scene, one.box.center)) for one in scene.widgets if one.kind == kind]
        return [_widget(scene, one, None if _is_entry(one, name) else name) for one, name in named]
    free = [line for line in scene.lines if widget_around(scene, line.box) is None]
    return [found for line in free if (found := thing_at(scene, line.box.center)).kind == "text"]


def is_choice(scene: Scene, thing: Thing) -> bool:
    """Whether it is an entry of a list, one of the things to choose from: another text is another choice."""
    around = widget_around(scene, thing.box)
    return thing.kind == "text" and around is not None and around.kind in FIELDS


def _widget(scene: Scene, widget: Widget, name: Name | None) -> Thing:
    inside = _inside(scene, widget.box)
    if widget.kind == "button":
        return Thing("button", name.target.text if name else _joined(inside), widget.box, inside)
    around = labels if widget.kind in FIELDS else captions
    naming = [line for line in around(scene, widget.box) if name and line.text.startswith(name.target.text)]
    return Thing(widget.kind, name.target.text if name else "", widget.box, (*naming[:1], *inside))


def _pictured(scene: Scene, point: Point) -> Thing:
    return Thing("picture", "", Box.around(point, _ICON).clip(scene.frame.size))


def _is_pane(widget: Widget, name: Name | None) -> bool:
    """Whether it is a list or text area without a name: all that is known is which place in it was meant."""
    return name is None and widget.kind in FIELDS and widget.box.height > ONE_LINE


def _is_entry(widget: Widget, name: Name | None) -> bool:
    """Whether the name is that of a text in a list or text area, not of the widget."""
    return widget.kind in FIELDS and name is not None and name.role == "text"


def _line_at(scene: Scene, point: Point) -> Line | None:
    under = [line for line in scene.lines if line.box.grow(_ROUND).contains(point)]
    return min(under, key=lambda line: line.box.area, default=None)


def _captioned(scene: Scene, line: Line) -> Widget | None:
    """The check box or radio button whose caption a text is."""
    indicators = [widget for widget in scene.widgets if widget.kind in ("checkbox", "radio")]
    near = [one for one in indicators if gap_across(one.box, line.box) <= line.box.height]
    return next((one for one in near if captions(scene, one.box)[:1] == (line,)), None)


def _joined(lines: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in lines)


def _inside(scene: Scene, box: Box) -> tuple[Line, ...]:
    return tuple(line for line in scene.lines if box.contains(line.box.center))

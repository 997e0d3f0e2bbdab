"""Elements: what lies under a point of a frame, of what kind it is, and which text it is called after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from tools.geometry import Box
from tools.locate.layout.labels import captions_of, indicator_of, labels_of
from tools.locate.layout.rows import is_row, row_text
from tools.see.scene import WidgetKind

if TYPE_CHECKING:
    from tools.geometry import Point
    from tools.see.scene import Line, Scene, Widget

Kind: TypeAlias = WidgetKind | Literal["text", "picture"]
"""A `picture` is something with neither a text nor a shape that is known: an icon, a spot on a map."""

ICON = 14
"""Pixels; half the side of an icon, where nothing but the point that was pointed at is known of it."""
_SLACK, _SLACK_SHARE = 3, 8
"""A click may miss a text by so many pixels, or by that part (an eighth) of the text's height."""
_MARKS = re.compile(r"\s*[:*]+$")


@dataclass(frozen=True, slots=True)
class Element:
    """A widget, a text or a picture. Boxes are in frame pixels."""

    kind: Kind
    box: Box
    labelled_by: Line | None = None
    """The text that it is called after: a field's label, an indicator's caption, a button's only line."""
    lines: tuple[Line, ...] = ()
    """The texts that stand in it."""
    widget: Widget | None = None
    """The widget that it is, or that a text stands in."""

    @property
    def label(self) -> str:
        """Its name for a person, without the colon or star behind it; "" when nothing names it."""
        if self.labelled_by is not None:
            return bare(self.labelled_by.text)
        return " ".join(line.text for line in self.lines) if self.kind == "button" else ""

    @property
    def texts(self) -> tuple[Line, ...]:
        """The text that it is called after, then the others that stand in it."""
        first = () if self.labelled_by is None else (self.labelled_by,)
        return (*first, *(line for line in self.lines if line is not self.labelled_by))

    @property
    def field(self) -> Widget | None:
        """The field or drop-down that it is; None when it is something else, as an entry of a list."""
        widget = self.widget
        return widget if widget is not None and widget.is_field and widget.kind == self.kind else None

    @property
    def is_choice(self) -> bool:
        """Whether it is an entry of a list, one of the things to choose from."""
        return self.kind == "text" and self.widget is not None and self.widget.is_field

    def caption_at(self, point: Point) -> Element | None:
        """The caption as a text of its own, where the point led to an indicator by lying on its caption."""
        line, widget = self.labelled_by, self.widget
        if line is None or widget is None or not widget.is_indicator or widget.box.contains(point):
            return None
        return _text(line, None)


def element_at(scene: Scene, point: Point) -> Element:
    """What a click at the point goes to. A check box's caption is the check box, a list's entry a text."""
    line = line_at(scene, point) or row_text(scene, point)
    widget = scene.widget_at(point) or (None if line is None else _widget_of(scene, line))
    if widget is None:
        return _picture(scene, point) if line is None else _text(line, None)
    if line is not None and not widget.box.contains(line.box.center):
        line = None
    entry = _entry(scene, widget, line)
    return element_of(scene, widget, line) if entry is None else _text(entry, widget)


def place_at(scene: Scene, point: Point) -> Element:
    """As `element_at`; but of a list or text area without a label only the place that was pointed at."""
    found = element_at(scene, point)
    field = found.field
    if field is not None and not found.label and scene.holds_several_lines(field):
        return _picture(scene, point)
    return found


def elements(scene: Scene, kind: Kind) -> list[Element]:
    """All elements of a kind; of texts those outside of widgets. Pictures can't be told from the ground."""
    if kind == "text":
        free = [line for line in scene.lines if _widget_of(scene, line) is None]
        return [_text(line, None) for line in free]
    return [element_of(scene, widget) for widget in scene.widgets if widget.kind == kind]


def line_at(scene: Scene, point: Point) -> Line | None:
    """The text under a point, which may miss its glyphs by a few pixels."""
    near = [line for line in scene.lines if line.box.grow(slack(line)).contains(point)]
    under = [line for line in near if line.box.contains(point)]
    return min(under or near, key=lambda line: abs(line.box.center.y - point.y), default=None)


def slack(line: Line) -> int:
    """Pixels around a text that belong to it: a click on them is meant for it."""
    return max(_SLACK, line.box.height // _SLACK_SHARE)


def bare(text: str) -> str:
    """A label without the colon or star behind it, which nobody says."""
    return _MARKS.sub("", text) or text


def element_of(scene: Scene, widget: Widget, under: Line | None = None) -> Element:
    """A widget as an element, whatever stands in it.

    Args:
        scene: What is on the screen.
        widget: One of the scene's.
        under: The text under the point, which a button with several texts is called after.
    """
    lines = scene.lines_in(widget.box)
    if widget.kind == "button":
        label = under or (lines[0] if len(lines) == 1 else None)
    else:
        label = next(iter((labels_of if widget.is_field else captions_of)(scene, widget)), None)
    return Element(widget.kind, widget.box, label, lines, widget)


def _text(line: Line, widget: Widget | None) -> Element:
    return Element("text", line.box, line, (line,), widget)


def _picture(scene: Scene, point: Point) -> Element:
    return Element("picture", Box.around(point, ICON).clip(scene.frame.size))


def _entry(scene: Scene, widget: Widget, line: Line | None) -> Line | None:
    """The entry of a list: the text under the point in a list, or in a row that looks like a field."""
    if not widget.is_field:
        return None
    inside = scene.lines_in(widget.box)
    if len(inside) == 1 and is_row(scene, widget.box, inside[0]):
        return inside[0]
    return line if scene.holds_several_lines(widget) else None


def _widget_of(scene: Scene, line: Line) -> Widget | None:
    """The widget that a text stands in, or whose caption it is: a click on that goes to the widget."""
    around = scene.widget_at(line.box.center)
    if around is not None:
        return around
    indicator = indicator_of(scene, line)
    if indicator is None or indicator.box.gap_across(line.box) > line.box.height:
        return None
    return indicator if captions_of(scene, indicator)[:1] == (line,) else None

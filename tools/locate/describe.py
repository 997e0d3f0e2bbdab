"""How a person would name what lies under a point.

A name is proposed and then proved: looked for on the same scene, as a step's target is, it must lead to the
very thing that the point lies in. What can't be proved has no name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tools.locate.errors import NotFound
from tools.locate.fields import find_field, find_indicator
from tools.locate.find import find
from tools.locate.labels import ONE_LINE, captions, labels, qualifiers
from tools.locate.locator import Locator
from tools.locate.rows import is_row, row_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box, Point
    from tools.see.scene import Line, Scene, Widget

Role = Literal["text", "field", "indicator"]

_MOST = 9
"""Equal things that are told apart by counting them, at most."""
_LONGEST = 80
"""Characters of a name."""
_SURE, _SURE_SIGN = 0.8, 0.7
"""The recogniser's scores below which a reading, and that of a single sign, is no name."""
_MARKS = re.compile(r"\s*[:*]+$")


@dataclass(frozen=True, slots=True)
class NamedElement:
    """What a thing on the screen is called, and what kind of thing that is."""

    locator: Locator
    role: Role
    """Found by `locate.find`, `fields.find_field` or `fields.find_indicator`."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What lies under a point."""

    role: Role
    box: Box
    texts: tuple[Line, ...]
    """What it may be called after, likeliest first."""


def named_at(scene: Scene, point: Point) -> NamedElement | None:
    """How a person would name what lies under a point: the plain label, or where it is, or which of several.

    Args:
        scene: What is on the screen.
        point: In frame pixels.

    Returns:
        The name, under which `resolve` finds just this on the scene; None when it can't be named for certain.
    """
    subject = _subject(scene, point)
    return None if subject is None else _proved(scene, subject)


def named_field(scene: Scene, field: Widget) -> NamedElement | None:
    """The name of a field or drop-down by its label, whatever stands in it; None as in `named_at`."""
    return _proved(scene, _Subject("field", field.box, labels(scene, field.box)))


def resolve(scene: Scene, name: NamedElement) -> Box:
    """The box of what is named: a field, an indicator, a button, or a line of text, in frame pixels.

    Raises:
        Missing: it is not there, or several are equally good; the message says what is.
    """
    if name.role == "field":
        return find_field(scene, name.locator).box
    if name.role == "indicator":
        return find_indicator(scene, name.locator).box
    spot = find(scene, name.locator)
    return _extent(spot.line, spot.widget)


def leads_to(scene: Scene, name: NamedElement, box: Box) -> bool:
    """Whether a name is resolved to just this box."""
    try:
        return resolve(scene, name) == box
    except NotFound:
        return False


def _subject(scene: Scene, point: Point) -> _Subject | None:
    line = _line_at(scene, point) or row_text(scene, point)
    widget = scene.widget_at(point)
    if widget is None:
        return None if line is None else _written(scene, line)
    if widget.is_field:
        return _in_field(scene, widget, point, line)
    if widget.kind == "button":
        return _Subject("text", widget.box, scene.lines_in(widget.box))
    return _Subject("indicator", widget.box, captions(scene, widget.box))


def _in_field(scene: Scene, field: Widget, point: Point, line: Line | None) -> _Subject | None:
    """A field, or the entry of a list that looks like one."""
    inside = scene.lines_in(field.box)
    if len(inside) == 1 and is_row(scene, field.box, inside[0]):
        return _written(scene, inside[0])
    if inside and field.box.height > ONE_LINE:
        if line is not None:
            return _written(scene, line)
        if any(abs(other.box.center.y - point.y) < other.box.height for other in inside):
            return None  # beside a text: an entry of a list, or a place for the caret
    return _Subject("field", field.box, (*labels(scene, field.box), *inside))


def _written(scene: Scene, line: Line) -> _Subject:
    return _Subject("text", _extent(line, scene.widget_at(line.box.center)), (line,))


def _extent(line: Line, widget: Widget | None) -> Box:
    """The button that a text is the caption of, or the text itself: an entry, not the whole list."""
    return widget.box if widget is not None and widget.kind == "button" else line.box


def _line_at(scene: Scene, point: Point) -> Line | None:
    """The text under a point, which may miss its glyphs by a few pixels."""
    near = [line for line in scene.lines if line.box.grow(max(3, line.box.height // 4)).contains(point)]
    return min(near, key=lambda line: abs(line.box.center.y - point.y), default=None)


def _proved(scene: Scene, subject: _Subject) -> NamedElement | None:
    names = (NamedElement(target, subject.role) for target in _targets(scene, subject))
    return next((name for name in names if leads_to(scene, name, subject.box)), None)


def _targets(scene: Scene, subject: _Subject) -> Iterator[Locator]:
    """What to propose: plain labels, then where the thing is, then which of several it is."""
    texts = list(dict.fromkeys(_bare(line.text) for line in subject.texts if _is_sayable(line)))
    yield from (Locator(text) for text in texts)
    for text in texts:
        for qualifier in qualifiers(scene, subject.box, rows_first=subject.role == "text"):
            yield Locator(text, qualifiers=(qualifier,))
    for text in texts:
        yield from (Locator(text, number) for number in range(1, _MOST + 1))


def _is_sayable(line: Line) -> bool:
    return line.score >= (_SURE_SIGN if len(line.text) == 1 else _SURE) and len(line.text) <= _LONGEST


def _bare(text: str) -> str:
    """A label without the colon or star behind it, which nobody says."""
    return _MARKS.sub("", text) or text

"""Locator of the element under a point, in the words that a person would use.

Locators are proposed and then proved: resolved on the same scene, as the locator of a step is, one must lead
to the very element that the point lies in. An element for which none is proved has no name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tools.locate.candidates.qualifiers import qualifiers
from tools.locate.element import bare, element_at, element_of
from tools.locate.errors import NotFound
from tools.locate.fields import find_field, headers_of
from tools.locate.find import find
from tools.locate.indicators import find_indicator
from tools.locate.layout.labels import captions_of, is_sure, labels_of
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box, Point
    from tools.locate.element import Element
    from tools.see.scene import Line, Scene, Widget

Role = Literal["text", "field", "indicator"]

_MOST = 9
"""Equal elements that are told apart by counting them, at most."""
_LONGEST = 80
"""Characters of a name."""
_SURE_SIGN = 0.7
"""The recogniser's score below which a single sign, as on a key, is no name."""


@dataclass(frozen=True, slots=True)
class NamedElement:
    """The locator of an element, and how it is resolved."""

    locator: Locator
    role: Role
    """Found by `find.find`, `fields.find_field` or `fields.find_indicator`."""
    line: Line
    """The text that gave it its name."""


def named_at(scene: Scene, point: Point) -> NamedElement | None:
    """The element under a point, named by its label and, if need be, by where it is or which of several.

    Args:
        scene: What is on the screen.
        point: In frame pixels.

    Returns:
        The name, under which `resolve` finds just this on the scene; None when it can't be named for certain.
    """
    element = element_at(scene, point)
    field, caption = element.field, element.caption_at(point)
    if field is not None:
        if scene.holds_several_lines(field) and _is_beside_text(element, point):
            return None  # an entry of a list, or a place for the caret
        return _proved(scene, element, "field", (*_labels(scene, field), *element.lines))
    if element.kind in ("text", "button"):
        return _proved(scene, element, "text", element.lines)
    if element.widget is None:
        return None
    if caption is not None:
        return _proved(scene, caption, "text", caption.lines)
    return _proved(scene, element, "indicator", captions_of(scene, element.widget))


def named_field(scene: Scene, field: Widget) -> NamedElement | None:
    """The name of a field or drop-down by its label, whatever stands in it; None as in `named_at`."""
    return _proved(scene, element_of(scene, field), "field", _labels(scene, field))


def resolve(scene: Scene, name: NamedElement) -> Box:
    """The box of what is named: a field, an indicator, a button, or a line of text, in frame pixels.

    Raises:
        NotFound: it is not there, or several are equally good; the message says what is.
    """
    if name.role == "field":
        return find_field(scene, name.locator).box
    if name.role == "indicator":
        return find_indicator(scene, name.locator).box
    spot = find(scene, name.locator)
    return spot.box if spot.widget is not None and spot.widget.kind == "button" else spot.line.box


def leads_to(scene: Scene, name: NamedElement, box: Box) -> bool:
    """Whether a name is resolved to just this box."""
    try:
        return resolve(scene, name) == box
    except NotFound:
        return False


def _labels(scene: Scene, field: Widget) -> tuple[Line, ...]:
    """What a field may be called after: its label, or the header of its column."""
    return (*labels_of(scene, field), *headers_of(scene, field))


def _is_beside_text(pane: Element, point: Point) -> bool:
    return any(abs(line.box.center.y - point.y) < line.box.height for line in pane.lines)


def _proved(scene: Scene, element: Element, role: Role, lines: tuple[Line, ...]) -> NamedElement | None:
    """The first name by one of these texts that leads to the element."""
    named: dict[str, Line] = {}
    for line in lines:
        if _is_sayable(line):
            named.setdefault(bare(line.text), line)
    names = (
        NamedElement(locator, role, named[locator.text])
        for locator in _locators(scene, element.box, [*named], rows_first=role == "text")
    )
    return next((name for name in names if leads_to(scene, name, element.box)), None)


def _is_sayable(line: Line) -> bool:
    sure = is_sure(line) or (len(line.text) == 1 and line.score >= _SURE_SIGN)
    return sure and len(line.text) <= _LONGEST


def _locators(scene: Scene, box: Box, texts: list[str], *, rows_first: bool) -> Iterator[Locator]:
    """What to propose: plain labels, then where the element is, then which of several it is."""
    yield from (Locator(text) for text in texts)
    for text in texts:
        for qualifier in qualifiers(scene, box, rows_first=rows_first):
            yield Locator(text, qualifiers=(qualifier,))
    for text in texts:
        yield from (Locator(text, number) for number in range(1, _MOST + 1))

"""Fields that a locator leads to. Strict, as `find`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tools.locate.candidates.front import in_own_popup
from tools.locate.errors import NotFound, NoWidget
from tools.locate.find import absent, qualified, spots_of
from tools.locate.layout.above import far_below
from tools.locate.layout.bands import has_foot, has_side, is_boxed
from tools.locate.layout.claims import cost, whole
from tools.locate.layout.labels import field_of, is_sure
from tools.locate.layout.relations import nearest
from tools.locate.named import at_second_look, chosen, in_cell, rows_of
from tools.ocrtext.shortened import is_shortened
from tools.see.scene import Widget
from tools.see.shapes.notched import is_in_notch

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from tools.geometry import Box
    from tools.locate.locator import Locator
    from tools.locate.spots import Spot
    from tools.see.scene import Line, Scene

_PER_CENT = re.compile(r"[0-9]+ ?%")
"""A value, as no label is."""
_ICON = 1.2
"""Heights of a line that an icon in it is wide, at most."""
_AT_FOOT = 3
"""Pixels between the foot of a field and the widget right below it, at most."""


def find_field(scene: Scene, locator: Locator) -> Widget:
    """The field that a locator names by its label, its placeholder, or its column and row.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    return at_second_look(scene, locator, _field, plain_field)


def is_cell(scene: Scene, field: Widget) -> bool:
    """Whether a field that was found is the cell of a table itself, which becomes one when it is edited.

    Args:
        scene: The one on which it was found.
        field: It.
    """
    if any(one.box == field.box for one in scene.widgets):
        return False
    again = scene.looked_at_again()
    return again is None or all(one.box != field.box for one in again.widgets)


def plain_field(scene: Scene, locator: Locator, *, may_be_far: bool = False) -> Widget:
    """The field that holds the text, or stands right of it or below it: a second look is good for no more.

    A text whose box reaches into something else was read with that, which is then what it is the label of.

    Args:
        scene: The one of the second look.
        locator: What leads to it.
        may_be_far: Whether it may stand far below the text, where the form is laid out so.
    """
    field = _field(scene, locator)
    others = [widget.box for widget in scene.widgets if widget != field]
    for line in (spot.line for spot in spots_of(scene, locator.text, colon=True)):
        box = whole(scene, line).box
        within = field.box.contains(box.center)  # a placeholder, but not where it stands before another field
        is_drawn = is_boxed(scene.frame, box) or _has_own_foot(scene, field.box)
        named = not is_drawn and any(
            one.is_field and one != field and _leads(scene, box, one.box) for one in scene.widgets
        )
        is_far = may_be_far and far_below(scene, line) == field
        is_plain = (within and not named) or is_far or cost(box, field.box) is not None
        reached = [
            other for other in others if other.meets(box) and not _is_above(scene, other, box, field.box)
        ]
        if is_plain and not reached:
            return field
    raise NoWidget(_no_field(locator))


def _is_above(scene: Scene, other: Box, label: Box, field: Box) -> bool:
    """Whether another field ends on a label that stands in the border of its own one, which touches it."""
    return other.bottom <= label.center.y and is_in_notch(scene.frame, label, field)


def _has_own_foot(scene: Scene, field: Box) -> bool:
    """Whether an edge is drawn at the foot of a field, and is not the upper one of a box below it."""
    below = (one.box for one in scene.widgets if abs(one.box.top - field.bottom) <= _AT_FOOT)
    is_below = any(box.gap_across(field) == 0 and has_side(scene.frame, box) for box in below)
    return has_foot(scene.frame, field) and not is_below


def _leads(scene: Scene, text: Box, field: Box) -> bool:
    """Whether a text may be the label of a field, with no other text between them."""
    between = (line.box for line in scene.lines if line.box.same_row(text) and line.box.left >= text.right)
    return cost(text, field) is not None and not any(box.right <= field.left for box in between)


def _field(scene: Scene, locator: Locator) -> Widget:
    spots = spots_of(scene, locator.text, colon=True)
    if not spots:
        is_cut = any(is_shortened(locator.text, line.text) for line in scene.lines)  # by a field not seen yet
        raise (NoWidget if is_cut else NotFound)(absent(scene, locator.text))
    try:
        return _own_field(scene, locator, spots)
    except NotFound:
        cell = in_cell(scene, locator, spots)
        if cell is None:
            raise
    return cell


def labelled(scene: Scene, locator: Locator, boxes: Collection[Box]) -> Box:
    """The one of some boxes, which are no fields, that a locator names as if it were one.

    Raises:
        NotFound: it names none, or several.
    """
    others = [
        one
        for one in scene.widgets
        # A part of what they are, as a trough or a thumb; or all of it, taken for a field.
        if not any(
            one.box.lies_mostly_in(box) or (one.is_field and box.lies_mostly_in(one.box)) for box in boxes
        )
    ]
    widgets = (*others, *(Widget("field", box) for box in boxes))
    # What is behind a slider is where it stands, and leads to nothing behind that.
    lines = tuple(line for line in scene.lines if not _PER_CENT.fullmatch(line.text))
    plain = replace(scene, lines=lines, widgets=widgets, second_look=None)
    found = plain_field(plain, locator, may_be_far=True).box
    if found not in boxes:
        raise NoWidget(f'"{locator.text}" is on the screen, and names something else')
    return found


def _own_field(scene: Scene, locator: Locator, spots: Sequence[Spot]) -> Widget:
    """The field that one of the labels, or of the placeholders, has for itself."""
    front = [spots[index] for index in in_own_popup(scene, locator, [spot.line.box for spot in spots])]
    pairs = _labelled(scene, front) or _placeholders(scene, front)
    rows = rows_of(scene, locator)
    pairs = [pair for pair in pairs if not any(pair[1].box.contains(row.center) for row in rows)]
    if not pairs:
        raise NoWidget(_no_field(locator))
    kept = qualified(scene, locator, [spot.line.box for spot, _ in pairs])
    return chosen(scene, locator, [pairs[index][1] for index in kept])


def _no_field(locator: Locator) -> str:
    return f'"{locator.text}" is on the screen, but no field right of it, below it or around it'


def _labelled(scene: Scene, spots: Sequence[Spot]) -> list[tuple[Spot, Widget]]:
    return [(spot, field) for spot in spots if (field := field_of(scene, spot.line)) is not None]


def _placeholders(scene: Scene, spots: Sequence[Spot]) -> list[tuple[Spot, Widget]]:
    """The fields that a text stands alone on its row in, below one at most: a page has its labels in rows.

    Above a placeholder there may be the field's label.
    """
    return [
        (spot, spot.widget)
        for spot in spots
        if spot.widget is not None
        and spot.widget.is_field
        and not any(
            not _is_read_with(spot.line, line) and line.box.same_row(spot.line.box) and not _is_icon(line)
            for line in scene.lines_in(spot.widget.box)
        )
        and sum(line.box.bottom <= spot.line.box.top for line in scene.lines_in(spot.widget.box)) <= 1
    ]


def _is_icon(line: Line) -> bool:
    """Whether what was read is one sign, or is no wider than one and no word: a calendar, as two signs."""
    return len(line.text) <= 1 or (line.box.width <= _ICON * line.box.height and not line.text.isalnum())


def _is_read_with(part: Line, line: Line) -> bool:
    """Whether a line is a text, or that with an icon which was read as its first letter: no word more."""
    return part.box.lies_mostly_in(line.box) and len(line.text.split()) == len(part.text.split())


def headers_of(scene: Scene, field: Widget) -> list[Line]:
    """The texts above a field, the nearest first: in a table the header of its column is one of them."""
    above = (
        line
        for line in scene.lines
        if is_sure(line) and line.box.center.y < field.box.top and line.box.gap_across(field.box) == 0
    )
    return nearest(above, field.box)

"""Fields and indicators that a locator leads to. Strict, as `find`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.locate.candidates.cells import plain_cells, widgets_in_cell
from tools.locate.candidates.front import in_front, in_own_popup
from tools.locate.errors import NotFound, NoWidget
from tools.locate.find import absent, anchors_of, choose, qualified, spots_of
from tools.locate.layout.bands import is_boxed
from tools.locate.layout.claims import cost
from tools.locate.layout.labels import field_of, indicator_of, is_sure
from tools.locate.layout.relations import nearest
from tools.locate.radios import one_of_row
from tools.see.scene import Widget
from tools.see.shapes.switches import has_shape

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import TypeAlias

    from tools.geometry import Box
    from tools.locate.locator import Locator, Relation
    from tools.locate.spots import Spot
    from tools.see.scene import Line, Scene

    Find: TypeAlias = Callable[[Scene, Locator], Widget]

_BESIDE = ("in row", "next to", "right of")
"""Relations in which a cell stands to the text of its row."""


def find_field(scene: Scene, locator: Locator) -> Widget:
    """The field that a locator names by its label, its placeholder, or its column and row.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    return _at_second_look(scene, locator, _field, plain_field)


def plain_field(scene: Scene, locator: Locator) -> Widget:
    """The field that holds the text, or stands right of it or below it: a second look is good for no more.

    A text whose box reaches into something else was read with that, which is then what it is the label of.
    """
    field = _field(scene, locator)
    others = [widget.box for widget in scene.widgets if widget != field]
    for box in (spot.line.box for spot in spots_of(scene, locator.text, colon=True)):
        within = field.box.contains(box.center)  # a placeholder, but not where it stands before another field
        named = not is_boxed(scene.frame, box) and any(
            one.is_field and cost(box, one.box) is not None for one in scene.widgets if one != field
        )
        is_plain = (within and not named) or cost(box, field.box) is not None
        if is_plain and not any(other.meets(box) for other in others):
            return field
    raise NoWidget(_no_field(locator))


def _field(scene: Scene, locator: Locator) -> Widget:
    spots = spots_of(scene, locator.text, colon=True)
    if not spots:
        raise NotFound(absent(scene, locator.text))
    try:
        return _own_field(scene, locator, spots)
    except NotFound:
        cell = _cell(scene, locator, spots)
        if cell is None:
            raise
    return cell


def find_indicator(scene: Scene, locator: Locator) -> Widget:
    """The check box or radio button with that caption, or in a column and row of a table.

    Its state is unknown where it is in doubt.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    return one_of_row(scene, scene.judged(_at_second_look(scene, locator, _indicator, _indicator_or_switch)))


def _at_second_look(scene: Scene, locator: Locator, find: Find, find_again: Find) -> Widget:
    """What is found; where only its text is, what is found with the widgets that a second look adds."""
    try:
        return find(scene, locator)
    except NoWidget:
        again = scene.looked_at_again()
        if again is None:
            raise
        return find_again(again, locator)


def _indicator(scene: Scene, locator: Locator) -> Widget:
    spots = spots_of(scene, locator.text)
    if not spots:
        raise NotFound(absent(scene, locator.text))
    try:
        return _own_indicator(scene, locator, spots)
    except NotFound:
        cell = _cell(scene, locator, spots, indicator=True)
        if cell is None:
            raise
    return cell


def _indicator_or_switch(scene: Scene, locator: Locator) -> Widget:
    """The indicator with that caption, or the switch with that label, which stands as a field's does."""
    try:
        return _indicator(scene, locator)
    except NoWidget as missing:
        switches = {one.box: one for one in scene.widgets if one.kind == "checkbox" and has_shape(one.box)}
        try:
            return switches[labelled(scene, locator, switches)]
        except NotFound:
            raise missing from None


def labelled(scene: Scene, locator: Locator, boxes: Collection[Box]) -> Box:
    """The one of some boxes, which are no fields, that a locator names as if it were one.

    Raises:
        NotFound: it names none, or several.
    """
    others = [
        one
        for one in scene.widgets
        if not any(_is_part(one.box, box) or (one.is_field and _is_part(box, one.box)) for box in boxes)
    ]
    widgets = (*others, *(Widget("field", box) for box in boxes))
    found = plain_field(replace(scene, widgets=widgets, second_look=None), locator).box
    if found not in boxes:
        raise NoWidget(f'"{locator.text}" is on the screen, and names something else')
    return found


def _is_part(box: Box, whole: Box) -> bool:
    """Whether what was taken for a widget is a part of something else, as its trough or thumb."""
    return 2 * box.overlap(whole).area > box.area


def _own_indicator(scene: Scene, locator: Locator, spots: Sequence[Spot]) -> Widget:
    """The check box or radio button that has one of the captions for itself."""
    pairs = [(spot, near) for spot in spots if (near := indicator_of(scene, spot.line)) is not None]
    if not pairs:
        raise NoWidget(f'"{locator.text}" is on the screen, but no box to tick beside it')
    kept = qualified(scene, locator, [spot.line.box for spot, _ in pairs])
    return _chosen(scene, locator, [pairs[index][1] for index in kept])


def _own_field(scene: Scene, locator: Locator, spots: Sequence[Spot]) -> Widget:
    """The field that one of the labels, or of the placeholders, has for itself."""
    front = [spots[index] for index in in_own_popup(scene, locator, [spot.line.box for spot in spots])]
    pairs = _labelled(scene, front) or _placeholders(front)
    if not pairs:
        raise NoWidget(_no_field(locator))
    kept = qualified(scene, locator, [spot.line.box for spot, _ in pairs])
    return _chosen(scene, locator, [pairs[index][1] for index in kept])


def _no_field(locator: Locator) -> str:
    return f'"{locator.text}" is on the screen, but no field right of it, below it or around it'


def _chosen(scene: Scene, locator: Locator, widgets: Sequence[Widget]) -> Widget:
    front = [widgets[index] for index in in_front(scene, locator, [widget.box for widget in widgets])]
    return front[choose(locator, [widget.box for widget in front])]


def _labelled(scene: Scene, spots: Sequence[Spot]) -> list[tuple[Spot, Widget]]:
    return [(spot, field) for spot in spots if (field := field_of(scene, spot.line)) is not None]


def _placeholders(spots: Sequence[Spot]) -> list[tuple[Spot, Widget]]:
    return [(spot, spot.widget) for spot in spots if spot.widget is not None and spot.widget.is_field]


def _cell(
    scene: Scene, locator: Locator, headers: Sequence[Spot], *, indicator: bool = False
) -> Widget | None:
    """The field or indicator of a table under the header that a locator names, on the row of a qualifier.

    Raises:
        NotFound: there are several.
    """
    for pair in locator.qualifiers:
        found = _in_row(scene, headers, pair, indicator=indicator)
        if found:
            rest = replace(locator, qualifiers=tuple(one for one in locator.qualifiers if one != pair))
            kept = qualified(scene, rest, [widget.box for widget in found])
            return _chosen(scene, locator, [found[index] for index in kept])
    return None


def _in_row(
    scene: Scene, headers: Sequence[Spot], qualifier: tuple[Relation, Locator], *, indicator: bool
) -> list[Widget]:
    """What stands under the headers on the row that a qualifier names; nothing if it names none."""
    relation, other = qualifier
    if relation not in ("in", *_BESIDE):
        return []
    columns = [header.line.box for header in headers]
    rows = [spot.line.box for spot in anchors_of(scene, other)]
    kind = [widget for widget in scene.widgets if (widget.is_indicator if indicator else widget.is_field)]
    found = widgets_in_cell(scene, kind, columns, rows)
    return found if found or indicator or relation == "in" else plain_cells(scene, columns, rows)


def headers_of(scene: Scene, field: Widget) -> list[Line]:
    """The texts above a field, the nearest first: in a table the header of its column is one of them."""
    above = (
        line
        for line in scene.lines
        if is_sure(line) and line.box.center.y < field.box.top and line.box.gap_across(field.box) == 0
    )
    return nearest(above, field.box)

"""Fields and indicators that a locator leads to. Strict, as `find`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.errors import NotFound
from tools.locate.find import absent, choose, qualified, spots_of
from tools.locate.front import in_front
from tools.locate.layout.labels import field_of, indicator_of, is_sure
from tools.locate.layout.relations import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.locate.find import Spot
    from tools.locate.locator import Locator
    from tools.see.scene import Line, Scene, Widget


def find_field(scene: Scene, locator: Locator) -> Widget:
    """The field that a locator names by its label, its placeholder, or its column and row.

    Raises:
        NotFound: there is none, or several are equally good.
    """
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
    """The check box or radio button with that caption.

    Raises:
        NotFound: there is none, or several are equally good.
    """
    spots = spots_of(scene, locator.text)
    if not spots:
        raise NotFound(absent(scene, locator.text))
    pairs = [(spot, near) for spot in spots if (near := indicator_of(scene, spot.line)) is not None]
    if not pairs:
        raise NotFound(f'"{locator.text}" is on the screen, but no box to tick beside it')
    kept = qualified(scene, locator, [spot.line.box for spot, _ in pairs])
    return _chosen(scene, locator, [pairs[index][1] for index in kept])


def _own_field(scene: Scene, locator: Locator, spots: Sequence[Spot]) -> Widget:
    """The field that one of the labels, or of the placeholders, has for itself."""
    pairs = _labelled(scene, spots) or _placeholders(spots)
    if not pairs:
        raise NotFound(f'"{locator.text}" is on the screen, but no field right of it, below it or around it')
    kept = qualified(scene, locator, [spot.line.box for spot, _ in pairs])
    return _chosen(scene, locator, [pairs[index][1] for index in kept])


def _chosen(scene: Scene, locator: Locator, widgets: Sequence[Widget]) -> Widget:
    front = [widgets[index] for index in in_front(scene, locator, [widget.box for widget in widgets])]
    return front[choose(locator, [widget.box for widget in front])]


def _labelled(scene: Scene, spots: Sequence[Spot]) -> list[tuple[Spot, Widget]]:
    return [(spot, field) for spot in spots if (field := field_of(scene, spot.line)) is not None]


def _placeholders(spots: Sequence[Spot]) -> list[tuple[Spot, Widget]]:
    return [(spot, spot.widget) for spot in spots if spot.widget is not None and spot.widget.is_field]


def _cell(scene: Scene, locator: Locator, headers: Sequence[Spot]) -> Widget | None:
    """The field of a table under the header that a locator names, in the row that a qualifier names."""
    found: list[tuple[int, Widget]] = []
    for _, row in locator.qualifiers:
        anchors = [spot.line.box for spot in spots_of(scene, row.text)]
        found += [
            (header.line.box.gap_down(widget.box), widget)
            for header in headers
            for widget in scene.widgets
            if widget.is_field
            and widget.box.top >= header.line.box.center.y
            and header.line.box.gap_across(widget.box) == 0
            and any(anchor.same_row(widget.box) and anchor.right <= widget.box.center.x for anchor in anchors)
        ]
    return min(found, key=lambda pair: pair[0], default=(0, None))[1]


def headers_of(scene: Scene, field: Widget) -> list[Line]:
    """The texts above a field, the nearest first: in a table the header of its column is one of them."""
    above = (
        line
        for line in scene.lines
        if is_sure(line) and line.box.center.y < field.box.top and line.box.gap_across(field.box) == 0
    )
    return nearest(above, field.box)

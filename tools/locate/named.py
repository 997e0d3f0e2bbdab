"""What a name leads to, field or indicator: at a second look, among several, and in a table's cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tools.locate.candidates.cells import plain_cells, widgets_in_cell
from tools.locate.candidates.front import in_front
from tools.locate.candidates.own_cells import own_cells
from tools.locate.errors import NoWidget
from tools.locate.find import anchors_of, choose, qualified, spots_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from tools.geometry import Box
    from tools.locate.locator import Locator, Relation
    from tools.locate.spots import Spot
    from tools.see.scene import Scene, Widget

    Find: TypeAlias = Callable[[Scene, Locator], Widget]

_BESIDE = ("in row", "next to", "right of")
"""Relations in which a cell stands to the text of its row."""


def at_second_look(scene: Scene, locator: Locator, find: Find, find_again: Find) -> Widget:
    """What is found; where only its text is, what is found with the widgets that a second look adds."""
    try:
        return find(scene, locator)
    except NoWidget:
        again = scene.looked_at_again()
        if again is None:
            raise
        return find_again(_without_label(again, scene, locator), locator)


def _without_label(again: Scene, scene: Scene, locator: Locator) -> Scene:
    """The scene at a second look, without buttons that no shape shows in place of the text that is sought."""
    texts = [spot.line.box.center for spot in spots_of(scene, locator.text, colon=True)]
    kept = tuple(
        one
        for one in again.widgets
        if one.kind != "button" or one in scene.widgets or not any(map(one.box.contains, texts))
    )
    return replace(again, widgets=kept)


def chosen(scene: Scene, locator: Locator, widgets: Sequence[Widget]) -> Widget:
    """The one of some widgets that a locator means: of the window in front, and by its ordinal.

    One that has both its label and its placeholder says the name twice, and is one.

    Raises:
        NotFound: there are several.
    """
    several = list({widget.box: widget for widget in widgets}.values())
    front = [several[index] for index in in_front(scene, locator, [widget.box for widget in several])]
    return front[choose(locator, [widget.box for widget in front])]


def rows_of(scene: Scene, locator: Locator) -> list[Box]:
    """Where the texts stand that name the row of a table in which a locator leads to a cell."""
    names = [other for relation, other in locator.qualifiers if relation == "in row"]
    return [spot.line.box for other in names for spot in anchors_of(scene, other)]


def in_cell(
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
            return chosen(scene, locator, [found[index] for index in kept])
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
    if found or indicator or relation == "in":
        return found
    cells = plain_cells(scene, columns, rows)
    return cells if cells or relation != "in row" else own_cells(scene, kind, columns, rows)

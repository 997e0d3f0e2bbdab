"""Qualifiers: where an element is, next to a text of its row, in the group under a heading, below a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.element import bare
from tools.locate.layout.labels import is_sure
from tools.locate.layout.relations import nearest
from tools.locate.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box
    from tools.locate.locator import Relation
    from tools.see.scene import Line, Scene, Widget

_NEAR = 5
"""Neighbours, and headings, that are proposed at most."""


def qualifiers(scene: Scene, box: Box, *, rows_first: bool) -> Iterator[tuple[Relation, Locator]]:
    """The relations by which an element can be told from others of its name, the most natural first.

    Args:
        scene: What is on the screen.
        box: The element's.
        rows_first: Whether what is on its row says more than the heading above it, as in a table.
    """
    inside = _pane(scene, box)
    apart = [
        line
        for line in _free(scene)
        if not line.box.overlap(box).area and _pane(scene, line.box) in (None, inside)
    ]
    row: list[tuple[Relation, Line]] = [("next to", line) for line in apart if line.box.same_row(box)]
    above = nearest((line for line in apart if line.box.center.y < box.top), box)
    headings = [line for line in above if not _is_label(scene, line)]
    under: list[tuple[Relation, Line]] = [("in", line) for line in headings[:_NEAR]]
    row.sort(key=lambda pair: pair[1].box.gap_across(box))
    ranked = [*row[:_NEAR], *under] if rows_first else [*under, *row[:_NEAR]]
    for relation, line in [*ranked, *(("below", line) for line in above[:_NEAR])]:
        yield relation, Locator(bare(line.text))


def _free(scene: Scene) -> list[Line]:
    """The texts that were read for certain, without what is entered in fields, which names nothing."""
    return [line for line in scene.lines if is_sure(line) and not _is_entered(scene, line)]


def _is_entered(scene: Scene, line: Line) -> bool:
    around = scene.widget_at(line.box.center)
    return around is not None and around.is_field and not scene.holds_several_lines(around)


def _pane(scene: Scene, box: Box) -> Widget | None:
    """The list or text area that something stands in."""
    around = scene.widget_at(box.center)
    return around if around is not None and around.is_field and scene.holds_several_lines(around) else None


def _is_label(scene: Scene, line: Line) -> bool:
    """Whether the text names what stands right of it, or is a caption, and so heads nothing."""
    return scene.widget_at(line.box.center) is not None or any(
        widget.box.same_row(line.box) and widget.box.gap_across(line.box) < 10 * line.box.height
        for widget in scene.widgets
    )

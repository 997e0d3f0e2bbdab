"""What stands around a thing and may name it: labels, captions, headings, neighbours. Nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.locator import Locator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Box
    from tools.locate.locator import Relation
    from tools.see.scene import Line, Scene, Widget

ONE_LINE = 60
"""Pixels; a higher field holds several lines."""
_NEAR = 5
"""So many labels, neighbours and headings are thought of; what is farther off is nobody's name for it."""
_SURE = 0.8
"""The recogniser's score below which a reading names nothing."""


def labels(scene: Scene, field: Box) -> tuple[Line, ...]:
    """The texts that may name a field: left of it on its row, or above it."""
    left = [line for line in _free(scene) if line.box.same_row(field) and line.box.center.x < field.left]
    above = [
        line for line in _free(scene) if line.box.center.y < field.top and line.box.gap_across(field) == 0
    ]
    return (*_by_gap(left, field)[:_NEAR], *_by_gap(above, field)[:_NEAR])


def captions(scene: Scene, indicator: Box) -> tuple[Line, ...]:
    """The texts that may be the caption of a check box or radio button."""
    beside = [line for line in scene.lines if line.box.same_row(indicator)]
    return tuple(_by_gap(beside, indicator)[:_NEAR])


def qualifiers(scene: Scene, box: Box, *, rows_first: bool) -> Iterator[tuple[Relation, Locator]]:
    """Where a thing may be said to be.

    Args:
        scene: What is on the screen.
        box: The thing's.
        rows_first: Whether what is on its row says more than the heading above it, as in a table.
    """
    inside = _pane(scene, box)
    apart = [
        line
        for line in _free(scene)
        if not line.box.overlap(box).area and _pane(scene, line.box) in (None, inside)
    ]
    row: list[tuple[Relation, Line]] = [("next to", line) for line in apart if line.box.same_row(box)]
    above = _by_gap([line for line in apart if line.box.center.y < box.top], box)
    headings = [line for line in above if not _is_label(scene, line)]
    under: list[tuple[Relation, Line]] = [("in", line) for line in headings[:_NEAR]]
    row.sort(key=lambda pair: pair[1].box.gap_across(box))
    ranked = [*row[:_NEAR], *under] if rows_first else [*under, *row[:_NEAR]]
    for relation, line in [*ranked, *(("below", line) for line in above[:_NEAR])]:
        yield relation, Locator(line.text.rstrip(":* ") or line.text)


def _free(scene: Scene) -> list[Line]:
    """The texts that were read for certain, without what is entered in fields, which names nothing."""
    return [line for line in scene.lines if line.score >= _SURE and not _is_entered(scene, line)]


def _is_entered(scene: Scene, line: Line) -> bool:
    around = scene.widget_at(line.box.center)
    return around is not None and around.is_field and around.box.height <= ONE_LINE


def _pane(scene: Scene, box: Box) -> Widget | None:
    """The list or text area that something stands in."""
    around = scene.widget_at(box.center)
    return around if around is not None and around.is_field and around.box.height > ONE_LINE else None


def _is_label(scene: Scene, line: Line) -> bool:
    """Whether the text names what stands right of it, or is a caption, and so heads nothing."""
    return scene.widget_at(line.box.center) is not None or any(
        widget.box.same_row(line.box) and widget.box.gap_across(line.box) < 10 * line.box.height
        for widget in scene.widgets
    )


def _by_gap(lines: list[Line], box: Box) -> list[Line]:
    return sorted(lines, key=lambda line: line.box.gap(box))

"""Grid of a group: in which row and column each of its elements and texts stands. Needs no package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDE = ("table", "list", "tree", "area", "text")
"""Kinds that take a whole row."""
OWN_CAPTION = ("checkbox", "link", "text", "table", "list", "tree")
"""Kinds that have their text in themselves, or none."""
_COLUMNS = 3
"""Of one element: label, element, unit."""


class Place(NamedTuple):
    """An element with the cells (row, column) of its parts."""

    asked: Any
    at: tuple[int, int]
    label_at: tuple[int, int] | None
    unit_at: tuple[int, int] | None
    help_at: tuple[int, int] | None
    span: int
    flush_right: bool


def places(group: Any) -> Iterator[Place]:
    """Where the elements of a group stand; each has three rows: a label above, itself, and a help text."""
    row, side = 0, 0
    for asked in group["rows"]:
        wide = asked["kind"] in WIDE
        if side >= group["columns"] or (wide and side):
            row, side = row + 3, 0
        yield _place(group, asked, row, side * _COLUMNS)
        side = group["columns"] if wide else side + 1


def _place(group: Any, asked: Any, row: int, column: int) -> Place:
    labels = group["labels"]
    inside = labels == "inside" and asked["kind"] in ("field", "area", "combo") and asked["placeholder"]
    captioned = asked["kind"] not in OWN_CAPTION and not inside
    above = labels == "above"
    label_at = ((row, column + 1) if above else (row + 1, column)) if captioned else None
    unit_at = (row + 1, column + 2) if asked["unit"] else None
    help_at = (row + 2, column + 1) if asked["help"] else None
    span = 2 if asked["kind"] in WIDE and not asked["unit"] else 1
    return Place(asked, (row + 1, column + 1), label_at, unit_at, help_at, span, labels.endswith("right"))

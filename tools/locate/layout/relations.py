"""Relations between boxes: distance in a direction, nearest, reading order. Pure, in frame pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.locate.locator import Relation
    from tools.see.scene import Line

_INDENT = 40
"""Pixels that what belongs to a heading may begin left of it."""
_FAR = 1000.0
"""Added where an element lies under a heading but left of it, as under a window's centred title."""


def distance(relation: Relation, box: Box, anchor: Box) -> float | None:
    """How far the box is from being right at the anchor in that relation, in pixels; None: it is not."""
    if relation == "in":
        return _within(box, anchor)
    if relation in ("below", "above"):
        down = box.top - anchor.bottom if relation == "below" else anchor.top - box.bottom
        return (
            None
            if down < -min(box.height, anchor.height) // 2
            else max(0, down) + 2.0 * box.gap_across(anchor)
        )
    if box == anchor or not box.same_row(anchor):
        return None
    if relation == "left of" and box.center.x > anchor.center.x:
        return None
    if relation == "right of" and box.center.x < anchor.center.x:
        return None
    return float(box.gap_across(anchor))


def nearest(lines: Iterable[Line], box: Box) -> list[Line]:
    """The lines, those nearest to a box first."""
    return sorted(lines, key=lambda line: line.box.gap(box))


def reading_order(boxes: Sequence[Box]) -> list[int]:
    """The indices of the boxes as one reads: row by row, each from the left."""
    rows: list[list[int]] = []
    for index in sorted(range(len(boxes)), key=lambda index: boxes[index].center.y):
        if rows and boxes[rows[-1][0]].same_row(boxes[index]):
            rows[-1].append(index)
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda index: boxes[index].left)]


def _within(box: Box, anchor: Box) -> float | None:
    """Inside the anchor, or under it as under a heading."""
    if box != anchor and anchor.contains(box.center):
        return 0.0
    down = box.top - anchor.top
    if box == anchor or down < -anchor.height // 2:
        return None
    across = box.left - anchor.left
    return down + (abs(across) if across >= -_INDENT else _FAR - across)

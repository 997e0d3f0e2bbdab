"""Columns under headings that stand side by side: which of them what lies below belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.labels import field_behind
from tools.locate.layout.relations import on_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_SIZE = 0.25
"""Share by which the heights of two headings of one kind may differ."""
_INDENT = 2.5
"""Heights of a heading that what belongs to it may begin right of it."""


def in_column(
    scene: Scene, boxes: Sequence[Box], heading: Box, beside: Sequence[Box] | None = None
) -> list[int]:
    """The indices of the boxes that no heading beside this one has a better claim to.

    Args:
        scene: What is on the screen.
        boxes: What lies below the heading.
        heading: A text.
        beside: The other headings on its row, all columns of a table, whose borders must be known; by default
            the texts that may head columns too.
    """
    is_table = beside is not None
    peers = _peers(scene, heading) if beside is None else beside
    left = max(
        (peer for peer in peers if peer.right <= heading.left), key=lambda peer: peer.right, default=None
    )
    right = min(
        (peer for peer in peers if peer.left >= heading.right), key=lambda peer: peer.left, default=None
    )
    return [
        index
        for index, box in enumerate(boxes)
        if (left is None or not _is_before(scene, box, left, heading, unknown=is_table))
        and (right is None or _is_before(scene, box, heading, right, unknown=not is_table))
    ]


def _peers(scene: Scene, heading: Box) -> list[Box]:
    """The texts on its row that may head columns too: as large, in a button if it is in one, no labels."""
    lines = [line for line in scene.lines if line.box != heading]
    return [
        lines[index].box
        for index in on_row([line.box for line in lines], heading)
        if _is_like(scene, lines[index], heading) and field_behind(scene, lines[index]) is None
    ]


def _is_like(scene: Scene, line: Line, heading: Box) -> bool:
    as_large = abs(line.box.height - heading.height) <= _SIZE * heading.height
    in_button = [scene.widget_at(box.center) is not None for box in (line.box, heading)]
    return as_large and in_button[0] == in_button[1]


def _is_before(scene: Scene, box: Box, one: Box, other: Box, *, unknown: bool) -> bool:
    """Whether a box belongs to the left one of two headings; `unknown` where their columns have no border."""
    border = _border(_blocks(scene, one, box), one, other)
    return unknown if border is None else box.center.x < border


def _border(blocks: Sequence[Box], one: Box, other: Box) -> float | None:
    """The x between two headings' columns; None where there is no gap from top to bottom.

    Where the right column begins under its heading's left edge, that is the border; else, as where headings
    are centred, it is the gap nearest to the middle between the two.
    """
    edge = other.left - other.height // 2
    starts = [block.left for block in blocks if edge <= block.left <= other.left + _INDENT * other.height]
    if starts and not any(block.left < edge < block.right for block in blocks):
        return edge
    low, high = one.center.x, other.center.x
    covered = sorted((block.left, block.right) for block in blocks)
    gaps, at = [], low
    for left, right in [*covered, (high, high)]:
        if left > at:
            gaps.append((at + min(left, high)) / 2)
        at = max(at, right)
        if at >= high:
            break
    return min(gaps, key=lambda gap: abs(gap - (low + high) / 2), default=None)


def _blocks(scene: Scene, heading: Box, box: Box) -> list[Box]:
    """What lies between a heading and the lower end of a box; a label and its field are one block.

    A list or table that the box itself stands in is none: its columns may be all that there is.
    """
    around = [one.box for one in scene.widgets if one.box != box and one.box.contains(box.center)]
    widgets = [one.box for one in scene.widgets if one.box not in around]
    parts = [line.box for line in scene.lines] + widgets
    between = [
        part
        for part in parts
        if part.center.y > heading.bottom and part.top < max(box.bottom, heading.bottom)
    ]
    pairs = ((line, field_behind(scene, line)) for line in scene.lines if line.box in between)
    return [*between, *(line.box.union(field.box) for line, field in pairs if field is not None)]

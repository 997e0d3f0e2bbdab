"""Relations between boxes: beside, above and below one another, nearest, reading order. In frame pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.see.scene import Line

_AS_NEAR = 0.25
"""Heights of the text they are seen from by which two boxes may differ in distance and be equally near."""


def on_row(boxes: Sequence[Box], anchor: Box, *, left: bool = True, right: bool = True) -> list[int]:
    """The indices of the boxes on the anchor's row, on these sides of it."""
    return [
        index
        for index, box in enumerate(boxes)
        if box != anchor and box.same_row(anchor) and (left if box.center.x < anchor.center.x else right)
    ]


def nearest_on_row(boxes: Sequence[Box], among: Sequence[int], anchor: Box) -> list[int]:
    """Of boxes on the anchor's row the nearest on either side: where there is one on both, both."""
    left = [index for index in among if boxes[index].center.x < anchor.center.x]
    right = [index for index in among if index not in left]
    return [index for side in (left, right) for index in _least(side, anchor, boxes, down=False)]


def in_direction(boxes: Sequence[Box], anchor: Box, *, below: bool) -> list[int]:
    """The indices of the boxes below the anchor, or above it."""
    return [index for index, box in enumerate(boxes) if _down(box, anchor, below=below) is not None]


def nearest_in_direction(boxes: Sequence[Box], among: Sequence[int], anchor: Box) -> list[int]:
    """Of boxes below the anchor, or above it, the nearest: in its column where any is."""
    column = [index for index in among if boxes[index].gap_across(anchor) == 0]
    return _least(column or among, anchor, boxes, down=True)


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


def _down(box: Box, anchor: Box, *, below: bool) -> int | None:
    """Pixels from the anchor down to the box, or up to it; None where it lies on the other side."""
    down = box.top - anchor.bottom if below else anchor.top - box.bottom
    return None if box == anchor or down < -min(box.height, anchor.height) // 2 else max(0, down)


def _least(among: Sequence[int], anchor: Box, boxes: Sequence[Box], *, down: bool) -> list[int]:
    """Those at the least distance from the anchor, or about as near."""
    far = {
        index: boxes[index].gap_down(anchor) + 2 * boxes[index].gap_across(anchor)
        if down
        else boxes[index].gap_across(anchor)
        for index in among
    }
    limit = min(far.values(), default=0) + _AS_NEAR * anchor.height
    return [index for index in among if far[index] <= limit]

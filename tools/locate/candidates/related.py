"""Related: which of several boxes are where a locator says, seen from other texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.locate.layout.groups import in_group, nearest_in_group
from tools.locate.layout.relations import in_direction, nearest_in_direction, nearest_on_row, on_row
from tools.locate.layout.windows import in_same_window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.locate.locator import Relation
    from tools.see.scene import Scene


def related(
    scene: Scene, relation: Relation, boxes: Sequence[Box], anchors: Sequence[Box], *, nearest: bool
) -> list[int]:
    """The indices of the boxes that stand in a relation to a text.

    Args:
        scene: What is on the screen.
        relation: How they stand to it.
        boxes: Some boxes of the scene.
        anchors: Where the text is read. Each gives an answer of its own; one that says less than another, as
            a window's title does than a heading in it, is left out.
        nearest: Whether only the nearest count.
    """
    answers = {frozenset(_seen_from(scene, relation, boxes, anchor, nearest=nearest)) for anchor in anchors}
    answers.discard(frozenset())
    if nearest:
        answers = {one for one in answers if not any(other < one for other in answers)}
    return sorted(frozenset().union(*answers))


def _seen_from(
    scene: Scene, relation: Relation, boxes: Sequence[Box], anchor: Box, *, nearest: bool
) -> list[int]:
    home = in_same_window(scene, boxes, anchor)
    near = [boxes[index] for index in home]
    found = _fitting(scene, relation, near, anchor)
    if nearest:
        found = _nearest(scene, relation, near, found, anchor)
    return [home[index] for index in found]


def _fitting(scene: Scene, relation: Relation, boxes: Sequence[Box], anchor: Box) -> list[int]:
    match relation:
        case "in":
            return in_group(scene, boxes, anchor)
        case "below" | "above":
            return in_direction(boxes, anchor, below=relation == "below")
        case _:
            return on_row(boxes, anchor, left=relation != "right of", right=relation != "left of")


def _nearest(
    scene: Scene, relation: Relation, boxes: Sequence[Box], among: Sequence[int], anchor: Box
) -> list[int]:
    match relation:
        case "in":
            return nearest_in_group(scene, boxes, among, anchor)
        case "in row":
            return [*among]
        case "below" | "above":
            return nearest_in_direction(boxes, among, anchor)
        case _:
            return nearest_on_row(boxes, among, anchor)

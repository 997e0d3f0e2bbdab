"""Groups: what belongs to a heading, down to the next one like it, and within its column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.locate.layout.columns import in_column
from tools.locate.layout.labels import field_behind, field_of, field_under, indicator_of
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_SIZE = 0.15
"""Share by which the heights of two headings of one kind may differ."""
_INK = 0.3
"""Share by which their strokes may differ in weight."""
_NEXT_ROW = 2.5
"""Heights of a heading in which the first row of its group begins below it."""


def in_group(scene: Scene, boxes: Sequence[Box], heading: Box) -> list[int]:
    """The indices of the boxes that stand inside a box of text, in the list that it labels, or below it.

    Args:
        scene: What is on the screen.
        boxes: Some boxes of the scene.
        heading: The heading's.
    """
    around = (heading, *_labelled_list(scene, heading))
    for area in around:
        inside = [index for index, box in enumerate(boxes) if box != heading and area.contains(box.center)]
        if inside:
            return inside
    under = [
        index
        for index, box in enumerate(boxes)
        if box != heading and box.top - heading.top >= -heading.height // 2
    ]
    ends = [line.box.top for line in _aligned(scene, heading) if _heads_another(scene, line, heading)]
    own = [index for index in under if not any(end <= boxes[index].center.y for end in ends)]
    return [own[index] for index in in_column(scene, [boxes[index] for index in own], heading)]


def _labelled_list(scene: Scene, label: Box) -> Iterator[Box]:
    """The list or text area that a text is the label of, whichever side of it that stands on."""
    for line in scene.lines:
        field = field_of(scene, line) if line.box == label else None
        if field is not None and scene.holds_several_lines(field):
            yield field.box


def nearest_in_group(scene: Scene, boxes: Sequence[Box], among: Sequence[int], heading: Box) -> list[int]:
    """Of boxes in a group the topmost, if a text that may be a heading parts it from the others; else all."""
    first = min(among, key=lambda index: boxes[index].top, default=None)
    if first is None:
        return []
    parts = [line.box for line in _aligned(scene, heading) if line.box.center.y > boxes[first].center.y]
    end = min((box.top for box in parts), default=None)
    return [index for index in among if end is None or boxes[index].center.y < end]


def _aligned(scene: Scene, heading: Box) -> list[Line]:
    """The texts below a heading that begin where it does, or are centred as it is, and name no field."""
    return [
        line
        for line in scene.lines
        if line.box.top > heading.bottom
        and _begins_or_is_centred_like(line.box, heading)
        and scene.widget_at(line.box.center) is None
        and field_behind(scene, line) is None
        and field_under(scene, line) is None
        and indicator_of(scene, line) is None
    ]


def _begins_or_is_centred_like(box: Box, heading: Box) -> bool:
    astray = min(abs(box.left - heading.left), abs(box.center.x - heading.center.x))
    return astray <= heading.height // 4


def _heads_another(scene: Scene, line: Line, heading: Box) -> bool:
    """Whether a text looks as the heading does, below something of the group, with a row right below it."""
    if abs(line.box.height - heading.height) > _SIZE * heading.height:
        return False
    weights = sorted(_weight(scene, box) for box in (line.box, heading))
    if weights[1] - weights[0] > _INK * weights[1]:
        return False
    things = [widget.box for widget in scene.widgets if widget.kind != "button"]
    above = any(heading.bottom <= box.center.y < line.box.top for box in things)
    below = any(0 <= box.center.y - line.box.bottom <= _NEXT_ROW * line.box.height for box in things)
    return above and below


def _weight(scene: Scene, box: Box) -> float:
    """The share of a text's pixels that are ink."""
    found = relief(scene.frame, box) > INK
    return float(np.mean(found)) if found.size else 0.0

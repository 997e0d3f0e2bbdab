"""Snap: onto the element that the reader sees where the point is, or just beside it. No model is asked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from agent.model import RawReply
from agent.models.grounded.stage import Stage
from tools.locate.aim import middle_of, nearest_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from agent.models.grounded.search import Search
    from tools.geometry import Box, Point
    from tools.see.scene import Scene

SAME = 1.0
"""Pixels: two elements whose distances differ by no more are equally near."""
_LONGEST = 80


class Snap(Stage):
    """Moves the point to the middle of its element, never further than `radius`."""

    name: ClassVar[str] = "snap"
    part: ClassVar[str] = "snapping"
    asks: ClassVar[bool] = False
    radius: int = Field(default=20, ge=1, le=200)
    """Frame pixels by which the point is moved at most."""

    def improve(self, search: Search, point: Point) -> Point:
        """No call; the frame is read, what the reader already knows of it costs little."""
        elements = elements_of(search.parser.read(search.frame))
        box = element_at(elements, point, self.radius)
        moved = point if box is None else middle_of(box, point, self.radius)
        found = "" if box is None else f"{elements[box]} {box.width}x{box.height}+{box.left}+{box.top}"
        note = "no element, or two equally near" if box is None else f"{moved.x},{moved.y}"
        search.replies.append(RawReply(role="snap", model="reader", text=found, note=note))
        return moved


def elements_of(scene: Scene) -> dict[Box, str]:
    """What can be clicked or is written on a frame: its boxes in frame pixels, and what they are."""
    lines = {line.box: f"text {line.text[:_LONGEST]!r}" for line in scene.lines}
    return lines | {widget.box: widget.kind for widget in scene.widgets}


def element_at(boxes: Iterable[Box], point: Point, radius: float) -> Box | None:
    """The smallest box around the point, else the nearest within the radius; None if two are equally near."""
    around = [box for box in boxes if box.contains(point)]
    if around:
        return min(around, key=lambda box: (box.area, box))
    near = sorted((math.dist(point, nearest_in(box, point)), box.area, box) for box in boxes)
    if not near or near[0][0] > radius:
        return None
    nearest, _, found = near[0]
    rivals = (box for distance, _, box in near[1:] if distance - nearest <= SAME)
    return None if any(box.overlap(found).area == 0 for box in rivals) else found

"""Aim: which element a point that may miss is meant for, and where in its box to click."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tools.geometry import Point
from tools.locate.element import element_at, elements
from tools.ocrtext.same import same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.locate.element import Element
    from tools.see.scene import Scene

_AS_NEAR = 1.0
"""Pixels: two elements whose distances differ by no more are equally near."""
EDGE = 2
"""Pixels inside its edge from which a click is surely on an element."""


def nearest_element(scene: Scene, point: Point, radius: float) -> Element | None:
    """The element at a point, or else the nearest one; of a check box the caption if the point is on that.

    Args:
        scene: what is on the screen.
        point: in frame pixels.
        radius: pixels from the point within which the nearest is looked for.

    Returns:
        None where none is near, or two apart from each other are equally near.
    """
    found = element_at(scene, point)
    if found.kind != "picture":
        return found.caption_at(point) or found
    texts = [line.box for line in scene.lines if scene.widget_at(line.box.center) is None]
    boxes = [*(widget.box for widget in scene.widgets), *texts]
    near = sorted((math.dist(point, nearest_in(box, point)), box.area, box) for box in boxes)
    if not near or near[0][0] > radius:
        return None
    nearest, _, best = near[0]
    rivals = (box for distance, _, box in near[1:] if distance - nearest <= _AS_NEAR)
    if any(box.overlap(best).area == 0 for box in rivals):
        return None
    inside = nearest_in(best, point)
    found = element_at(scene, inside)
    return found.caption_at(inside) or found


def named_beside(scene: Scene, found: Element, point: Point, radius: float, names: Sequence[str]) -> Element:
    """The one thing near a point that is called as was said, where the point leads to another of its sort.

    Only for entries of a list and for buttons: they carry their names, stand close together, and a point is
    easily one of them off. A field is called after what stands beside it.

    Args:
        scene: what is on the screen.
        found: what the point leads to.
        point: in frame pixels.
        radius: pixels from the point within which another is looked for.
        names: what was said; each may be the name.
    """
    if any(same(name, found.label) for name in names):
        return found
    near = [
        one
        for one in _of_its_sort(scene, found)
        if math.dist(point, nearest_in(one.box, point)) <= radius
        and any(same(name, one.label) for name in names)
    ]
    return near[0] if len(near) == 1 else found


def _of_its_sort(scene: Scene, found: Element) -> list[Element]:
    if found.kind == "button":
        return elements(scene, "button")
    if found.is_choice and found.widget is not None:
        return [element_at(scene, line.box.center) for line in scene.lines_in(found.widget.box)]
    return []


def middle_of(box: Box, point: Point, radius: float) -> Point:
    """The box's middle; just inside its edge when the middle is too far, as in a long field.

    Args:
        box: in frame pixels.
        point: what was pointed at.
        radius: pixels by which the click may be moved away from there, at most.
    """
    for place in (box.center, nearest_in(box, point, EDGE)):
        if math.dist(place, point) <= radius:
            return place
    return point


def nearest_in(box: Box, point: Point, edge: int = 0) -> Point:
    """The box's pixel nearest to a point, at least `edge` pixels inside where the box has room for it."""
    across, down = (min(edge, (extent - 1) // 2) for extent in (box.width, box.height))
    return Point(
        min(max(point.x, box.left + across), box.right - 1 - across),
        min(max(point.y, box.top + down), box.bottom - 1 - down),
    )

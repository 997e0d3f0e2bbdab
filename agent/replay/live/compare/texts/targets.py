"""Captions of targets: whether one says something else now is judged when its step comes, and not before.

A target that bears another text is not found then, or is healed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import differences, touches
from agent.replay.live.compare.texts.carried import carried
from agent.replay.live.compare.texts.said import Unlike
from tools.locate.element import element_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.replay.live.compare.screens.screens import Screens
    from tools.geometry import Box, Point
    from tools.observation import Frame
    from tools.see.scene import Line, Scene

_NEAR = 3
"""Heights of a text that another caption may begin or end away from it."""


def without_captions(
    found: Unlike, then: Screens, now: Screens, targets: Sequence[tuple[Frame, Point]]
) -> Unlike:
    """The differences without captions of targets, and what stands in their places.

    Args:
        found: What differs.
        then: The recorded screens.
        now: This run's.
        targets: Where recorded actions took hold, each on its own screen.
    """
    if not found.missing:
        return found
    captions = _captions(found.missing, then.present, targets)
    new = list(found.new)
    for line in captions:
        place = carried(line.box, then.present, now.present).grow(_NEAR * line.box.height)
        inside = [one for one in new if place.overlap(one.box).area]
        if inside:
            new.remove(min(inside, key=lambda one: one.box.gap(line.box)))
    return Unlike(tuple(line for line in found.missing if line not in captions), tuple(new))


def _captions(missing: Sequence[Line], scene: Scene, targets: Sequence[tuple[Frame, Point]]) -> list[Line]:
    """Those of the missing texts that are a target's, which stood there already on the scene."""
    boxes = [line.box for line in missing]
    here = [
        element_at(scene, point)
        for frame, point in targets
        if frame is scene.frame or _is_there(frame, scene.frame, point, boxes)
    ]
    texts = [line for element in here for line in element.texts]
    return [line for line in missing if line in texts]


def _is_there(frame: Frame, other: Frame, point: Point, boxes: Sequence[Box]) -> bool:
    """Whether what lies under a point of a frame is on another one too; only near some boxes is looked."""
    if frame.size != other.size:
        return False
    near = [box for box in boxes if box.grow(_NEAR * box.height).contains(point)]
    changed = differences(frame, other) if near else []
    return any(not touches(box, changed) for box in near)

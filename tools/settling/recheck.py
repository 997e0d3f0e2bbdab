"""Recheck of a decision when the screen changed between the look and the action. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.action import Drag, Key, Type, Wait, point_of
from tools.geometry import Box, Point, Size
from tools.observation import CARET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.action import Action

SURROUNDINGS = 120
"""Pixels on each side of a target that must be as they were seen."""
LARGE = 0.01
"""Part of the screen that must not have changed elsewhere: a small dialog has more."""
BLOCK = Size(24, 40)
"""A change of this size is a block cursor's or a clock's digit: it means nothing to a key press."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a decision rests on besides its target's surroundings."""

    boxes: tuple[Box, ...] = ()
    """Parts of the frame that must be as they were seen, as a caption that a rule was held against."""
    titles: tuple[str, ...] | None = None
    """Of the windows that the action would go to; None: whatever they are called."""


def objection(
    action: Action,
    pointer: Point | None,
    screen: Size,
    changes: Sequence[Box],
    windows: Sequence[Box],
    grounds: Sequence[Box] = (),
) -> str | None:
    """Reason not to carry an action out on a changed screen; None without one.

    Args:
        action: what was decided.
        pointer: where the pointer was when it was decided.
        screen: the frame's extent.
        changes: what differs from the frame that was decided on.
        windows: where windows opened, closed or moved since; they count even without a visible change.
        grounds: other parts of the frame that it rests on.
    """
    if isinstance(action, Wait):
        return None
    if isinstance(action, Key | Type):
        return _told("the screen", _beyond(BLOCK, [*changes, *windows]))
    relevant = _beyond(CARET, [*changes, *windows])
    for place in _places(action, pointer):
        near = Box.around(place, SURROUNDINGS)
        if told := _told(
            f"the surroundings of ({place.x}, {place.y})", [b for b in relevant if near.overlap(b).area]
        ):
            return told
    for box in grounds:
        if told := _told("what was read there", [b for b in relevant if b.overlap(box).area]):
            return told
    if sum(box.clip(screen).area for box in relevant) > LARGE * screen.width * screen.height:
        return _told("a large part of the screen", relevant)
    return None


def _places(action: Action, pointer: Point | None) -> list[Point]:
    """Where the action takes hold: a drag begins at the pointer, a scroll without a point happens there."""
    point = point_of(action)
    places = [point] if point is not None else []
    if pointer is not None and (isinstance(action, Drag) or point is None):
        places.append(pointer)
    return places


def _beyond(small: Size, boxes: Iterable[Box]) -> list[Box]:
    return [box for box in boxes if box.width > small.width or box.height > small.height]


def _told(what: str, boxes: Sequence[Box]) -> str | None:
    if not boxes:
        return None
    box = max(boxes, key=lambda box: box.area)
    return (
        f"{what} changed after the screenshot was taken, at ({box.left}, {box.top}) to "
        f"({box.right}, {box.bottom})"
    )

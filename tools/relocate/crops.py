"""Crops around an element, with enough texture to be told from anything else on a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.element import ICON
from tools.relocate.peaks import equal_places
from tools.relocate.snapshot import ROUND
from tools.relocate.texture import has_texture, is_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.relocate.snapshot import ElementSnapshot
    from tools.see.scene import Scene

_FIRST = (28, 14)
"""Half the width and half the height of the first crop, in pixels: about a word on a button."""
_LARGEST = (224, 112)
"""The same of the largest crop: what is farther away says nothing about the element."""


def crop_of(wanted: ElementSnapshot) -> Box | None:
    """The smallest crop around the element that has texture; None when even the largest has none.

    On a photograph the largest: a text may stand there unread, of which a smaller one has but a part.
    """
    unread = wanted.label is None and is_picture(wanted.frame, Box.around(wanted.point, ICON))
    return _first(wanted, _LARGEST) if unread else core_of(wanted)


def core_of(wanted: ElementSnapshot) -> Box | None:
    """The smallest crop that has texture, whatever may stand there unread."""
    return _first(wanted, _FIRST)


def crops(wanted: ElementSnapshot, half: tuple[int, int] = _FIRST) -> Iterator[Box]:
    """Crops around the element, each larger than the one before, and none with half a text in it.

    Half a text may be the half that "Save customer" and "Delete customer" have in common. What stands in a
    field is no mark of it: its crops begin with its label.

    Args:
        wanted: the element.
        half: half the width and half the height of the first, in pixels.
    """
    frame, point = wanted.frame, wanted.point
    if wanted.label is not None:
        yield wanted.label.box.grow(ROUND).union(Box.around(point, ROUND)).clip(frame.size)
    at_least = Box.around(point, 1)
    if wanted.field is not None:
        label = wanted.element.labelled_by
        at_least = wanted.field.box if label is None else wanted.field.box.union(label.box)
    while half[0] <= _LARGEST[0]:
        crop = Box(point.x - half[0], point.y - half[1], 2 * half[0], 2 * half[1]).union(at_least)
        yield _with_whole_texts(wanted.scene, crop).clip(frame.size)
        half = (half[0] * 3 // 2, half[1] * 3 // 2)


def twins(wanted: ElementSnapshot, crop: Box) -> list[Box]:
    """The other places of the recorded frame that look like a crop of it."""
    return [box for box in equal_places(wanted.frame, crop, wanted.frame) if box != crop]


def _first(wanted: ElementSnapshot, half: tuple[int, int]) -> Box | None:
    return next((box for box in crops(wanted, half) if has_texture(wanted.frame, box)), None)


def _with_whole_texts(scene: Scene, box: Box) -> Box:
    whole = box
    for line in scene.lines:
        if line.box.overlap(box).area:
            whole = whole.union(line.box.grow(ROUND))
    return whole

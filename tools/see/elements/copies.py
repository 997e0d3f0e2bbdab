"""Copies: drop-downs that are drawn pixel by pixel as one that is known.

A toolkit draws the arrow end of all its drop-downs in one way, and their left edges too, whatever stands
between. A shaded one, whose detector score is low, is borne out by another that is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.observation import COLOR
from tools.see.scene import Widget
from tools.see.shapes.arrows import find_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.observation import Frame

_EDGE = 4
"""Pixels of the left edge that must be as the known one's, before its text begins."""
_LEAST, _WIDER = 2, 3
"""Heights of a drop-down that it is wide, at least; and times as wide as the known one, at most."""
_ENDS = 8
"""Different arrow ends that are looked for, at most: a form has one or two."""
_SHOWN = 12
"""Levels of grey by which a left edge stands out, at least: without a border nothing does."""
_OUTSIDE = 1
"""Pixels of the ground around it that must be as the known one's: the end of a text is like any other's."""
_SQUARES = 0.5
"""Mean square of the difference in grey levels from which a place is not looked at, as rounding may leave."""


def with_copies(frame: Frame, widgets: Sequence[Widget], letter: float) -> list[Widget]:
    """The widgets, and the drop-downs like one of them where none lies.

    Args:
        frame: What to look at.
        widgets: Those that are known. Boxes are in frame pixels.
        letter: Pixels that a letter is high.
    """
    found: list[Widget] = []
    ends: set[bytes] = set()
    for one in widgets:
        if len(ends) >= _ENDS or not one.is_field or not _is_telling(frame, one.box, letter):
            continue
        end = _end(one.box)
        shown = frame.bgrx[end.slices].tobytes()
        if shown in ends:
            continue
        ends.add(shown)
        for place in _like(frame, end):
            box = _copy(frame, one.box, place)
            if box is not None and not any(box.meets(other.box) for other in (*widgets, *found)):
                found.append(Widget(one.kind, box))
    return [*widgets, *found]


def _is_telling(frame: Frame, box: Box, letter: float) -> bool:
    """Whether a field has an arrow that points down at an end all in sight, and a left edge that shows."""
    end = _end(box)
    has_ends = end.clip(frame.size) == end and np.ptp(frame.gray[_edge(box, frame).slices]) >= _SHOWN
    return bool(has_ends) and any(mark == "down" for mark, _ in find_marks(frame, box, letter))


def _end(box: Box) -> Box:
    """The right end of a drop-down, with its arrow and the ground around."""
    width = min(box.height, box.width // _LEAST)
    return Box(box.right - width, box.top, width, box.height).grow(_OUTSIDE)


def _edge(box: Box, frame: Frame) -> Box:
    """The left edge of a drop-down, with the ground around."""
    return box._replace(width=min(_EDGE, box.width)).grow(_OUTSIDE).clip(frame.size)


def _like(frame: Frame, part: Box) -> Iterator[Box]:
    """The places that show the same as a part of the frame, but for that part."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    apart = cv2.matchTemplate(frame.gray, frame.gray[part.slices], cv2.TM_SQDIFF)
    for top, left in np.argwhere(apart <= _SQUARES * part.area).tolist():
        place = part._replace(left=left, top=top)
        if place != part and _shows(frame, place, part):
            yield place


def _shows(frame: Frame, one: Box, other: Box) -> bool:
    return np.array_equal(frame.words[one.slices] & COLOR, frame.words[other.slices] & COLOR)


def _copy(frame: Frame, known: Box, end: Box) -> Box | None:
    """The whole of what has this end: up to the nearest edge like the known one's; None: there is none."""
    edge = _edge(known, frame)
    right, top = end.right - _OUTSIDE, end.top + _OUTSIDE
    for left in range(right - _LEAST * known.height, max(0, right - _WIDER * known.width) - 1, -1):
        place = edge._replace(left=left - _OUTSIDE, top=end.top)
        if place.clip(frame.size) == place and _shows(frame, place, edge):
            return Box(left, top, right - left, known.height)
    return None

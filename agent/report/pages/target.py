"""Target of an action: the box of what the eye sees under its point, for a person who looks at a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Size
from tools.locate.element import element_at
from tools.observation import Frame
from tools.see.pixels.regions import find_regions
from tools.see.scene import Line, Scene
from tools.see.shapes.widgets import find_widgets
from tools.see.text.lines import find_text

if TYPE_CHECKING:
    from tools.geometry import Point

SURROUNDINGS = Size(720, 240)
"""Pixels around the point that are looked at first: that takes a few milliseconds, since nothing is read."""


def target_box(frame: Frame, point: Point) -> Box | None:
    """The box of the widget or line of text at a point, in frame pixels; None where no such shape is seen."""
    if not frame.size.contains(point):
        return None
    near = _around(point, frame.size)
    found = _box_in(frame, near, point)
    if found is not None and not _touches(found, near):
        return found
    return _box_in(frame, Box(0, 0, *frame.size), point)


def _box_in(frame: Frame, part: Box, point: Point) -> Box | None:
    picture = Frame(np.ascontiguousarray(frame.bgrx[part.slices]))
    regions = find_regions(picture)
    widgets = find_widgets(picture, regions)
    lines = tuple(Line("x", box) for box in find_text(picture, regions, widgets))
    found = element_at(
        Scene(picture, lines, widgets), point._replace(x=point.x - part.left, y=point.y - part.top)
    )
    if found.kind == "picture":
        return None
    return Box(found.box.left + part.left, found.box.top + part.top, found.box.width, found.box.height)


def _around(point: Point, size: Size) -> Box:
    width, height = (min(wanted, there) for wanted, there in zip(SURROUNDINGS, size, strict=True))
    left = min(max(point.x - width // 2, 0), size.width - width)
    top = min(max(point.y - height // 2, 0), size.height - height)
    return Box(left, top, width, height)


def _touches(box: Box, part: Box) -> bool:
    """Whether a box ends where what was looked at ends: it may go on."""
    return (
        box.left <= part.left or box.top <= part.top or box.right >= part.right or box.bottom >= part.bottom
    )

"""Where the mouse wheel may be turned: on the bare ground of a pane, and over nothing that holds a value.

A spin box, a slider or a drop-down under the pointer takes the wheel for itself and changes its value without
a word, and what is under the pointer changes while the page moves. So a place has bare ground of its pane
(or a text on it) for a way ahead as well: below it if the page is to move up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np

from tools.geometry import Box, Point
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.find import qualified, spots_of
from tools.see.shapes.panes import find_panes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.locate.locator import Locator
    from tools.see.scene import Scene

    Marks = NDArray[np.bool_]

    _Value = TypeVar("_Value", bound=np.generic)

Way = Literal["down", "up", "right", "left"]
"""Towards what one scrolls: the page itself moves the other way."""
_CLEAR = 0.2
"""Heights of a text, on every side of the way ahead, in which nothing else is drawn."""
_PANE = 3.5
"""Heights of a text that a pane is high and wide, at least: a lower one is a field, or a cell."""
_AHEAD = 8
"""Heights of a text that are free ahead, at least: a notch moves a page by less (Chromium 120 pixels)."""
_SMALL = 0.5
"""Part of a small pane (a list of a few rows) that will do instead."""


@dataclass(frozen=True, slots=True)
class WheelPlace:
    """A point at which the wheel can be turned, in frame pixels."""

    point: Point
    ahead: int
    """Pixels that the page may move before anything but bare ground comes under the pointer."""
    pane: Box
    """The pane that the point lies on."""


def find_area(scene: Scene, locator: Locator) -> Box:
    """The area that a locator names: its field or list, or what stands below it.

    Raises:
        NotFound: nothing fits the locator.
    """
    try:
        return find_field(scene, locator).box
    except NotFound:
        spots = spots_of(scene, locator.text)
        if not spots:
            raise
        heading = spots[qualified(scene, locator, [spot.box for spot in spots])[0]].line.box
        width = max(heading.width, round(2 * _PANE * scene.text_height))
        return Box(heading.left, heading.bottom, width, scene.frame.size.height).clip(scene.frame.size)


def wheel_places(
    scene: Scene, way: Way, within: Box | None = None, *, cells: bool = False
) -> list[WheelPlace]:
    """The places to turn the wheel at: of the pane with the most texts, or of two the smaller one, first.

    Args:
        scene: the screen.
        way: where one scrolls to.
        within: in here alone, in frame pixels; None: anywhere.
        cells: over the cells of a table as well, where they bear no arrows.
    """
    panes = find_panes(scene, cells=cells)
    height = scene.text_height
    found = []
    for number, box in panes.boxes.items():
        part = box if within is None else box.overlap(within)
        if min(part.width, part.height) < _PANE * height:
            continue
        texts = sum(panes.numbers[line.box.center[::-1]] == number for line in scene.lines_in(part))
        places = _places(panes.numbers[part.slices] == number, part, way, height)
        found.append((-texts, part.area, places))
    return [place for *_, places in sorted(found, key=lambda one: one[:2]) for place in places]


def _places(ground: Marks, pane: Box, way: Way, text_height: float) -> list[WheelPlace]:
    """The places of a pane: the one with the longest way ahead, and one in its middle.

    Where what scrolls has the ground of what stands above it and below it, only the middle may do.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    margin = 2 * max(2, round(_CLEAR * text_height)) + 1
    edged = np.pad(ground, 1).astype(np.uint8)
    clear = cv2.erode(edged, np.ones((margin, margin), np.uint8), borderValue=0)[1:-1, 1:-1]
    ahead = _turned(_run(_turned(np.asarray(clear, np.bool_), way)), way, back=True)
    least = min(_AHEAD * text_height, _SMALL * (pane.height if way in ("down", "up") else pane.width))
    most = int(ahead.max())
    if most < least:
        return []
    aside = min(round(text_height), most // 4)  # not at the very edge
    points = [_most_central(ahead == most - aside), _most_central(ahead >= least)]
    return [
        WheelPlace(Point(pane.left + point.x, pane.top + point.y), int(ahead[point.y, point.x]), pane)
        for point in dict.fromkeys(points)
    ]


def _most_central(marked: Marks) -> Point:
    rows, columns = np.nonzero(marked)
    height, width = marked.shape
    at = int(np.argmin(np.abs(columns - width // 2) + np.abs(rows - height // 2)))
    return Point(int(columns[at]), int(rows[at]))


def _run(clear: Marks) -> NDArray[np.int32]:
    """For each pixel, how many marked ones follow below it without a gap, itself included."""
    run = np.zeros(clear.shape, np.int32)
    below = np.zeros(clear.shape[1], np.int32)
    for row in range(len(clear) - 1, -1, -1):
        below = np.where(clear[row], below + 1, 0)
        run[row] = below
    return run


def _turned(field: NDArray[_Value], way: Way, *, back: bool = False) -> NDArray[_Value]:
    """The array turned so that the way ahead runs down, or turned back."""
    match way:
        case "down":
            return field
        case "up":
            return field[::-1]
        case "right":
            return field.T
        case "left":
            return field.T[:, ::-1] if back else field[:, ::-1].T

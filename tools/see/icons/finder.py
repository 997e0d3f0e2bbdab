"""Finder: where a screen may have icons. Compact shapes that are no text; what they show is not asked here.

An icon is one shape, or several that all but touch. A button's frame is as compact as an icon that it holds:
both are told, and what they show decides.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from tools.observation import bounds
from tools.see.pixels.regions import find_regions
from tools.see.scene import TEXT_HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.geometry import Box
    from tools.see.pixels.regions import Region
    from tools.see.scene import Line, Scene

LEAST, MOST = 0.45, 4.0
"""Heights of a text that an icon is wide or high, at least and at most."""
THINNEST = 2
"""Pixels."""
SLENDER = 8.0
"""Times as long as wide an icon is, at most: a minus."""
APART = 0.31
"""Heights of a text between two parts of one icon, at most."""
SHORT, FEW = 2, 4
"""Signs of a text that may be an icon: a cross, a plus, a B; and that may be a row of icons."""
DOUBTFUL, SURE = 0.8, 0.9
"""Scores of the recogniser: below the first a text may be none, below the second one of few signs."""
CERTAIN = 0.99
"""Score of a number of one sign, at least: digits have .999, a head and shoulders is an 8 with .96."""
AS_HIGH = 1.2
"""Heights of a text that a number is high, at most: higher ones may be icons, a calendar's leaf."""
SEPARATOR = 1.3
"""Heights of a text that a thin upright line between two icons is long, at least."""
WITHIN = 0.5
"""Share of a shape that lies in a text where it is a part of it, at least."""
ROUND = 1.2
"""Heights of a text that a button is wide and high, at least, whose picture may reach its rim."""
RIM, DRAWN = 3, 24
"""Pixels from a button's edge that may be its rim's; levels by which a picture stands out of it."""


def icon_boxes(scene: Scene) -> tuple[Box, ...]:
    """The boxes of what may be icons, top to bottom; some lie within others."""
    lines = [line for line in scene.lines if not _may_be_icon(line)]
    height = median([line.box.height for line in lines] or [TEXT_HEIGHT])
    numbers = [line for line in scene.lines if _is_number(line, height)]
    texts = [line.box for line in (*lines, *numbers)]
    found: set[Box] = set()
    for region in find_regions(scene.frame):
        shapes = [
            one.box
            for one in region.outlines
            if _is_small(one.box, height)
            and not _is_separator(one.box, height)
            and not _is_within(one.box, texts)
        ]
        gathered = [*_gathered(shapes, APART * height), *_to_rim(region, height)]
        found.update(box for box in gathered if _is_compact(box, height) and not _is_within(box, texts))
    ticks = [one.box for one in scene.widgets if one.is_indicator and _has_caption(one.box, scene)]
    boxes = [box for box in found if not any(tick.meets(box) for tick in ticks)]
    return tuple(sorted(boxes, key=lambda box: (box.top, box.left)))


def _may_be_icon(line: Line) -> bool:
    """Whether a text may have been made of icons: the recogniser doubts it, or it is a letter."""
    doubted = line.score < (SURE if len(line.text) <= FEW else DOUBTFUL)
    return doubted or (len(line.text) <= SHORT and line.box.width <= 2 * line.box.height)


def _is_number(line: Line, height: float) -> bool:
    """Whether a short text is a number among the texts: a row's, of a list."""
    least = CERTAIN if len(line.text) == 1 else SURE
    return line.text.isdecimal() and line.score >= least and line.box.height <= AS_HIGH * height


def _has_caption(indicator: Box, scene: Scene) -> bool:
    """Whether a text stands right beside a shape like a check box's, which icons in a tool bar have too."""
    near = scene.text_height
    return any(
        line.box.same_row(indicator)
        and 0 <= line.box.left - indicator.right <= near
        and not _may_be_icon(line)
        for line in scene.lines
    )


def _is_separator(box: Box, height: float) -> bool:
    return box.width <= THINNEST and box.height >= SEPARATOR * height


def _is_small(box: Box, height: float) -> bool:
    return max(box.width, box.height) <= MOST * height


def _is_compact(box: Box, height: float) -> bool:
    short, long = sorted((box.width, box.height))
    return LEAST * height <= long <= MOST * height and short >= THINNEST and long <= SLENDER * short


def _is_within(box: Box, texts: Iterable[Box]) -> bool:
    """Whether it is a part of a text, or holds one."""
    return any(
        box.overlap(text).area > WITHIN * min(box.area, text.area) for text in texts if text.meets(box)
    )


def _to_rim(region: Region, height: float) -> Iterator[Box]:
    """What is drawn on a small button, even where it all but touches the rim, and so is no hole in it."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    box = region.box
    if region.inside is None or not _is_small(box, height) or min(box.width, box.height) < ROUND * height:
        return
    hull = cv2.convexHull(region.contour - (box.left, box.top))
    inner = cv2.fillConvexPoly(np.zeros((box.height, box.width), np.uint8), hull, 1)
    inner = cv2.erode(inner, np.ones((2 * RIM - 1, 2 * RIM - 1), np.uint8), borderValue=0)
    away = np.abs(region.pixels[box.slices][:, :, :3].astype(np.int16) - region.color).max(axis=2)
    drawn = bounds((away > DRAWN) & (inner > 0))
    if drawn is not None:
        yield drawn.shift(box.left, box.top)


def _gathered(shapes: Sequence[Box], apart: float) -> Iterator[Box]:
    """Boxes around shapes that all but touch."""
    left = sorted(shapes, key=lambda box: (box.left, box.top))
    while left:
        around, rest = left[0], left[1:]
        while near := [
            one for one in rest if one.gap_across(around) <= apart and one.gap_down(around) <= apart
        ]:
            for one in near:
                around = around.union(one)
            rest = [one for one in rest if one not in near]
        left = rest
        yield around

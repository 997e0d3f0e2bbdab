"""Check boxes and radio buttons: small outlines left of a caption, and whether they are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.scene import Widget

if TYPE_CHECKING:
    from tools.observation import Frame
    from tools.vision.regions import Outline, Region

SMALLEST, LARGEST = 9, 26
"""Sides of an indicator, in pixels."""
SQUARE = 0.9
"""An outline that fills this much of its box is a square; a circle fills 0.79, a diamond 0.5."""


def find_indicators(frame: Frame, regions: list[Region]) -> list[Widget]:
    """The indicators on a frame, with their state."""
    return [
        Widget("checkbox" if outline.fill >= SQUARE else "radio", outline.box, is_ticked(frame, outline))
        for region in regions
        for outline in region.outlines
        if _has_shape(outline) and _has_caption(outline)
    ]


def is_ticked(frame: Frame, outline: Outline) -> bool:
    """Whether the middle of an indicator bears a mark or is filled.

    An empty one is even and no darker than what it lies on (or, on a dark ground, not coloured).
    """
    side = min(outline.box.width, outline.box.height)
    middle = Box.around(outline.box.center, max(2, side // 4))
    pixels = frame.bgrx[middle.slices][:, :, :3].reshape(-1, 3).astype(np.int64)
    if int(np.ptp(pixels.mean(axis=1))) > 24:
        return True
    color = np.median(pixels, axis=0)
    colored = float(np.ptp(color)) > 40
    return colored or (outline.on.light > 110 and float(color.mean()) < outline.on.light - 25)


def _has_shape(outline: Outline) -> bool:
    """Whether it is a small square, circle or diamond: as wide as high, convex, even about its middle."""
    import cv2  # noqa: PLC0415

    width, height = outline.box.width, outline.box.height
    if not (SMALLEST <= min(width, height) and max(width, height) <= LARGEST and abs(width - height) <= 1):
        return False
    area, hull = float(cv2.contourArea(outline.contour)), cv2.convexHull(outline.contour)
    if outline.fill < 0.42 or area < 0.9 * float(cv2.contourArea(np.asarray(hull, np.int32))):
        return False
    moments = cv2.moments(outline.contour)
    left, top, outer_width, outer_height = cv2.boundingRect(outline.contour)
    off_x = moments["m10"] / moments["m00"] - left - (outer_width - 1) / 2
    off_y = moments["m01"] / moments["m00"] - top - (outer_height - 1) / 2
    return max(abs(off_x), abs(off_y)) < 0.05 * outer_width


def _has_caption(outline: Outline) -> bool:
    """Whether letters begin a little to its right, and none end just left of it (as within a word)."""
    box = outline.box
    row = [other.box for other in outline.on.outlines if other is not outline and _beside(other.box, box)]
    right = min((other.left - box.right for other in row if other.left >= box.right), default=LARGEST * 2)
    left = min((box.left - other.right for other in row if other.right <= box.left), default=LARGEST * 2)
    return 2 < right <= box.height + 8 and left > 5


def _beside(other: Box, box: Box) -> bool:
    return other.top < box.center.y < other.bottom and other.height <= 3 * box.height

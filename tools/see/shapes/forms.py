"""Forms of indicators: a small square, circle or diamond."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.shapes.paper import CONTRAST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline
    from tools.see.shapes.ticks import IndicatorKind

SMALLEST = 9
"""Pixels that an indicator's sides are long at least: in a smaller one no mark could be told."""
LARGEST = 2.9
"""Heights of a letter that they are long at most."""
UNEVEN = 0.08
"""Share of its side by which an indicator may be wider than high; a pixel always."""
DIAMOND = 0.42
"""Share of its box that a diamond fills, at least; a circle fills 0.79."""
DRAWN = 0.9
"""Share of a line that is there, at least, and of its hull that a convex outline fills."""
CUT = 0.87
"""Share of its box that a square fills whose corners are cut, at least: FLTK's plastic ones .89."""
ROUNDED, ROUND = 8, 5
"""Part of a side, at either end, where it may be rounded; and of one whose outline tells it from a circle."""
SKEW = 0.002
"""Part of its squared area that an even outline's mixed moment is, at most: a pixel at a corner is .0017."""
LOW, STROKE, WHOLE = 0.9, 0.3, 0.75
"""Heights of a letter that an asterisk is high, at most; the part of its deepest ink from which a pixel is of
a stroke; and the share of its hull that it fills, at most: a disc fills all."""
FAINT = 4
"""Levels between the faintest border and its ground."""


def form_of(frame: Frame, outline: Outline, letter: float) -> IndicatorKind | None:
    """Whether it is a small square, or a small circle or diamond."""
    if not has_size(outline.box, letter):
        return None
    if is_square(frame, outline):
        return "checkbox"
    if outline.fill < DIAMOND or not is_even(outline.contour) or _has_corner(frame, outline):
        return None
    is_rounded = outline.fill >= CUT and is_square(frame, outline, ROUND) and not _is_skew(outline.contour)
    if is_rounded or outline.fill >= DRAWN:
        return "checkbox" if is_rounded else None
    return None if _is_star(frame, outline.box, letter) else "radio"


def _is_star(frame: Frame, box: Box, letter: float) -> bool:
    """Whether it is an asterisk: lower than a letter, its arms joined in the middle, with ground between."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    if box.height >= LOW * letter:
        return False
    off = np.abs(frame.gray[box.slices].astype(np.int64) - ground_of(frame, box))
    drawn = off > STROKE * off.max()
    contours, _ = cv2.findContours(drawn.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if len(contours) != 1 or not drawn[box.height // 2, box.width // 2]:
        return False  # the ring of a radio button is not joined to its dot
    hull = cv2.convexHull(contours[0])
    return float(cv2.contourArea(contours[0])) < WHOLE * float(cv2.contourArea(hull))


def has_size(box: Box, letter: float) -> bool:
    """Whether a box is about as wide as high, and as large as indicators are."""
    small, large = sorted((box.width, box.height))
    return small >= SMALLEST and large <= LARGEST * letter and large - small <= max(1, UNEVEN * large)


def is_square(frame: Frame, outline: Outline, rounded: int = ROUNDED) -> bool:
    """Whether its upper and left sides are drawn from end to end; a disabled one may lack the others.

    Args:
        frame: what it is on.
        outline: its outer edge.
        rounded: part of a side, at either end, where it may be rounded.
    """
    gray = frame.gray[outline.box.slices].astype(np.int64)
    drawn = np.abs(gray - _ground_beside(frame, outline.box)) > FAINT
    corner = max(1, min(drawn.shape) // rounded)
    within = slice(corner, -corner)
    if not (_is_drawn(drawn[0, within]) and _is_drawn(drawn[within, 0])):
        return False
    is_whole = _is_drawn(drawn[-1, within]) and _is_drawn(drawn[within, -1])
    return is_whole or (not drawn[-1, 2:].any() and not drawn[2:, -1].any())


def _is_drawn(side: NDArray[np.bool_]) -> bool:
    """Whether a side is there from end to end."""
    return int(np.count_nonzero(side)) / max(1, side.size) >= DRAWN


def ground_of(frame: Frame, box: Box) -> int:
    """The luminance around a box; a panel's own may be another, where it is shaded."""
    around = frame.gray[box.grow(1).clip(frame.size).slices]
    _, low, high, _ = sorted(around[[0, 0, -1, -1], [0, -1, 0, -1]].tolist())
    return int(low + high) // 2  # the median; NumPy's takes twenty times as long


def _ground_beside(frame: Frame, box: Box) -> NDArray[np.int64]:
    """The luminance around a box; where it is shaded from top to bottom, that right beside each row.

    There a letter would else be drawn all around: no row of it is as light as what is above.
    """
    around = box.grow(1)
    if around.clip(frame.size) == around:
        left, right = frame.gray[around.slices][1:-1, [0, -1]].astype(np.int64).T
        if np.ptp(left) > FAINT and np.abs(left - right).max() <= FAINT:
            return np.asarray((left + right) // 2, np.int64)[:, np.newaxis]
    return np.array(ground_of(frame, box), np.int64)


def is_even(contour: NDArray[np.int32]) -> bool:
    """Whether an outline is convex and its centroid in the middle, as of circles and diamonds."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    hull = np.asarray(cv2.convexHull(contour), np.int32)
    if float(cv2.contourArea(contour)) < DRAWN * float(cv2.contourArea(hull)):
        return False
    moments = cv2.moments(contour)
    if not moments["m00"]:
        return False  # a line
    left, top, width, height = cv2.boundingRect(contour)
    off_x = moments["m10"] / moments["m00"] - left - (width - 1) / 2
    off_y = moments["m01"] / moments["m00"] - top - (height - 1) / 2
    return max(abs(off_x), abs(off_y)) < 0.05 * width


def _is_skew(contour: NDArray[np.int32]) -> bool:
    """Whether an outline has one corner cut off, or two that face each other, as a diskette has."""
    import cv2  # noqa: PLC0415

    moments = cv2.moments(contour)
    return bool(abs(moments["mu11"]) > SKEW * moments["m00"] ** 2)


def _has_corner(frame: Frame, outline: Outline) -> bool:
    """Whether a corner of its box is drawn: two letters may be as even, one of them upright ("Is")."""
    gray = frame.gray[outline.box.slices].astype(np.int64)
    corners = np.abs(gray[np.ix_((0, -1), (0, -1))] - round(outline.ground_light))
    return bool((corners > CONTRAST).any())

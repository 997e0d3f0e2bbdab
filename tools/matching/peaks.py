"""Where a crop is found in a frame: candidates by correlation, equality by the pixels themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame

_NEAR_EQUAL = 0.97
"""Correlation from which a place is compared pixel by pixel."""
_MEAN, _MOST = 2.0, 24
"""Levels (0-255) by which equal pictures differ on average, and by which no pixel of them may differ.
Correlation alone is blind to contrast (a greyed-out caption correlates with .969), and no share of the pixels
may be let off: between "Invoice 1041" and "Invoice 1047" eight in a thousand differ."""
_MANY = 400
"""Places that are looked at in one frame, at most: a flat pattern has no end of them."""
_SMALLEST = 4
"""Pixels; a smaller picture is everywhere."""


@dataclass(frozen=True, slots=True)
class Peak:
    """A place that resembles a crop."""

    box: Box
    score: float
    scale: float = 1.0


def equal_places(wanted: Frame, crop: Box, frame: Frame) -> list[Box]:
    """Every place of a frame that shows practically the same pixels as a crop of another."""
    peaks = peaks_in(wanted.gray[crop.slices], frame, _NEAR_EQUAL)
    return [peak.box for peak in peaks if is_equal(wanted, crop, frame, peak.box)]


def is_equal(wanted: Frame, crop: Box, frame: Frame, box: Box) -> bool:
    """Whether two boxes of one size show practically the same, colours and contrast included."""
    if box.clip(frame.size) != box:
        return False
    one, other = (f.bgrx[b.slices][:, :, :3].astype(np.int16) for f, b in ((wanted, crop), (frame, box)))
    if one.shape != other.shape:
        return False
    far = np.abs(one - other).max(axis=2)
    return bool(far.max(initial=0) <= _MOST and far.mean() <= _MEAN)


def peaks_in(gray: NDArray[np.uint8], frame: Frame, least: float) -> list[Peak]:
    """The best places of a frame for a grey picture, best first; none of them overlaps a better one by much.

    Args:
        gray: shape (height, width).
        frame: where to look.
        least: the lowest correlation (OpenCV's TM_CCOEFF_NORMED, -1 to 1).
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    height, width = gray.shape
    if height > frame.size.height or width > frame.size.width or min(height, width) < _SMALLEST:
        return []
    scores = cv2.matchTemplate(frame.gray, gray, cv2.TM_CCOEFF_NORMED)
    scores = np.where(np.isfinite(scores), scores, -1.0)  # a flat patch has no correlation
    rows, columns = np.nonzero(scores >= least)
    order = np.argsort(-scores[rows, columns], kind="stable")[:_MANY]
    found: list[Peak] = []
    for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        apart = all(
            abs(row - peak.box.top) > height // 2 or abs(column - peak.box.left) > width // 2
            for peak in found
        )
        if apart:
            found.append(Peak(Box(column, row, width, height), float(scores[row, column])))
    return found


def likeness(wanted: Frame, crop: Box, frame: Frame, box: Box, slack: int = 2) -> float:
    """How alike two boxes are, -1 to 1, whatever their sizes; light on dark is as good as dark on light.

    Returns:
        The correlation (TM_CCOEFF_NORMED) of the first, scaled to the second's size and shifted by
        `slack` pixels at most.
    """
    import cv2  # noqa: PLC0415

    around = box.grow(slack).clip(frame.size)
    way = cv2.INTER_AREA if box.height < crop.height else cv2.INTER_LINEAR
    scaled = cv2.resize(wanted.gray[crop.slices], (box.width, box.height), interpolation=way)
    if around.width < box.width or around.height < box.height:
        return 0.0
    scores = cv2.matchTemplate(frame.gray[around.slices], scaled, cv2.TM_CCOEFF_NORMED)
    return float(np.nan_to_num(np.abs(scores), posinf=0.0).max(initial=0.0))

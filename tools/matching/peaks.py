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
"""Levels (0-255) by which equal pictures differ on average, and in all but one in a hundred pixels.
Correlation alone is blind to contrast: a greyed-out caption correlates with .969."""
_MANY = 400
"""Places that are looked at in one frame, at most: a flat pattern has no end of them."""


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
    one, other = (f.bgrx[b.slices][:, :, :3].astype(np.int16) for f, b in ((wanted, crop), (frame, box)))
    if one.shape != other.shape:
        return False
    far = np.abs(one - other).max(axis=2)
    return bool(far.mean() <= _MEAN and np.quantile(far, 0.99) <= _MOST)


def peaks_in(gray: NDArray[np.uint8], frame: Frame, least: float, scale: float = 1.0) -> list[Peak]:
    """The best places of a frame for a grey picture, best first; none of them overlaps a better one by much.

    Args:
        gray: shape (height, width).
        frame: where to look.
        least: the lowest correlation (OpenCV's TM_CCOEFF_NORMED, -1 to 1).
        scale: of the picture, for the record.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    height, width = gray.shape
    if height > frame.size.height or width > frame.size.width or min(height, width) < 4:  # noqa: PLR2004
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
            found.append(Peak(Box(column, row, width, height), float(scores[row, column]), scale))
    return found

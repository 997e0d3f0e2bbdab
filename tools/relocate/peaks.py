"""Places of a frame that look like a crop: equal to it in every pixel, or similar by correlation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame

_NEAR_EQUAL = 0.97
"""Least correlation of equal pictures: faint ones differ by few levels, whatever they show."""
_MEAN, _MOST = 2.0, 24
"""Levels (0-255) by which equal pictures differ on average, and by which no pixel of them may differ.
Correlation alone is blind to contrast (a greyed-out caption correlates with .969), and no share of the pixels
may be let off: between "Invoice 1041" and "Invoice 1047" eight in a thousand differ."""
_ANCHORS, _FEW = 100, 20
"""Number of pixels by which places are ruled out, and of places left at which that ends."""
_MANY = 4000
"""Places of one frame that are compared, at most: a regular pattern has very many."""
_SMALLEST = 4
"""Pixels; a smaller picture is found everywhere."""


@dataclass(frozen=True, slots=True)
class Peak:
    """A place that resembles a crop."""

    box: Box
    score: float
    scale: float = 1.0


def equal_places(wanted: Frame, crop: Box, frame: Frame) -> list[Box]:
    """Every place of a frame that shows practically the same pixels as a crop of another, nearest first."""
    found: list[Box] = []
    places = _possible(wanted.gray[crop.slices], frame)
    places.sort(key=lambda at: abs(at[0] - crop.left) + abs(at[1] - crop.top))
    for column, row in places[:_MANY]:
        box = Box(column, row, crop.width, crop.height)
        if all(_apart(box, other) for other in found) and is_equal(wanted, crop, frame, box):
            found.append(box)
    return found


def _possible(gray: NDArray[np.uint8], frame: Frame) -> list[tuple[int, int]]:
    """Columns and rows where the picture's rarest pixels fit: quicker than correlation."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    height, width = gray.shape
    rows, columns = frame.size.height - height + 1, frame.size.width - width + 1
    if rows < 1 or columns < 1 or min(height, width) < _SMALLEST:
        return []
    usual = np.bincount(frame.gray.ravel(), minlength=256)
    rarest = np.argsort(usual[gray].ravel(), kind="stable")[: max(1, gray.size // 2)]
    order = rarest[:: max(1, rarest.size // _ANCHORS)]
    left: NDArray[np.uint8] = np.full((rows, columns), 255, np.uint8)
    for row, column in zip(*np.unravel_index(order, gray.shape), strict=True):
        level, part = int(gray[row, column]), frame.gray[row : row + rows, column : column + columns]
        cv2.bitwise_and(left, cv2.inRange(part, level - _MOST - 1, level + _MOST + 1), dst=left)
        if cv2.countNonZero(left) <= _FEW:
            break
    down, across = np.nonzero(left)
    return list(zip(across.tolist(), down.tolist(), strict=True))


def _apart(one: Box, other: Box) -> bool:
    return abs(one.top - other.top) > one.height // 2 or abs(one.left - other.left) > one.width // 2


def is_equal(wanted: Frame, crop: Box, frame: Frame, box: Box) -> bool:
    """Whether two boxes of one size show practically the same, colours and contrast included."""
    if box.clip(frame.size) != box or box[2:] != crop[2:]:
        return False
    one, other = (f.bgrx[b.slices][:, :, :3].astype(np.int16) for f, b in ((wanted, crop), (frame, box)))
    far = np.abs(one - other).max(axis=2)
    if far.max(initial=0) > _MOST or far.mean() > _MEAN:
        return False
    return not far.any() or _correlation(one.ravel(), other.ravel()) >= _NEAR_EQUAL


def _correlation(one: NDArray[np.int16], other: NDArray[np.int16]) -> float:
    """Pearson's; 1 where neither picture has anything on it."""
    first, second = one - one.mean(), other - other.mean()
    both = float(np.sqrt((first**2).sum() * (second**2).sum()))
    return float((first * second).sum()) / both if both else 1.0


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
        box = Box(column, row, width, height)
        if all(_apart(box, peak.box) for peak in found):
            found.append(Peak(box, float(scores[row, column])))
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

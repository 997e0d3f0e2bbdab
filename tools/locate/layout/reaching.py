"""Reaching in: what stands above or below a row and ends in it, as the frame of an open menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ROUND = 4
"""Pixels by which a frame's corner is rounded, at most, and its side begins beside its foot."""


def without_reaching_in(drawn: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What is drawn in a row, without what comes in from above or from below with both of its sides.

    A foot of such a frame may lie at the middle of the row, as a slider does; what is higher than the row
    comes in from both.

    Args:
        drawn: Where anything is drawn, in the row's own pixels.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    _, numbers, stats, _ = cv2.connectedComponentsWithStats(drawn.astype(np.uint8), connectivity=8)
    shapes = np.asarray(numbers)
    kept = drawn.copy()
    for number, (left, _, width, *_) in enumerate(np.asarray(stats).tolist()):
        ends = [_has_ends(shapes[edge] == number, left, left + width) for edge in (0, -1)]
        if number and ends[0] is not ends[1]:
            kept[shapes == number] = False
    return kept


def _has_ends(edge: NDArray[np.bool_], left: int, right: int) -> bool:
    """Whether a shape goes on beyond an edge of the row at both of its own ends."""
    places = np.flatnonzero(edge)
    return bool(places.size and places[0] - left <= _ROUND and right - 1 - places[-1] <= _ROUND)

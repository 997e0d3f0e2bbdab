"""Knobs: expanders of Java's Metal, discs with a handle to the right when closed, and down when open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

SOLID = 4
"""Pixels; what is drawn thinner is a handle, or a line of the tree."""
LEAST, MOST = 6, 14
"""Pixels that the disc is wide."""
HANDLE, THICK = 3, 2
"""Pixels that a handle is long and thick, at least; a line of the tree is thinner."""


def find_knobs(ink: NDArray[np.uint8]) -> Iterator[tuple[Box, Literal["closed", "open"]]]:
    """The discs of all knobs in a strip, and what their handles say.

    Args:
        ink: 1 where something is drawn, shape (height, width).
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    contours, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    filled = np.zeros_like(ink)
    cv2.drawContours(filled, contours, -1, (1,), cv2.FILLED)
    solid = cv2.morphologyEx(filled, cv2.MORPH_OPEN, np.ones((SOLID, SOLID), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=4)
    for row in np.asarray(stats, np.int32)[1:].tolist():
        disc = Box(*row[:4])
        if abs(disc.width - disc.height) <= 1 and LEAST <= disc.width <= MOST and row[4] < disc.area:
            right = _has_handle(filled, disc)
            down = _has_handle(filled.T, Box(disc.top, disc.left, disc.height, disc.width))
            if right != down:
                yield disc, "closed" if right else "open"


def _has_handle(filled: NDArray[np.uint8], disc: Box) -> bool:
    """Whether a handle goes on to the right from the middle of the disc, and ends there."""
    part = filled[disc.top : disc.bottom, disc.right : disc.right + HANDLE]
    if part.shape[1] < HANDLE:
        return False
    (rows,) = np.nonzero(part.all(axis=1))
    if not THICK <= len(rows) <= disc.height / 2:
        return False
    return bool(abs(2 * rows.mean() - (disc.height - 1)) <= THICK)

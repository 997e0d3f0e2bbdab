"""The arrow part at the right end of a drop-down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

Mark = Literal["down", "up", "bar"]


def mark_of(frame: Frame, box: Box) -> Mark | None:
    """What small mark fills the box: a triangle or chevron that points down or up, a raised bar, or none.

    A triangle narrows from row to row; so do the two ends of a chevron. The bar is the Motif sign of an
    option menu: a flat raised rectangle.
    """
    if not (5 <= box.width <= 20 and 3 <= box.height <= 14):
        return None
    spans = _spans(frame.gray[box.slices])
    third = max(1, len(spans) // 3)
    upper, lower = float(spans[:third].mean()), float(spans[-third:].mean())
    if upper >= 1.6 * max(lower, 1.0):
        return "down"
    if lower >= 1.6 * max(upper, 1.0):
        return "up"
    return "bar" if box.width >= 1.8 * box.height and spans.min() >= box.width - 2 else None


def _spans(gray: NDArray[np.uint8]) -> NDArray[np.int64]:
    """For each row the distance between its first and last inked pixel."""
    corner = int(np.median(np.concatenate([gray[0, [0, -1]], gray[-1, [0, -1]]])))
    ink = np.abs(gray.astype(np.int64) - corner) > 24
    first = ink.argmax(axis=1)
    last = ink.shape[1] - ink[:, ::-1].argmax(axis=1)
    return np.where(ink.any(axis=1), last - first, 0)

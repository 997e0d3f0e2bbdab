"""Shift of what a box shows between two frames: how far a list or a page was scrolled. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.observation import COLOR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

_BAND = 16
"""Pixels across that are compared as one: a scroll bar beside spoils no other band than its own."""
_LEAST = 8
"""Drawn rows of bands that must be found again: those of a short word."""
_SHARE = 0.5
"""Part of all that is drawn and still in sight that must be found again: a row may be lit meanwhile."""


def shift_down(before: Frame, after: Frame, box: Box) -> int | None:
    """Pixels that what is in the box moved down (negative: up); None when it did not, or it can't be told."""
    return _shift(_pixels(before, box), _pixels(after, box))


def shift_across(before: Frame, after: Frame, box: Box) -> int | None:
    """Pixels that what is in the box moved to the right (negative: left); None as for `shift_down`."""
    return _shift(_pixels(before, box).T, _pixels(after, box).T)


def _pixels(frame: Frame, box: Box) -> NDArray[np.uint32]:
    pixels: NDArray[np.uint32] = frame.words[box.clip(frame.size).slices] & COLOR
    return pixels


def _shift(old: NDArray[np.uint32], new: NDArray[np.uint32]) -> int | None:
    was, drawn_then = _rows(old)
    now, drawn_now = _rows(new)
    height = len(was)
    still = int(((was == now) & drawn_then).sum())
    best, found = still, None
    for far in range(1, height):
        for kept, came, drawn, by in (
            (was[far:], now[: height - far], drawn_then[far:] & drawn_now[: height - far], -far),
            (was[: height - far], now[far:], drawn_then[: height - far] & drawn_now[far:], far),
        ):
            same = int(((kept == came) & drawn).sum())
            part = drawn_then[far:] if by < 0 else drawn_then[: height - far]
            if same > best and same >= max(_LEAST, _SHARE * int(part.sum())):
                best, found = same, by
    return found


def _rows(pixels: NDArray[np.uint32]) -> tuple[NDArray[np.uint64], NDArray[np.bool_]]:
    """A number for each row of each band, equal for equal pixels; and whether anything is drawn there."""
    width = pixels.shape[1]
    weights = np.random.default_rng(1).integers(1, 2**63, width, np.uint64) | np.uint64(1)
    starts = np.arange(0, width, _BAND)
    numbers = np.add.reduceat(pixels.astype(np.uint64) * weights, starts, axis=1)
    highest = np.maximum.reduceat(pixels, starts, axis=1)
    return numbers, highest != np.minimum.reduceat(pixels, starts, axis=1)

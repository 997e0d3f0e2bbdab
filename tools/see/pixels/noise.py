"""Noise of pictures that came with loss: JPEG, RemoteFX, H.264, as viewers of other machines show them.

A program paints its panels and fields in one colour each. Where many pixels that are nearly of such a colour
are not quite of it, the picture has lost detail: grounds are uneven, and edges have echoes beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.observation import COLOR, Frame

if TYPE_CHECKING:
    from numpy.typing import NDArray

GROUNDS = 3
"""Colours that most of the frame has."""
NEAR = 4
"""Levels of each channel that noise changes a colour by, or a few more."""
EACH, MOST = 0.02, 0.3
"""Shares of the pixels near a ground's colour that are not of it, of each ground and of the middle one: by
RemoteFX .04 (black), .6 and .7, by a program's own shading 0, .6 and .8."""
_ROW, _COLUMN = 3, 4
"""Of so many one is looked at: the rest is like it, and counting takes time."""
_FAR = 12
"""So many of those further a gradient has the same colour along it, and another one across."""
_REACH, _LEVELS, _PIXELS, _TIMES = 5, 20, 2, 3
"""Of the filter (Tomasi and Manduchi, 1998): it evens what differs less than a border does, echoes too."""


def without_noise(frame: Frame) -> Frame:
    """The frame with even grounds and clean edges, for finding what is where; itself if it lost nothing."""
    if not is_lossy(frame):
        return frame
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    picture = np.ascontiguousarray(frame.bgrx[:, :, :3])
    for _ in range(_TIMES):
        picture = np.asarray(cv2.bilateralFilter(picture, _REACH, _LEVELS, _PIXELS), np.uint8)
    return Frame.from_rgb(np.ascontiguousarray(picture[:, :, ::-1]))


def is_lossy(frame: Frame) -> bool:
    """Whether its grounds are uneven."""
    words = np.asarray(frame.words[::_ROW, ::_COLUMN] & COLOR)
    colors, counts = np.unique(words, return_counts=True)
    of_gradients, their_counts = np.unique(words[_is_gradient(words)], return_counts=True)
    plain = counts.copy()
    plain[np.searchsorted(colors, of_gradients)] -= their_counts
    levels = np.stack([(colors >> shift) & 0xFF for shift in (0, 8, 16)], axis=1).astype(np.int16)
    left = np.ones(len(colors), np.bool_)
    shares: list[float] = []
    while len(shares) < GROUNDS and left.any():
        ground = int(np.argmax(np.where(left, counts, 0)))
        near = left & (np.abs(levels - levels[ground]).max(axis=1) <= NEAR)
        others = int(plain[near].sum() - plain[ground])
        shares.append(others / (others + int(counts[ground])))
        left &= ~near
    return min(shares) > EACH and float(np.median(shares)) > MOST


def _is_gradient(words: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Where colours run on along a row and change down the column, or the other way: a desktop's ground.

    Args:
        words: Of some of the pixels, as they are looked at.
    """
    same = [_ahead(words, axis, _FAR) == words for axis in (0, 1)]
    return np.asarray(same[0] != same[1])


def _ahead(words: NDArray[np.uint32], axis: int, far: int) -> NDArray[np.uint32]:
    """What lies so far ahead of each along an axis; at the end, what lies there before it."""
    at = np.arange(words.shape[axis])
    return np.take(words, np.where(at + far < len(at), at + far, np.maximum(at - far, 0)), axis=axis)

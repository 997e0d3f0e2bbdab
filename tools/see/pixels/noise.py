"""Noise of pictures that came with loss: JPEG, RemoteFX, H.264, as viewers of other machines show them.

A program paints its panels and fields in one colour each. Where many pixels that are nearly of such a colour
are not quite of it, the picture has lost detail: grounds are uneven, and edges have echoes beside them.
"""

from __future__ import annotations

import numpy as np

from tools.observation import COLOR, Frame

GROUNDS = 3
"""Colours that most of the frame has."""
NEAR = 4
"""Levels of each channel that noise changes a colour by, or a few more."""
EACH, MOST = 0.02, 0.3
"""Shares of the pixels near a ground's colour that are not of it, of each ground and of the middle one: by
RemoteFX .04 (black), .6 and .7, by a program's own shading 0, .6 and .8."""
_ROW, _COLUMN = 3, 4
"""Of so many one is looked at: the rest is like it, and counting takes time."""
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
    colors, counts = np.unique(frame.words[::_ROW, ::_COLUMN] & COLOR, return_counts=True)
    levels = np.stack([(colors >> shift) & 0xFF for shift in (0, 8, 16)], axis=1).astype(np.int16)
    left = np.ones(len(colors), np.bool_)
    shares: list[float] = []
    while len(shares) < GROUNDS and left.any():
        ground = int(np.argmax(np.where(left, counts, 0)))
        near = left & (np.abs(levels - levels[ground]).max(axis=1) <= NEAR)
        shares.append(float(1 - counts[ground] / counts[near].sum()))
        left &= ~near
    return min(shares) > EACH and float(np.median(shares)) > MOST

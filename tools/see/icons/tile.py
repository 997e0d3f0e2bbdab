"""Tile: the picture of one icon as the net sees it, whatever its size, its colours and its ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

SIDE = 32
"""Pixels of a tile."""
MARGIN = 1
"""Of these, left free at each side of the icon."""
RING = 2
"""Pixels around an icon from which the colour of its ground is told."""
FAINTEST = 12.0
"""Levels (0-255) by which an icon stands out at least; what is fainter stays faint."""
LUMA = np.array([0.114, 0.587, 0.299], np.float32)
"""Weights of blue, green and red in luminance (ITU-R BT.601)."""


def tile(pixels: NDArray[np.uint8], box: Box) -> NDArray[np.float32]:
    """What a box holds, as (2, SIDE, SIDE): how far each pixel is from the ground, and how much lighter.

    Args:
        pixels: Blue, green, red and perhaps more, of the whole picture.
        box: Close around the icon, within the picture.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    around = box.grow(RING).clip(Size(pixels.shape[1], pixels.shape[0]))
    window = pixels[around.slices][:, :, :3].astype(np.float32)
    away = window - ground(window)
    ink, tone = np.abs(away).max(axis=2), away @ LUMA
    inner = box.shift(-around.left, -around.top)
    planes = np.stack([ink, tone], axis=2)[inner.slices]
    most = max(FAINTEST, float(planes[:, :, 0].max(initial=0)))
    scale = (SIDE - 2 * MARGIN) / max(box.width, box.height)
    width, height = (max(1, round(side * scale)) for side in (box.width, box.height))
    method = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    made = cv2.resize(planes / most, (width, height), interpolation=method)
    answer = np.zeros((SIDE, SIDE, 2), np.float32)
    top, left = (SIDE - height) // 2, (SIDE - width) // 2
    answer[top : top + height, left : left + width] = made
    return answer.transpose(2, 0, 1)


def ground(window: NDArray[np.float32]) -> NDArray[np.float32]:
    """The colour that an icon stands on: the median of the pixels at the sides of a window around it."""
    sides = (window[:RING], window[-RING:], window[:, :RING], window[:, -RING:])
    ring = np.concatenate([side.reshape(-1, window.shape[2]) for side in sides])
    return np.asarray(np.median(ring, axis=0), np.float32)

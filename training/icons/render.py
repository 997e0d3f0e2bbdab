"""Render: an SVG as RGBA pixels, cut to what is drawn and put in the middle of a square."""

from __future__ import annotations

import cv2
import numpy as np
import resvg_py
from numpy.typing import NDArray

SIDE = 48
"""Pixels of the square; icons on screens are smaller, and are made from it by taking the mean."""
LARGE = 96
"""Pixels of an icon before it is cut: so it fills its square however much room its set leaves around it."""
_OPAQUE = 24
"""Alpha from which on a pixel belongs to an icon."""

Pixels = NDArray[np.uint8]


def rendered(svg: str) -> Pixels | None:
    """The icon, or None where nothing is drawn or the SVG can't be read."""
    try:
        png = resvg_py.svg_to_bytes(svg_string=svg, width=LARGE, skip_system_fonts=True)
    except ValueError:
        return None
    pixels = cv2.imdecode(np.frombuffer(bytes(png), np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None or pixels.ndim != 3 or pixels.shape[2] != 4:
        return None
    return squared(np.asarray(pixels, np.uint8)[:, :, [2, 1, 0, 3]])


def squared(pixels: Pixels) -> Pixels | None:
    """RGBA pixels, cut to what is drawn, in the middle of a square of `SIDE`; None where nothing is."""
    rows, columns = np.nonzero(pixels[:, :, 3] >= _OPAQUE)
    if not len(rows):
        return None
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    cut = pixels[top:bottom, left:right].astype(np.float32)
    cut[:, :, :3] *= cut[:, :, 3:] / 255
    scale = SIDE / max(cut.shape[:2])
    height, width = (max(1, round(side * scale)) for side in cut.shape[:2])
    small = cv2.resize(cut, (width, height), interpolation=cv2.INTER_AREA)
    square = np.zeros((SIDE, SIDE, 4), np.float32)
    y, x = (SIDE - height) // 2, (SIDE - width) // 2
    square[y : y + height, x : x + width] = small
    square[:, :, :3] /= np.maximum(square[:, :, 3:] / 255, 1e-3)
    return np.clip(np.rint(square), 0, 255).astype(np.uint8)

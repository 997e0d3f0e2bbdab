"""Patch: what the net of toggles is shown of a frame, and what it may answer. Arrays only, no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from tools.geometry import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

ToggleKind = Literal["checkbox", "radio", "switch"]
State = Literal["off", "on", "mixed"]
ANSWERS: tuple[tuple[ToggleKind, State] | None, ...] = (
    None,
    ("checkbox", "off"),
    ("checkbox", "on"),
    ("checkbox", "mixed"),
    ("radio", "off"),
    ("radio", "on"),
    ("switch", "off"),
    ("switch", "on"),
)
"""In the order of the net's outputs; None: it is no toggle, or one that lies elsewhere."""
KINDS: tuple[ToggleKind, ...] = get_args(ToggleKind)
WIDTH, HEIGHT = 64, 40
"""Pixels of a patch."""
TALL = 20
"""Pixels that a toggle is high in its patch: a box and a circle fill a third of it, a switch two thirds."""


def patch(pixels: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """A toggle in the middle of what surrounds it, as high as all others.

    Args:
        pixels: Shape (rows, columns, channels); what lies beyond them is shown as their edge.
        box: Where it stands, in these pixels; not empty.

    Returns:
        Shape (HEIGHT, WIDTH, channels).
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    scale = TALL / box.height
    width, height = max(1, round(WIDTH / scale)), max(1, round(HEIGHT / scale))
    left, top = box.left + (box.width - width) // 2, box.top + (box.height - height) // 2
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    part = np.ascontiguousarray(_around(pixels, Box(left, top, width, height)))
    return np.asarray(cv2.resize(part, (WIDTH, HEIGHT), interpolation=way), np.uint8)


def _around(pixels: NDArray[np.uint8], box: Box) -> NDArray[np.uint8]:
    """What a box shows; most lie within the pixels, and a scan asks for a thousand."""
    height, width = pixels.shape[:2]
    if box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height:
        return pixels[box.slices]
    rows = np.clip(np.arange(box.top, box.bottom), 0, height - 1)
    columns = np.clip(np.arange(box.left, box.right), 0, width - 1)
    return pixels[rows[:, np.newaxis], columns]

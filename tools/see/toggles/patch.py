"""Patch: what the net of toggles is shown of a frame, and what it may answer. Arrays only, no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box

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
    rows = np.clip(np.arange(top, top + height), 0, pixels.shape[0] - 1)
    columns = np.clip(np.arange(left, left + width), 0, pixels.shape[1] - 1)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    part = np.ascontiguousarray(pixels[rows[:, np.newaxis], columns])
    return np.asarray(cv2.resize(part, (WIDTH, HEIGHT), interpolation=way), np.uint8)

"""Arrows of drop-downs: a triangle or chevron that points down, or Motif's raised bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.observation import Frame

Mark = Literal["down", "up", "bar"]
INK = 24
"""Levels of grey that a mark differs from its ground."""
BEVEL = 4
"""Pixels at the upper and lower edge where borders are; a triangle that begins there narrows on below."""
WIDTHS, HEIGHTS = range(5, 21), range(3, 17)
"""Sizes of a mark, in pixels."""
NARROWS = 1.6
"""How many times wider one end of a triangle is than the other, at least."""
BAR_WIDTH, BAR_SHAPE = 10, 1.8
"""A bar's least width, in pixels and as a multiple of its height."""
END = 16
"""Pixels at the right end whose middle grey is the mark's ground."""


def find_marks(frame: Frame, box: Box) -> Iterator[tuple[Mark, Box]]:
    """The marks in the right end of a widget's box; a number field has two, one up and one down."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    width = min(box.width - 4, max(END, box.height))
    strip = Box(box.right - 2 - width, box.top + BEVEL, width, max(1, box.height - 2 * BEVEL))
    gray = frame.gray[strip.slices].astype(np.int16)
    ink = (np.abs(gray - int(np.median(gray[:, -END:]))) > INK).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    for label, (left, top, across, down, _) in enumerate(np.asarray(stats, np.int32).tolist()):
        # What reaches from the upper to the lower edge is a border.
        if label and down < strip.height:
            part = np.asarray(labels[top : top + down, left : left + across] == label, np.bool_)
            if (mark := _mark(part)) is not None:
                yield mark, Box(strip.left + left, strip.top + top, across, down)


def _mark(ink: NDArray[np.bool_]) -> Mark | None:
    """What the ink shows: a triangle narrows from row to row, and so do the ends of a chevron."""
    height, width = ink.shape
    if width not in WIDTHS or height not in HEIGHTS:
        return None
    spans = ink.shape[1] - ink[:, ::-1].argmax(axis=1) - ink.argmax(axis=1)
    third = max(1, height // 3)
    upper, lower = float(spans[:third].mean()), float(spans[-third:].mean())
    if upper >= NARROWS * lower:
        return "down"
    if lower >= NARROWS * upper:
        return "up"
    is_bar = width >= max(BAR_WIDTH, BAR_SHAPE * height) and int(spans.min()) >= width - 2
    return "bar" if is_bar else None

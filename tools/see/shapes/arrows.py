"""Arrows of drop-downs: a triangle or chevron that points down, or Motif's raised bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.geometry import Box
from tools.see.pixels.glyphs import LETTER
from tools.see.pixels.middle import middle_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.observation import Frame

Mark = Literal["down", "up", "bar"]
INK = 24
"""Levels of grey that a mark differs from its ground."""
BEVEL = 4
"""Pixels at the upper and lower edge where borders are, which do not grow with the letters in every toolkit;
a triangle that begins there narrows on below."""
WIDEST, HIGHEST = 2.25, 1.8
"""Heights of a letter that a mark is wide and high, at most."""
FEWEST = (5, 3)
"""Pixels across and down that a triangle is drawn with, at least: one of fewer can't be told from a dot."""
NARROWS = 1.6
"""How many times wider one end of a triangle is than the other, at least."""
ASIDE = 0.25
"""Part of its width by which the tip of a triangle is off its middle, at most."""
BAR_WIDTH, BAR_SHAPE = 1.1, 1.8
"""A bar's least width, in heights of a letter and as a multiple of its own height."""
END = 1.8
"""Heights of a letter at the right end whose middle grey is the mark's ground."""


def find_marks(frame: Frame, box: Box, letter: float = LETTER) -> Iterator[tuple[Mark, Box]]:
    """The marks in the right end of a widget's box; a number field has two, one up and one down.

    Args:
        frame: what the widget is on.
        box: the widget's.
        letter: pixels that a letter of its screen is high.
    """
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    end = round(END * letter)
    width = min(box.width - BEVEL, max(end, box.height))
    if width < 1 or box.height <= BEVEL:
        return
    strip = Box(box.right - BEVEL // 2 - width, box.top, width, box.height)
    gray = frame.gray[strip.slices].astype(np.int16)
    inner = slice(BEVEL, max(BEVEL + 1, box.height - BEVEL))
    whole = (np.abs(gray - int(middle_of(gray[inner, -end:]))) > INK).astype(np.uint8)
    ink = whole[inner]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    for label, (left, top, across, down, _) in enumerate(np.asarray(stats, np.int32).tolist()):
        # What reaches from the upper to the lower edge is a border.
        if label and down < len(ink):
            part = np.asarray(labels[top : top + down, left : left + across] == label, np.bool_)
            found = Box(left, BEVEL + top, across, down)
            if (mark := mark_of(part, letter)) is not None and not _widens_below(whole, found, part):
                yield mark, found.shift(strip.left, strip.top)


def mark_of(ink: NDArray[np.bool_], letter: float) -> Mark | None:
    """What the ink shows: a triangle narrows from row to row, and so do the ends of a chevron."""
    height, width = ink.shape
    if width < FEWEST[0] or height < FEWEST[1] or width > WIDEST * letter or height > HIGHEST * letter:
        return None
    spans = ink.shape[1] - ink[:, ::-1].argmax(axis=1) - ink.argmax(axis=1)
    third = max(1, height // 3)
    upper, lower = float(spans[:third].mean()), float(spans[-third:].mean())
    if upper >= NARROWS * lower and _is_in_middle(ink[-third:]):
        return "down"
    if lower >= NARROWS * upper and _is_in_middle(ink[:third]):
        return "up"
    is_bar = width >= max(BAR_WIDTH * letter, BAR_SHAPE * height) and int(spans.min()) >= width - 2
    return "bar" if is_bar else None


def _is_in_middle(tip: NDArray[np.bool_]) -> bool:
    """Whether the narrow end of a mark is about in its middle: of a button's corner it is at a side."""
    columns = np.flatnonzero(tip.any(axis=0))
    width = tip.shape[1]
    return bool(abs(float(columns[0] + columns[-1]) / 2 - (width - 1) / 2) <= ASIDE * width)


def _widens_below(ink: NDArray[np.uint8], box: Box, part: NDArray[np.bool_]) -> bool:
    """Whether ink that was cut off at the lower edge grows wider there: an e, whose last row lies below."""
    if box.bottom + BEVEL != len(ink):
        return False
    below = ink[box.bottom, max(0, box.left - 1) : box.right + 1]
    return int(below.sum()) > int(part[-1].sum())

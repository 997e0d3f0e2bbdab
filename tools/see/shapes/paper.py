"""Paper of a check box: the ground that its mark is drawn on, which may be shaded, and the mark's shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.observation import bounds
from tools.see.pixels.middle import middle_of
from tools.see.pixels.regions import STEEPEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

CONTRAST = 25
"""Levels between a mark and its ground."""
EVEN = 8
"""Levels by which the two ends of a row differ within themselves at most."""
BLOCK = 6
"""Pixels that what is inside a border is wide, at least."""
CORNER = 4
"""Part of a side, at either end, where a corner may be rounded."""
BORDER = 5
"""Part of its side that a border is thick, at most."""
EVENLY = 0.75
"""Share of a box's sides that have one shade, at least."""
CHEQUERED = 0.25
"""Share of a box's inner pixels that belong to a chequered paper, at least, where a mark lies on it."""


def mark_in(frame: Frame, box: Box) -> NDArray[np.bool_] | None:
    """What is drawn on the even ground of a check box, without empty rows and columns; None: nothing is."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    found = _shaded_ground(frame, box) or even_ground(frame, box)
    if found is None:
        return None
    inset, ground = found
    mark = np.abs(frame.gray[box.grow(-inset).slices].astype(np.int64) - ground) > CONTRAST
    mark[[0, -1]] = mark[:, [0, -1]] = False  # even, but for its corners
    size = len(mark) // CORNER
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mark.astype(np.uint8), connectivity=4)
    for label, (left, top, across, down, _) in enumerate(np.asarray(stats, np.int32).tolist()):
        ends = max(min(left + across, len(mark) - left), min(top + down, len(mark) - top))
        if label and ends <= size + 1:
            mark[labels == label] = False
    part = bounds(mark)
    return None if part is None else mark[part.slices]


def is_chequered(frame: Frame, box: Box) -> bool:
    """Whether the pixels of a check box's paper take turns: Windows' look draws one in between so."""
    gray = frame.gray[box.grow(-2).slices].astype(np.int64)
    if min(gray.shape) < BLOCK:
        return False
    here = gray[:-1, :-2]
    turns = np.abs(here - gray[:-1, 1:-1]) > EVEN
    again = np.maximum(np.abs(here - gray[:-1, 2:]), np.abs(here - gray[1:, 1:-1])) <= EVEN
    return float((turns & again).mean()) >= CHEQUERED


def _insets(box: Box) -> range:
    """How far in from its edge a ground of what a box bears may begin."""
    return range((min(box.width, box.height) - BLOCK) // 2 + 1)


def even_ground(frame: Frame, box: Box) -> tuple[int, NDArray[np.int64]] | None:
    """Where the even ground of a check box begins, and its level."""
    sides = [_sides(frame, box.grow(-inset)) for inset in _insets(box)]
    even = [at for at, levels in enumerate(sides) if at and _is_even(levels)]
    level = [middle_of(levels) for levels in sides]
    deepest = max(2, min(box.width, box.height) // BORDER)
    unlike = [at for at in even if at <= deepest and abs(level[at] - level[0]) > CONTRAST]
    # Where the border is of the ground's colour, what is innermost and even lies right around the mark.
    like = [at for at in even if abs(level[at] - level[even[0]]) <= CONTRAST]
    inset = unlike[0] if unlike else max(like, default=None)
    return None if inset is None else (inset, np.array(int(middle_of(sides[inset]))))


def _shaded_ground(frame: Frame, box: Box) -> tuple[int, NDArray[np.int64]] | None:
    """Where the ground of a check box that is shaded from top to bottom begins, and the level of each row.

    What reaches its ends, as a bar may, is no step of a shading.
    """
    for inset in _insets(box):
        inner = frame.gray[box.grow(-inset).slices].astype(np.int64)
        left, right = inner[:, 0], inner[:, -1]
        steps = np.diff(left)
        if np.abs(left - right).max() <= EVEN and np.ptp(left) > CONTRAST and _is_one_way(steps):
            return inset, left[:, np.newaxis]
    return None


def _is_one_way(steps: NDArray[np.int64]) -> bool:
    """Whether levels only rise, or only fall, by no more than those of a shading do."""
    return bool((steps >= 0).all() or (steps <= 0).all()) and int(np.abs(steps).max()) <= STEEPEST


def _sides(frame: Frame, box: Box) -> NDArray[np.int64]:
    """The levels of a box's outermost pixels, without its corners, which may be rounded."""
    gray = frame.gray[box.slices].astype(np.int64)
    corner = max(1, min(gray.shape) // CORNER)
    within = slice(corner, -corner)
    return np.concatenate((gray[0, within], gray[-1, within], gray[within, 0], gray[within, -1]))


def _is_even(levels: NDArray[np.int64]) -> bool:
    """Whether the sides of a box have one shade, but for the ends of a bar that reaches them."""
    near = np.abs(levels - middle_of(levels)) <= CONTRAST / 2
    return bool(near.mean() >= EVENLY)

"""New outlines: rectangles whose four sides came into a frame since the one before. In frame pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.layout.bands import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.observation import Frame

_COVERED = 0.75
"""Share of a side along which there is an edge, at least: something as light may lie behind the rest."""
_IS_NEW = 0.4
"""Share of a side along which there was no edge before, at least: it may run across texts."""
_TRIED = 8
"""Edges on either side that are tried, at most."""


class NewEdges:
    """Edges between neighbouring pixels of a frame, and those of them that were not in the frame before.

    Args:
        before: The earlier frame.
        after: A frame of the same size.
    """

    def __init__(self, before: Frame, after: Frame) -> None:
        self._upright, self._new_upright = _edges(before.gray, after.gray)
        self._level, self._new_level = (edges.T for edges in _edges(before.gray.T, after.gray.T))

    def around(self, box: Box, corner: int) -> Box | None:
        """The nearest rectangle of edges around a box, of which a side and its upper or lower end are new.

        The others may be old: a menu opens along its window's border.

        Args:
            box: What lies in it.
            corner: Pixels of its sides that may be missing at its corners.
        """
        rows = slice(max(0, box.top), box.bottom)
        covered = _is_edge(self._upright[rows], axis=0)
        lefts = np.flatnonzero(covered[: max(0, box.left - 1)])[::-1][:_TRIED]
        rights = np.flatnonzero(covered[box.right :])[:_TRIED] + box.right
        new = _is_new(self._new_upright[rows], axis=0)
        sides = ((int(left), int(right)) for left in lefts for right in rights if new[left] or new[right])
        runs: dict[int, tuple[int, int]] = {}
        for side in sides:
            for x in side:
                if x not in runs:
                    runs[x] = _run(self._upright[:, x], box, corner)
            found = self._between(*side, [runs[x] for x in side], box, corner)
            if found is not None:
                return found
        return None

    def _between(
        self, left: int, right: int, ends: Sequence[tuple[int, int]], box: Box, corner: int
    ) -> Box | None:
        """The rectangle with these sides, if it has an upper and a lower edge, one of them new.

        Args:
            left: A column with an edge.
            right: Another one.
            ends: First and last row of the edge in each.
            box: What lies between them.
            corner: As in `around`.
        """
        top, bottom = max(0, max(top for top, _ in ends) - corner), min(bottom for _, bottom in ends) + corner
        part = slice(top, bottom + 1), slice(left, right)
        rows = (np.flatnonzero(_is_edge(self._level[part], axis=1)) + top).tolist()
        above = [y for y in rows if y < box.top]
        below = [y for y in rows if y > box.bottom]
        if not above or not below or not self._is_new_level(left, right, above[0], below[-1]):
            return None
        return Box(left, above[0], right - left, below[-1] - above[0])

    def _is_new_level(self, left: int, right: int, *rows: int) -> bool:
        return bool(_is_new(self._new_level[list(rows), left:right], axis=1).any())


def _is_edge(edges: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """The lines of pixels that are mostly an edge."""
    found: NDArray[np.bool_] = edges.mean(axis=axis) >= _COVERED
    return found


def _is_new(new: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """The lines of pixels that were mostly none."""
    found: NDArray[np.bool_] = new.mean(axis=axis) >= _IS_NEW
    return found


def _edges(
    before: NDArray[np.uint8], after: NDArray[np.uint8]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Where a pixel differs from its left neighbour, and where it does and none near it did before."""
    was, now = _steps(before), _steps(after)
    near = was.copy()
    near[:, 1:] |= was[:, :-1]
    near[:, :-1] |= was[:, 1:]
    return now, now & ~near


def _steps(gray: NDArray[np.uint8]) -> NDArray[np.bool_]:
    found = np.zeros(gray.shape, np.bool_)
    found[:, 1:] = np.abs(np.diff(gray.astype(np.int16), axis=1)) > STEP
    return found


def _run(column: NDArray[np.bool_], box: Box, gap: int) -> tuple[int, int]:
    """First and last row of the stretch of edges beside a box, with gaps no larger than that."""
    rows = np.flatnonzero(column)
    breaks = np.flatnonzero(np.diff(rows) > gap)
    starts, ends = rows[np.r_[0, breaks + 1]], rows[np.r_[breaks, rows.size - 1]]
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if start <= box.center.y <= end:
            return start, end
    return box.top, box.bottom

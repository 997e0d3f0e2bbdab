"""New outlines: rectangles whose four sides came into a frame since the one before. In frame pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.layout.bands import STEP

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame

_COVERED = 0.75
"""Share of a side along which there is an edge, at least: something as light may lie behind the rest."""
_IS_NEW = 0.4
"""Share of a side along which there was no edge before, at least: it may run across texts."""
_TRIED = 8
"""Edges on either side that are tried, at most."""


class NewEdges:
    """Edges between neighbouring pixels of a frame that were not in the frame before.

    Args:
        before: The earlier frame.
        after: A frame of the same size.
    """

    def __init__(self, before: Frame, after: Frame) -> None:
        self._upright, self._new_upright = _edges(before.gray, after.gray)
        self._level, self._new_level = (edges.T for edges in _edges(before.gray.T, after.gray.T))

    def around(self, box: Box, margin: int) -> Box | None:
        """The nearest rectangle of new edges around a box.

        Args:
            box: What lies in it.
            margin: Pixels by which it reaches over the box, at least; half of how round its corners may be.
        """
        top, bottom = max(0, box.top - margin), box.bottom + margin
        covered = _is_side(self._upright[top:bottom], self._new_upright[top:bottom], axis=0)
        lefts = np.flatnonzero(covered[: max(0, box.left - 1)])[::-1][:_TRIED]
        rights = np.flatnonzero(covered[box.right :])[:_TRIED] + box.right
        sides = ((int(left), int(right)) for left in lefts for right in rights)
        return next((found for side in sides if (found := self._between(*side, box, margin))), None)

    def _between(self, left: int, right: int, box: Box, margin: int) -> Box | None:
        """The rectangle with these sides, if it has an upper and a lower edge."""
        gap = 2 * margin + 2
        ends = [_run(self._upright[:, x], box, gap) for x in (left, right)]
        top, bottom = max(top for top, _ in ends), min(bottom for _, bottom in ends)
        above = [y for y in self._covered(left, right, top - gap, box.top) if y <= box.top - margin]
        below = [y for y in self._covered(left, right, box.bottom, bottom + gap) if y >= box.bottom + margin]
        return Box(left, above[0], right - left, below[-1] - above[0]) if above and below else None

    def _covered(self, left: int, right: int, top: int, bottom: int) -> list[int]:
        top = max(0, top)
        part = slice(top, bottom + 1), slice(left, right)
        return (np.flatnonzero(_is_side(self._level[part], self._new_level[part], axis=1)) + top).tolist()


def _is_side(edges: NDArray[np.bool_], new: NDArray[np.bool_], axis: int) -> NDArray[np.bool_]:
    """The lines of pixels that are mostly an edge, and were not."""
    found: NDArray[np.bool_] = (edges.mean(axis=axis) >= _COVERED) & (new.mean(axis=axis) >= _IS_NEW)
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

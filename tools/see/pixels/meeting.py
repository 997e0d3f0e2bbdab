"""Boxes of which one wants to know those that meet another: all at once, for both may be thousands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box


class BoxIndex:
    """Finds which of many boxes, all of one frame's pixels, share one with another box."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._left, self._top, width, height = np.array(boxes or np.empty((0, 4)), np.int64).T
        self._right, self._bottom = self._left + width, self._top + height

    def meeting(self, box: Box) -> NDArray[np.intp]:
        """The places, among those given and in their order, of the boxes that share a pixel with this one."""
        across = np.maximum(self._left, box.left) < np.minimum(self._right, box.right)
        down = np.maximum(self._top, box.top) < np.minimum(self._bottom, box.bottom)
        return np.flatnonzero(across & down)

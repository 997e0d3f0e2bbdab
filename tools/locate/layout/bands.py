"""Bands of one colour, as a row of a list or a title bar is one: how far they reach along a row or column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEP = 10
"""Levels (0-255) between neighbouring pixels of one band: a gradient is even, an edge is not."""


def even_stretch(levels: NDArray[np.uint8], first: int, last: int | None = None) -> tuple[int, int]:
    """The even stretch that begins at or before `first` and goes on behind `last`: its start and its end.

    Args:
        levels: Grey levels along a row or column of a frame.
        first: A place on it.
        last: Another; what lies between the two, as letters, may be uneven. By default `first`.
    """
    edges = np.flatnonzero(np.abs(np.diff(levels.astype(np.int16))) > STEP) + 1
    before, after = edges[edges <= first], edges[edges > (first if last is None else last)]
    return int(before[-1]) if before.size else 0, int(after[0]) if after.size else len(levels)

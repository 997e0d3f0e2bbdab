"""Positions of a prompt's tokens in time, height and width (M-RoPE)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.geometry import Size

TOKEN = 32
"""Pixels of a picture's token each way."""


def cells(shown: Size) -> tuple[int, int]:
    """Rows and columns of tokens of a picture."""
    return shown.height // TOKEN, shown.width // TOKEN


def places_of(pictures: Sequence[int], length: int, shown: Size) -> NDArray[np.int64]:
    """Positions, shape (3, length).

    Args:
        pictures: where the tokens of each picture begin.
        length: tokens.
        shown: pixels of every picture.
    """
    rows, columns = cells(shown)
    places = np.zeros((3, length), np.int64)
    at = now = 0
    for start in pictures:
        places[:, at:start] = now + np.arange(start - at)
        now += start - at
        at = start + rows * columns
        places[0, start:at] = now
        places[1, start:at] = now + np.repeat(np.arange(rows), columns)
        places[2, start:at] = now + np.tile(np.arange(columns), rows)
        now += max(rows, columns)
    places[:, at:] = now + np.arange(length - at)
    return places

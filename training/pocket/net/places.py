"""Positions of a prompt's tokens in time, height and width (M-RoPE)."""

from __future__ import annotations

from itertools import pairwise
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


def places_of(
    pictures: Sequence[int], length: int, shown: Size, forks: Sequence[int] = ()
) -> NDArray[np.int64]:
    """Positions, shape (3, length).

    Args:
        pictures: where the tokens of each picture begin.
        length: tokens.
        shown: pixels of every picture.
        forks: where each of several texts behind the same beginning starts, all of them behind the pictures.
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
    for fork, until in pairwise((*forks, length)):
        places[:, fork:until] = places[:, forks[0] : forks[0] + until - fork]
    return places


def attended(length: int, forks: Sequence[int]) -> NDArray[np.bool_]:
    """Which tokens each one attends to: those before it, but for other texts; shape (length, length)."""
    mask = np.tri(length, dtype=np.bool_)
    for fork, until in pairwise((*forks, length)):
        mask[fork:until, forks[0] : fork] = False
    return mask

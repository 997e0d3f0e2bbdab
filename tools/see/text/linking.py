"""Underlines of links: in which row of a line one runs, and where it is left out for letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_LONG, _LOW = 0.8, 0.75
"""Length of an underline, at least, in heights of what is drawn, and share of that above it: no stroke of a
letter is so long there."""
_THICK = 0.8
"""Share of an underline's length that a further row of it has, at least."""
_FEET = 0.2
"""Share of an underline with ink right above it, at most: the feet of serif letters run together."""
_UNDERLINED = 0.6
"""Share of what can be underlined that is."""
_ROOM = 0.12
"""Columns that an underline keeps off letters that hang down, at most, in heights of what is drawn."""


class Underline(NamedTuple):
    """An underline of some words of a line; of none where it has no columns."""

    row: int
    """The first row of it; all rows of the letters are above."""
    below: int
    """The first row below it."""
    there: NDArray[np.bool_]
    """In which columns it is seen."""
    free: NDArray[np.bool_]
    """In which it could be: no letter hangs down in or beside them."""

    def runs_under(self, left: int, right: int) -> bool | None:
        """Whether it runs under a part of the line; None where hanging letters leave no room for it."""
        free = self.free[left:right]
        if free.sum() < min(2, right - left):
            return None
        return bool(self.there[left:right][free].mean() >= _UNDERLINED)


def underline_of(ink: NDArray[np.bool_], height: int) -> Underline:
    """The underline in a line's picture.

    Args:
        ink: Its marked pixels.
        height: Of what is drawn in it.
    """
    none = Underline(ink.shape[0], ink.shape[0], np.zeros_like(ink[0]), np.ones_like(ink[0]))
    found = _long_runs(ink, height)
    lengths = found.sum(axis=1)
    if not lengths.any():
        return none
    row = int(lengths.argmax())
    while row and lengths[row - 1] >= _THICK * lengths[row]:
        row -= 1
    if ink[row - 1][found[row]].mean() > _FEET:
        return none
    below = row + 1
    while below < len(lengths) and lengths[below] >= _THICK * lengths[row]:
        below += 1
    hanging = ink[row - 1] | ink[below + 1 :].any(axis=0)  # the row between may hold its paler edge
    free = ~_wider(hanging, max(2, round(_ROOM * height)))
    return Underline(row, below, ink[row:below].any(axis=0) & ~hanging, free)


def _long_runs(ink: NDArray[np.bool_], height: int) -> NDArray[np.bool_]:
    """The pixels of rows in the lower part that are marked for so long that they are no letter's."""
    rows = np.flatnonzero(ink.any(axis=1))
    found = np.zeros_like(ink)
    for row in range(int(rows[0] + _LOW * height), ink.shape[0]) if rows.size else ():
        for left, right in spans(ink[row], 1):
            found[row, left:right] = right - left >= _LONG * height
    return found


def _wider(columns: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """The marked columns and those beside them."""
    return np.convolve(columns, np.ones(2 * by + 1), mode="same") > 0


def spans(columns: NDArray[np.bool_] | np.bool_, gap: int) -> Iterator[tuple[int, int]]:
    """The spans of marked columns; a gap of fewer columns is none."""
    marked = np.flatnonzero(columns)
    if marked.size:
        for part in np.split(marked, np.flatnonzero(np.diff(marked) > gap) + 1):
            yield int(part[0]), int(part[-1]) + 1

"""Marker: a window's first pixels in a colour of its plan, which tells that the screen shows it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import mss

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_HANGS = 120.0
"""Seconds that only a hang takes."""
_STEP = 0.01
_NEAR = 2
"""Pixels that a toolkit may be out by: Java, at twice the size, counts every second."""


class Marker:
    """Another colour for each plan."""

    def __init__(self) -> None:
        self._shown = 0

    def next(self) -> tuple[int, int, int]:
        """The colour of the next plan: red, green, blue."""
        self._shown += 1
        self.colour = 200 + self._shown % 50, self._shown // 50 % 50, 220
        return self.colour

    def shift(self, at: Sequence[int]) -> tuple[int, int] | None:
        """How far from a point the colour is, in screen pixels; None where it is not near."""
        place = {"left": at[0] - _NEAR, "top": at[1] - _NEAR, "width": 2 * _NEAR + 1, "height": 2 * _NEAR + 1}
        with mss.MSS() as screen:
            rows = list(screen.grab(place).pixels)
        found = [(x, y) for y, row in enumerate(rows) for x, pixel in enumerate(row) if pixel == self.colour]
        return (found[0][0] - _NEAR, found[0][1] - _NEAR) if found else None


def until(what: str, true: Callable[[], bool]) -> None:
    """Wait for something. TimeoutError, which names it, where it does not come."""
    deadline = time.monotonic() + _HANGS
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come; is the display as large as a plan's screen?")
        time.sleep(_STEP)

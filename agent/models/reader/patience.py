"""Patience: how long the reader waits for what is not on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.geometry import Box
    from tools.locate.look import Look


_FRESH = 0.25
"""Share of a place that has not changed before where something new happens, at least."""


class Patience:
    """So many seconds since the wait began, and since something new was last seen to happen.

    What changes again and again at one place (a caret, a clock, a spinner) is nothing new.

    Args:
        seconds: `limits.wait` of the task.
        clock: monotonic seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds, self._clock = seconds, clock
        self._until: float | None = None
        self._known: list[Box] = []
        """What has changed since the wait began; what the action before it changed may hold the news."""

    def left(self, look: Look) -> float:
        """Seconds that are left; the first call begins the wait."""
        now = self._clock()
        if self._until is None:
            self._until = now + self._seconds
            return self._seconds
        if any(self._is_new(box) for box in look.changes):
            self._until = now + self._seconds
        self._known += look.changes
        return self._until - now

    def end(self) -> None:
        """It is there; the next wait begins anew."""
        self._until, self._known = None, []

    def _is_new(self, box: Box) -> bool:
        """Whether much of a place has not changed before: an entry beside a busy bar is one place with it."""
        fresh = np.ones((box.height, box.width), np.bool_)
        for known in self._known:
            fresh[known.overlap(box).shift(-box.left, -box.top).slices] = False
        return bool(fresh.mean() > _FRESH)

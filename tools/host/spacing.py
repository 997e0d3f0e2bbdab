"""Spacing of clicks: the time that keeps two clicks at one place from becoming a double click."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from tools.action import Click, Drag

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.action import Action, Button
    from tools.geometry import Point

APART = 0.6
"""Seconds between the end of a press and the next one that keep them single. GTK and Qt join what comes
within 0.4 s, Tk, Swing and Chromium within 0.5 s, by the X server's times; a busy machine makes them late."""
NEAR = 16
"""Pixels on either axis within which presses are joined, at most: 5 in all toolkits, three times that where
everything is shown three times as large."""


class _Press(NamedTuple):
    point: Point
    button: Button


class ClickSpacing:
    """What was pressed last, and when it was over.

    Args:
        clock: monotonic seconds.
        sleep: waits for so many.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._last: _Press | None = None
        self._over = 0.0

    def keep(self, action: Action, pointer: Point | None) -> None:
        """Wait for as long as a press of this action would be joined with the last one.

        Args:
            action: what comes next.
            pointer: where the pointer is, in frame pixels: a drag presses there.
        """
        press = _press(action, pointer)
        if press is not None and self._last is not None and _join(self._last, press):
            self._sleep(max(0.0, self._over + APART - self._clock()))

    def note(self, action: Action, pointer: Point | None) -> None:
        """The action was carried out just now."""
        press = _press(action, pointer)
        if press is not None:
            self._last, self._over = press, self._clock()


def _press(action: Action, pointer: Point | None) -> _Press | None:
    """What an action presses, and where; None where it presses no button."""
    if isinstance(action, Click):
        return _Press(action.point, action.button)
    if isinstance(action, Drag):
        return None if pointer is None else _Press(pointer, "left")
    return None


def _join(one: _Press, other: _Press) -> bool:
    """Whether a toolkit would take the two for one double click."""
    far = max(abs(one.point.x - other.point.x), abs(one.point.y - other.point.y))
    return one.button == other.button and far <= NEAR

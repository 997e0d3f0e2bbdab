"""Screen events: where windows appear and disappear, and that something has changed."""

from __future__ import annotations

import time
from typing import Protocol

from tools.geometry import ScreenBox

_POLL_SECONDS = 0.003
"""Between two looks at a screen that does not say when it changes."""


class ScreenEvents(Protocol):
    """Source of a screen's events."""

    @property
    def area(self) -> ScreenBox:
        """The screen's extent, as of the last `moved`."""

    def sync(self) -> None:
        """Receive all events so far."""

    def moved(self) -> list[ScreenBox]:
        """Where windows opened, closed or moved since the last call."""

    def wait(self, seconds: float) -> None:
        """Return when something has changed on the screen since the last call, or when the time is over."""


class NoScreenEvents:
    """Source for a screen without events (Windows, macOS): it is captured every few milliseconds."""

    area = ScreenBox(0, 0, 0, 0)

    def sync(self) -> None:
        """Nothing to do."""

    def moved(self) -> list[ScreenBox]:
        """None: no events are received."""
        return []

    def wait(self, seconds: float) -> None:
        """Wait for a moment."""
        time.sleep(min(seconds, _POLL_SECONDS))

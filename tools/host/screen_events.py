"""Screen events: where windows appear and disappear, that something has changed, and where input has come."""

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

    def follow_input(self) -> None:
        """Follow what has been clicked and pressed up to now on its way to the programs."""

    def is_passed_on(self) -> bool:
        """Whether all of it has come as far as it can be followed, as of the last `moved`."""


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

    def follow_input(self) -> None:
        """Nothing to do: it can't be followed."""

    def is_passed_on(self) -> bool:
        """Yes, as far as is known."""
        return True

"""Screen events: where windows appear and disappear, and that something has changed."""

from __future__ import annotations

import time
from typing import Protocol

from tools.geometry import ScreenBox

_POLL_SECONDS = 0.003
"""Between two looks at a screen that does not say when it changes."""


class ScreenEvents(Protocol):
    """What a screen says of itself."""

    @property
    def area(self) -> ScreenBox:
        """The screen's extent, as of the last `moved`."""

    def sync(self) -> None:
        """Make sure that all that has happened so far is known."""

    def moved(self) -> list[ScreenBox]:
        """Where windows came, went or moved since the last call."""

    def wait(self, seconds: float) -> None:
        """Return when something has changed on the screen since the last call, or when the time is over."""


class NoScreenEvents:
    """A screen that says nothing (Windows, macOS): it is looked at every few milliseconds."""

    area = ScreenBox(0, 0, 0, 0)

    def sync(self) -> None:
        """Nothing is known anyway."""

    def moved(self) -> list[ScreenBox]:
        """None that is known of."""
        return []

    def wait(self, seconds: float) -> None:
        """Wait for a moment, whatever happens."""
        time.sleep(min(seconds, _POLL_SECONDS))

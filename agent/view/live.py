"""Live picture: the screen as it is now, between the looks of the run. Never of a task with secrets."""

from __future__ import annotations

import threading
import time

from tools.errors import ToolsError
from tools.host.screen import Screen
from tools.picture import png

_LEAST_SECONDS = 0.1
"""Between two pictures: whoever asks sooner gets the last one."""


class LivePicture:
    """The picture of one display, for as long as it is told which."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._display: str | None = None
        self._is_open = False
        self._last: tuple[float, bytes] = (0.0, b"")

    def show(self, display: str | None) -> None:
        """From now on this display may be looked at."""
        with self._lock:
            self._display, self._is_open, self._last = display, True, (0.0, b"")

    def hide(self) -> None:
        """From now on nothing may be looked at."""
        with self._lock:
            self._is_open, self._last = False, (0.0, b"")

    @property
    def is_open(self) -> bool:
        """Whether there is one."""
        return self._is_open

    def png(self) -> bytes | None:
        """The screen as a PNG; None where nothing may be looked at, or the display is gone."""
        with self._lock:
            if not self._is_open:
                return None
            taken, picture = self._last
            if time.monotonic() - taken >= _LEAST_SECONDS:
                try:
                    with Screen(self._display) as screen:
                        picture = png(screen.grab())
                except ToolsError:
                    return None
                self._last = (time.monotonic(), picture)
            return picture

"""Work for later requests, done while the desktop acts and its screen settles."""

from __future__ import annotations

import time
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Ahead:
    """One piece of work at a time, in a thread of its own. After one that failed there are no more.

    Args:
        failed: told why a piece broke off, by who waits for it. What was not done ahead is done when it is
            asked for.
    """

    def __init__(self, failed: Callable[[str], None]) -> None:
        self._failed = failed
        self._why = ""
        self._fit = True
        self._thread: Thread | None = None

    def begin(self, does: Callable[[], None]) -> None:
        """Begin a piece of work; the one before it has been waited for."""
        assert self._thread is None, "one piece at a time"
        if self._fit:
            self._thread = Thread(target=self._do, args=(does,), name="prefill ahead")
            self._thread.start()

    def wait(self) -> float:
        """Until nothing is being done; the seconds that it took."""
        if self._thread is None:
            return 0.0
        began = time.perf_counter()
        self._thread.join()
        self._thread = None
        if not self._fit:
            self._failed(self._why)
        return time.perf_counter() - began

    def _do(self, does: Callable[[], None]) -> None:
        try:
            does()
        except Exception as error:  # noqa: BLE001  (whatever a device's library raises)
            first = str(error).strip().partition("\n")[0]
            self._fit, self._why = False, f"{type(error).__name__}: {first:.200}"

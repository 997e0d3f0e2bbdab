"""Window manager: a wait until it has done what a form's windows have asked of it so far."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tools.errors import EnvironmentFault
from tools.x11.connection import Connection
from tools.x11.manager import ManagerQuestion

if TYPE_CHECKING:
    from typing import Self

_SECONDS = 60.0
"""That a manager may take on a busy machine."""


class WindowManager:
    """The window manager of a display; a context manager.

    Args:
        display: its name.
        seconds: how long to wait for an answer.

    Raises:
        EnvironmentFault: no X server answers there.
    """

    def __init__(self, display: str, *, seconds: float = _SECONDS) -> None:
        self._connection, self._seconds = Connection(display), seconds
        self._question = ManagerQuestion(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def catch_up(self) -> None:
        """Return once it has done all that the display's windows had asked of it before this call.

        Raises:
            EnvironmentFault: it does not answer.
            DisplayLost: the server is gone.
        """
        with self._connection.alive():
            if not self._question.ask():
                raise EnvironmentFault(
                    f"{self._connection.display} has no window manager that keeps to the EWMH; start one, "
                    "such as openbox"
                )
            if not self._is_answered():
                raise EnvironmentFault(
                    f"the window manager of {self._connection.display} did not answer for "
                    f"{self._seconds:g} s; start one that keeps to the EWMH, such as openbox"
                )

    def _is_answered(self) -> bool:
        deadline = time.monotonic() + self._seconds
        while self._question.is_open:
            for event in self._connection.events():
                self._question.take(event)
            if self._question.is_open and not self._connection.await_more(
                max(0.0, deadline - time.monotonic())
            ):
                return False
        return True

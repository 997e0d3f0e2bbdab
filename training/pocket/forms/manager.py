"""Window manager: a wait until it has done what a form's windows have asked of it so far.

A dialog that is closed leaves its frame on the screen until the manager takes it away. A manager takes its
events in order, so its answer to a question says that it has come to all before it.
Protocol: "Extended Window Manager Hints" 1.5, `_NET_REQUEST_FRAME_EXTENTS`, for windows not yet shown.
"""

from __future__ import annotations

import struct
import time
from typing import TYPE_CHECKING

import xcffib
from xcffib import xproto

from tools.errors import EnvironmentFault
from tools.x11.connection import Connection

if TYPE_CHECKING:
    from typing import Self

_CLIENT_MESSAGE = xproto.ClientMessageEvent.event_number
_QUESTION, _ANSWER = "_NET_REQUEST_FRAME_EXTENTS", "_NET_FRAME_EXTENTS"
_HEARD = xproto.EventMask.SubstructureNotify | xproto.EventMask.SubstructureRedirect
"""Who gets a message to the root window: the manager alone."""
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
            window = self._ask()
            self._await_answer(window)
            self._connection.core.DestroyWindow(window)
            self._connection.sync()

    def _ask(self) -> int:
        """Ask how thick the frame of a window of ours would be, one that is never shown."""
        connection, window = self._connection, self._connection.new_id()
        connection.core.CreateWindow(
            xcffib.CopyFromParent,
            window,
            connection.root,
            *(0, 0, 1, 1, 0),
            xproto.WindowClass.InputOutput,
            xcffib.CopyFromParent,
            xproto.CW.EventMask,
            [xproto.EventMask.PropertyChange],
        )
        question = connection.atom(_QUESTION)
        message = struct.pack("=BBHII5I", _CLIENT_MESSAGE, 32, 0, window, question, *[0] * 5)
        connection.core.SendEvent(0, connection.root, _HEARD, message)
        connection.flush()
        return window

    def _await_answer(self, window: int) -> None:
        deadline, answer = time.monotonic() + self._seconds, (window, self._connection.atom(_ANSWER))
        while answer not in self._properties():
            if not self._connection.await_more(max(0.0, deadline - time.monotonic())):
                raise EnvironmentFault(
                    f"the window manager of {self._connection.display} did not answer for "
                    f"{self._seconds:g} s; start one that keeps to the EWMH, such as openbox"
                )

    def _properties(self) -> list[tuple[int, int]]:
        """Window and name of the properties that changed since the last call."""
        events = self._connection.events()
        return [(one.window, one.atom) for one in events if isinstance(one, xproto.PropertyNotifyEvent)]

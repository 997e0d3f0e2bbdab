"""Window manager: asks it to tell when it has come to all that the display's windows and input brought it.

Clicks reach a program through its window manager, which raises the window first, and what a program closes
stays on the screen until the manager takes its frame away. A manager takes its events in order, so its answer
to a question says that it has come to all before it.
Protocol: "Extended Window Manager Hints" 1.5, `_NET_REQUEST_FRAME_EXTENTS`, for windows not yet shown.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from typing import TYPE_CHECKING

import xcffib
from xcffib import xproto

if TYPE_CHECKING:
    from tools.x11.connection import Connection

_CLIENT_MESSAGE = xproto.ClientMessageEvent.event_number
_QUESTION, _ANSWER = "_NET_REQUEST_FRAME_EXTENTS", "_NET_FRAME_EXTENTS"
_MANAGER = "_NET_SUPPORTING_WM_CHECK"
_HEARD = xproto.EventMask.SubstructureNotify | xproto.EventMask.SubstructureRedirect
"""Who gets a message to the root window: the manager alone."""


class ManagerQuestion:
    """A question to the window manager. Whoever owns the connection takes its events and hands them on.

    Args:
        connection: the question comes with it and goes with it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._window, self._manager = self._make_window(), 0
        self.is_open = False
        """Whether an answer is still to come."""

    def ask(self) -> bool:
        """Ask; whether there is a manager that answers such questions."""
        connection = self._connection
        if self.is_open:  # its answer must not be taken for that to this one
            connection.core.DestroyWindow(self._window)
            self._window = self._make_window()
        question = connection.atom(_QUESTION)
        self._manager = self._find_manager()
        is_known = question in connection.read_numbers(connection.root, "_NET_SUPPORTED")
        self.is_open = bool(self._manager) and is_known
        if self.is_open:
            message = struct.pack("=BBHII5I", _CLIENT_MESSAGE, 32, 0, self._window, question, *[0] * 5)
            connection.core.SendEvent(0, connection.root, _HEARD, message)
            connection.flush()
        return self.is_open

    def take(self, event: object) -> None:
        """Take an event of the connection, of any kind."""
        if isinstance(event, xproto.PropertyNotifyEvent):
            answer = self._window, self._connection.atom(_ANSWER)
            self.is_open &= (event.window, event.atom) != answer

    def has_made(self, window: int) -> bool:
        """Whether a window that came just now is ours, or may be one that openbox measures a frame with."""
        of = self._connection.client_of
        return of(window) == of(self._window) or (self.is_open and of(window) == of(self._manager))

    def _find_manager(self) -> int:
        """A window of the manager; 0 where there is none: one that was killed leaves its properties."""
        for window in self._connection.read_numbers(self._connection.root, _MANAGER)[:1]:
            with suppress(xproto.WindowError):
                return sum(self._connection.read_numbers(window, _MANAGER)[:1])
        return 0

    def _make_window(self) -> int:
        """A window of ours, never shown, about whose frame is asked; the answer is a property of it."""
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
        return window

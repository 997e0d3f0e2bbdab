"""Ping: confirms that a program has read all events sent to it so far.

Programs answer a ping in the order of their events, so that its answer says that they have come to all keys
before it. Source: "Extended Window Manager Hints" 1.5, `_NET_WM_PING`.
"""

from __future__ import annotations

import struct
import time
from typing import TYPE_CHECKING

from xcffib import xproto

if TYPE_CHECKING:
    from tools.x11.connection import Connection

_CLIENT_MESSAGE = xproto.ClientMessageEvent.event_number
_STAMP = 0x6465736B
"""What our pings carry for a time: it tells their answers from those to the window manager's pings."""

_ANSWERED = xproto.EventMask.SubstructureNotify | xproto.EventMask.StructureNotify
"""What answers are sent for; Qt 5 sends its own for the second."""


def await_answer(connection: Connection, seconds: float) -> bool | None:
    """Ping the program that has the keyboard, and wait for its answer.

    Args:
        connection: one whose other events nobody waits for.
        seconds: how long to wait.

    Returns:
        Whether it answered; None at once when it is none that answers pings (xterm).
    """
    window = _find_window(connection)
    if window is None:
        return None
    protocols, ping = connection.atom("WM_PROTOCOLS"), connection.atom("_NET_WM_PING")
    message = struct.pack("=BB2xII5I", _CLIENT_MESSAGE, 32, window, protocols, ping, _STAMP, window, 0, 0)
    _listen(connection, _ANSWERED)
    connection.core.SendEvent(0, window, xproto.EventMask.NoEvent, message)
    try:
        return _is_answered(connection, ping, time.monotonic() + seconds)
    finally:
        _listen(connection, xproto.EventMask.NoEvent)


def _is_answered(connection: Connection, ping: int, deadline: float) -> bool:
    connection.flush()
    while (left := deadline - time.monotonic()) > 0:
        for event in connection.events():
            if isinstance(event, xproto.ClientMessageEvent) and list(event.data.data32)[:2] == [ping, _STAMP]:
                return True
        connection.await_more(left)
    return False


def _find_window(connection: Connection) -> int | None:
    """The window with the keyboard, or that around it, whose program answers pings."""
    window = connection.focus()
    if window <= xproto.InputFocus.PointerRoot:
        return None
    ping = connection.atom("_NET_WM_PING")
    try:
        return next(
            (
                around
                for around in connection.way_out(window)
                if ping in connection.read_numbers(around, "WM_PROTOCOLS")
            ),
            None,
        )
    except xproto.WindowError:  # it closed in the meantime: nobody is there to read
        return None


def _listen(connection: Connection, mask: int) -> None:
    connection.core.ChangeWindowAttributes(connection.root, xproto.CW.EventMask, [mask])

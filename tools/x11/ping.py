"""Ping: confirms that a program has read all events sent to it so far.

Programs answer a ping in the order of their events, so that its answer says that they have come to all keys
before it. Source: "Extended Window Manager Hints" 1.5, `_NET_WM_PING`.
"""

from __future__ import annotations

import struct
import time

from xcffib import xproto

from tools.x11.connection import Connection
from tools.x11.windows import managed, title_of

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
    return None if window is None else not _unanswered(connection, {window}, seconds)


def unanswered(display: str, seconds: float) -> tuple[str, ...]:
    """Ping all programs whose windows are managed and that answer pings; the titles of those that did not.

    Args:
        display: an X display.
        seconds: how long to wait.

    Raises:
        EnvironmentFault: no X server answers there.
        DisplayLost: the server went away meanwhile.
    """
    with Connection(display) as connection, connection.alive():
        asked = {window for window in managed(connection) if _answers_pings(connection, window)}
        silent = _unanswered(connection, asked, seconds) & set(managed(connection))
        return tuple(title_of(connection, window) or f"{window:#x}" for window in sorted(silent))


def _unanswered(connection: Connection, windows: set[int], seconds: float) -> set[int]:
    """Those of the windows whose programs have not answered a ping in that time."""
    protocols, ping = connection.atom("WM_PROTOCOLS"), connection.atom("_NET_WM_PING")
    _listen(connection, _ANSWERED)
    for window in windows:
        message = struct.pack("=BB2xII5I", _CLIENT_MESSAGE, 32, window, protocols, ping, _STAMP, window, 0, 0)
        connection.core.SendEvent(0, window, xproto.EventMask.NoEvent, message)
    try:
        return windows - _answers(connection, ping, windows, time.monotonic() + seconds)
    finally:
        _listen(connection, xproto.EventMask.NoEvent)


def _answers(connection: Connection, ping: int, windows: set[int], deadline: float) -> set[int]:
    """The windows whose answers have come when all have, or the time is over."""
    answered: set[int] = set()
    connection.flush()
    while answered < windows and (left := deadline - time.monotonic()) > 0:
        for event in connection.events():
            if isinstance(event, xproto.ClientMessageEvent):
                kind, stamp, window = list(event.data.data32)[:3]
                if (kind, stamp) == (ping, _STAMP):
                    answered |= {window} & windows
        if answered < windows:
            connection.await_more(left)
    return answered


def _find_window(connection: Connection) -> int | None:
    """The window with the keyboard, or that around it, whose program answers pings."""
    window = connection.focus()
    if window <= xproto.InputFocus.PointerRoot:
        return None
    try:
        return next((one for one in connection.way_out(window) if _answers_pings(connection, one)), None)
    except xproto.WindowError:  # it closed in the meantime: nobody is there to read
        return None


def _answers_pings(connection: Connection, window: int) -> bool:
    try:
        return connection.atom("_NET_WM_PING") in connection.read_numbers(window, "WM_PROTOCOLS")
    except xproto.WindowError:  # as above
        return False


def _listen(connection: Connection, mask: int) -> None:
    connection.core.ChangeWindowAttributes(connection.root, xproto.CW.EventMask, [mask])

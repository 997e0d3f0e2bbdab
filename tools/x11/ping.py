"""Learns that a program has read all events sent to it so far.

Programs answer a ping in the order of their events, so that its answer says that they have come to all keys
before it. Source: "Extended Window Manager Hints" 1.5, `_NET_WM_PING`.
"""

from __future__ import annotations

import select
import struct
import time
from typing import Any

from xcffib import xproto

_CLIENT_MESSAGE = xproto.ClientMessageEvent.event_number
_STAMP = 0x6465736B
"""What our pings carry for a time: it tells their answers from those to the window manager's pings."""


def await_answer(connection: Any, root: int, seconds: float) -> bool:
    """Ping the program that has the keyboard, and wait for its answer.

    Args:
        connection: a connection whose other events nobody waits for.
        root: the root window.
        seconds: how long to wait.

    Returns:
        Whether it answered; False at once when it is none that answers pings (xterm).
    """
    protocols, ping = (_atom(connection, name) for name in ("WM_PROTOCOLS", "_NET_WM_PING"))
    window = _find_window(connection, protocols, ping)
    if window is None:
        return False
    _listen(connection, root, xproto.EventMask.SubstructureNotify)
    message = struct.pack("=BB2xII5I", _CLIENT_MESSAGE, 32, window, protocols, ping, _STAMP, window, 0, 0)
    connection.core.SendEvent(0, window, xproto.EventMask.NoEvent, message)
    try:
        return _is_answered(connection, ping, time.monotonic() + seconds)
    finally:
        _listen(connection, root, xproto.EventMask.NoEvent)


def _is_answered(connection: Any, ping: int, deadline: float) -> bool:
    connection.flush()
    while (left := deadline - time.monotonic()) > 0:
        while (event := connection.poll_for_event()) is not None:
            if isinstance(event, xproto.ClientMessageEvent) and list(event.data.data32)[:2] == [ping, _STAMP]:
                return True
        select.select([connection.get_file_descriptor()], [], [], left)
    return False


def _find_window(connection: Any, protocols: int, ping: int) -> int | None:
    """The window with the keyboard, or that around it, whose program answers pings."""
    core = connection.core
    window = core.GetInputFocus().reply().focus
    try:
        while window > xproto.InputFocus.PointerRoot:
            found = core.GetProperty(0, window, protocols, xproto.Atom.ATOM, 0, 64).reply()
            if found.value_len and ping in found.value.to_atoms():
                return int(window)
            window = core.QueryTree(window).reply().parent
    except xproto.WindowError:  # it closed in the meantime: nobody is there to read
        return None
    return None


def _listen(connection: Any, root: int, mask: int) -> None:
    connection.core.ChangeWindowAttributes(root, xproto.CW.EventMask, [mask])


def _atom(connection: Any, name: str) -> int:
    return int(connection.core.InternAtom(0, len(name), name).reply().atom)

"""Belonging of windows: which ones a dialog, a menu or a bubble is of.

Protocol: Inter-Client Communication Conventions, 4.1.2.6 (WM_TRANSIENT_FOR); Extended Window Manager Hints
1.5, "_NET_ACTIVE_WINDOW". The numbers of all that a client makes begin alike (X11, "Connection Setup").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcffib import xproto

from tools.x11.windows import managed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.x11.connection import Connection

_DEEPEST = 8
"""Dialogs of dialogs."""


def belongs_to(connection: Connection, window: int) -> list[int]:
    """The windows that one belongs to: of a dialog the nearest first, of a menu its program's active one.

    Of a menu whose program has no active window it may be any of its windows.
    """
    try:
        return [*_transient_for(connection, window), *_unmanaged_of(connection, window)]
    except xproto.WindowError:  # one of them is gone
        return []


def _transient_for(connection: Connection, window: int) -> Iterator[int]:
    for _ in range(_DEEPEST):
        window = next(iter(connection.read_numbers(window, "WM_TRANSIENT_FOR")), 0)
        if window in (0, connection.root):
            return
        yield window


def _unmanaged_of(connection: Connection, window: int) -> list[int]:
    if not connection.core.GetWindowAttributes(window).reply().override_redirect:
        return []
    same = [one for one in managed(connection) if connection.client_of(one) == connection.client_of(window)]
    active = connection.read_numbers(connection.root, "_NET_ACTIVE_WINDOW")
    return [one for one in same if one in active] or same

"""The titles of the windows that a window manager has on a display.

Protocol: Extended Window Manager Hints 1.5, "_NET_CLIENT_LIST" and "_NET_WM_NAME"; before that, "WM_NAME" of
the Inter-Client Communication Conventions, section 4.1.2.1, in Latin-1.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from xcffib import xproto

from tools.x11.connection import connect, root_of, watched

if TYPE_CHECKING:
    import xcffib

_LONGEST = 1024
"""Of a property, in units of four bytes."""


def window_titles(display: str) -> tuple[str, ...]:
    """The titles, in the order in which the windows were opened; windows without one are left out.

    Without a window manager that keeps a list, the root's own visible windows count.

    Raises:
        EnvironmentFault: no X server answers there.
        DisplayLost: the server went away meanwhile.
    """
    with watched(display):
        connection = connect(display)
        try:
            root = root_of(connection)
            managed = property_of(connection, root, "_NET_CLIENT_LIST")
            count = len(managed) // 4
            windows = struct.unpack(f"={count}I", managed) if count else _visible(connection, root)
            titles = [title_of(connection, window) for window in windows]
        finally:
            connection.disconnect()
    return tuple(title for title in titles if title)


def _visible(connection: xcffib.Connection, root: int) -> tuple[int, ...]:
    children = connection.core.QueryTree(root).reply().children
    return tuple(window for window in children if _is_visible(connection, window))


def _is_visible(connection: xcffib.Connection, window: int) -> bool:
    try:
        attributes = connection.core.GetWindowAttributes(window).reply()
    except xproto.WindowError:  # gone meanwhile
        return False
    return bool(attributes.map_state == xproto.MapState.Viewable)


def title_of(connection: xcffib.Connection, window: int) -> str:
    """A window's title; "" when it has none or is gone."""
    try:
        modern = property_of(connection, window, "_NET_WM_NAME")
        old = b"" if modern else property_of(connection, window, "WM_NAME")
    except xproto.WindowError:  # gone meanwhile
        return ""
    return modern.decode(errors="replace") or old.decode("latin-1")


def property_of(connection: xcffib.Connection, window: int, name: str) -> bytes:
    """A property's bytes; none when the window lacks it."""
    atom = connection.core.InternAtom(True, len(name), name).reply().atom  # noqa: FBT003  (the protocol's order)
    if not atom:
        return b""
    value = connection.core.GetProperty(False, window, atom, xproto.GetPropertyType.Any, 0, _LONGEST)  # noqa: FBT003
    return b"".join(value.reply().value)

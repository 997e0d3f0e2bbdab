"""Window titles that a window manager has on a display.

Protocol: Extended Window Manager Hints 1.5, "_NET_CLIENT_LIST" and "_NET_WM_NAME"; before that, "WM_NAME" of
the Inter-Client Communication Conventions, section 4.1.2.1, in Latin-1.
"""

from __future__ import annotations

from xcffib import xproto

from tools.x11.connection import Connection


def window_titles(display: str) -> tuple[str, ...]:
    """The titles, in the order in which the windows were opened; windows without one are left out.

    Without a window manager that keeps a list, the root's own visible windows count.

    Raises:
        EnvironmentFault: no X server answers there.
        DisplayLost: the server went away meanwhile.
    """
    with Connection(display) as connection, connection.alive():
        windows = managed(connection) or visible(connection)
        titles = [title_of(connection, window) for window in windows]
    return tuple(title for title in titles if title)


def managed(connection: Connection) -> tuple[int, ...]:
    """The windows that the window manager knows, in the order in which they were opened."""
    return connection.read_numbers(connection.root, "_NET_CLIENT_LIST")


def framed(connection: Connection) -> dict[int, list[int]]:
    """The windows that the window manager knows, by the root's own child that each lies in: its frame."""
    found: dict[int, list[int]] = {}
    for window in managed(connection):
        try:
            found.setdefault(connection.outermost(window), []).append(window)
        except xproto.WindowError:  # gone meanwhile
            continue
    return found


def visible(connection: Connection) -> tuple[int, ...]:
    """The root's own children that are shown, the lowest first."""
    children = connection.core.QueryTree(connection.root).reply().children
    return tuple(window for window in children if _is_visible(connection, window))


def title_of(connection: Connection, window: int) -> str:
    """A window's title; "" when it has none or is gone."""
    try:
        modern = connection.read(window, "_NET_WM_NAME")
        old = b"" if modern else connection.read(window, "WM_NAME")
    except xproto.WindowError:  # gone meanwhile
        return ""
    return modern.decode(errors="replace") or old.decode("latin-1")


def _is_visible(connection: Connection, window: int) -> bool:
    try:
        attributes = connection.core.GetWindowAttributes(window).reply()
    except xproto.WindowError:  # gone meanwhile
        return False
    return bool(attributes.map_state == xproto.MapState.Viewable)

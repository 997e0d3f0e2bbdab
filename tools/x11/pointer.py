"""Pointer of a display, put out of the way without a step in between."""

from __future__ import annotations

from tools.x11.connection import Connection


def rest_pointer(display: str) -> None:
    """Put the pointer at the right edge, half way down: in a corner a person would stop the agent.

    Raises:
        EnvironmentFault: there is no such display.
    """
    connection = Connection(display)
    try:
        with connection.alive():
            size = connection.core.GetGeometry(connection.root).reply()
            connection.core.WarpPointer(0, connection.root, 0, 0, 0, 0, size.width - 1, size.height // 2)
            connection.sync()
    finally:
        connection.close()

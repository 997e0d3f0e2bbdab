"""X resources that a display's programs read when they start: dots an inch, colours, fonts.

Protocol: Xlib, "Resource File Syntax"; the property RESOURCE_MANAGER of screen 0's root window is what xrdb
sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.x11.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Mapping


def set_resources(display: str, resources: Mapping[str, str]) -> None:
    """Set all resources of a display, in place of those that it had.

    Args:
        display: its name.
        resources: such as `{"Xft.dpi": "144", "*background": "#202020"}`, one line each.

    Raises:
        EnvironmentFault: no X server answers there.
        DisplayLost: the server went away meanwhile.
    """
    text = "".join(f"{name}:\t{value}\n" for name, value in resources.items()).encode("latin-1")
    with Connection(display) as connection, connection.alive():
        connection.write(connection.root, "RESOURCE_MANAGER", text)
        connection.sync()

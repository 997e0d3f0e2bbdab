"""The resources that a display's programs look up when they start: dots an inch, colours, fonts.

Protocol: Xlib, "Resource File Syntax"; the property RESOURCE_MANAGER of screen 0's root window is what xrdb
sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcffib.xproto import Atom, PropMode

from tools.x11.connection import connect, root_of, watched

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
    with watched(display):
        connection = connect(display)
        try:
            root = root_of(connection)
            connection.core.ChangeProperty(
                PropMode.Replace, root, Atom.RESOURCE_MANAGER, Atom.STRING, 8, len(text), text
            )
            connection.core.GetInputFocus().reply()  # a round trip: from here on it is set
        finally:
            connection.disconnect()

"""Connections to an X server, with its failures put into words."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import xcffib
import xcffib.xproto

from tools.errors import DisplayLost, EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator


def connect(display: str) -> xcffib.Connection:
    """A new connection.

    Raises:
        EnvironmentFault: no X server answers there.
    """
    try:
        return xcffib.connect(display=display)
    except xcffib.ConnectionException as error:
        raise EnvironmentFault(
            f"no X server answers at display {display!r}; start one there, or let the run have its own "
            f"with --display virtual ({error})"
        ) from error


@contextmanager
def watched(display: str) -> Iterator[None]:
    """Turns a broken connection into the error that says so.

    Raises:
        DisplayLost: the server went away.
    """
    try:
        yield
    except xcffib.ConnectionException as error:
        raise DisplayLost(
            f"the X server at display {display!r} went away; it was ended or crashed, start it and run again"
        ) from error


def root_of(connection: xcffib.Connection) -> int:
    """The root window of the connection's screen."""
    return int(connection.get_setup().roots[connection.pref_screen].root)

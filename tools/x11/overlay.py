"""Overlay windows that lie over a program, show any picture, and count presses.

A cover is left alone by the window manager and gets no keyboard, so that the program beneath goes on as if
nothing were there; a dialog is a window like any other. Protocol: X Window System Protocol, version 11,
"CreateWindow" (override-redirect); Inter-Client Communication
Conventions 2.0, section 4.1.2 (WM_NAME, WM_NORMAL_HINTS).
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

import xcffib
from xcffib import xproto

from tools.errors import EnvironmentFault
from tools.x11.connection import Connection
from tools.x11.pixmaps import DEPTH, pixmap_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.geometry import Box

_SECONDS = 5.0
"""How long a window manager may take to show a window."""
_POLL = 0.02
_USER_PLACED = (1, *[0] * 17)
"""WM_NORMAL_HINTS of which only the first flag is set: the place was chosen by the user (USPosition)."""


class Overlays:
    """The windows that were put over one display, until `close`."""

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            EnvironmentFault: no X server answers there.
        """
        self._connection = Connection(display)
        self._core = self._connection.core
        self._touched = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def cover(self, box: Box, bgrx: NDArray[np.uint8]) -> None:
        """Lay a picture over a part of the screen; it is seen when this returns.

        Args:
            box: in pixels of a frame of the whole display.
            bgrx: shape (height, width, 4), blue green red and an unused byte.
        """
        with self._connection.alive():
            self._core.MapWindow(self._make(box, bgrx, unmanaged=True))
            self._connection.sync()

    def dialog(self, box: Box, bgrx: NDArray[np.uint8], title: str) -> None:
        """Open a window of its own; it is seen when this returns. It may be given the keyboard.

        Args:
            box: where it should come up, in pixels of such a frame; its picture's extent.
            bgrx: as for `cover`.
            title: in its title bar.

        Raises:
            EnvironmentFault: the window manager does not show it.
        """
        with self._connection.alive():
            window = self._make(box, bgrx, unmanaged=False)
            self._connection.write(window, "WM_NAME", title.encode())
            self._connection.write(window, "_NET_WM_NAME", title.encode(), "UTF8_STRING")
            self._connection.write_numbers(window, "WM_NORMAL_HINTS", _USER_PLACED, "WM_SIZE_HINTS")
            self._core.MapWindow(window)
            self._await_shown(window)

    def touched(self) -> int:
        """How many buttons and keys were pressed on these windows so far."""
        with self._connection.alive():
            self._connection.sync()
            self._take()
        return self._touched

    def close(self) -> None:
        """Take all of them away."""
        self._connection.close()

    def _make(self, box: Box, bgrx: NDArray[np.uint8], *, unmanaged: bool) -> int:
        window, pixmap = self._connection.new_id(), pixmap_of(self._connection, bgrx)
        events = xproto.EventMask.ButtonPress | xproto.EventMask.KeyPress | xproto.EventMask.StructureNotify
        self._core.CreateWindow(
            DEPTH,
            window,
            self._connection.root,
            box.left,
            box.top,
            box.width,
            box.height,
            0,
            xproto.WindowClass.InputOutput,
            xcffib.CopyFromParent,
            xproto.CW.BackPixmap | xproto.CW.OverrideRedirect | xproto.CW.EventMask,
            [pixmap, unmanaged, events],
        )
        return window

    def _await_shown(self, window: int) -> None:
        deadline = time.monotonic() + _SECONDS
        while self._core.GetWindowAttributes(window).reply().map_state != xproto.MapState.Viewable:
            if time.monotonic() > deadline:
                raise EnvironmentFault(
                    f"the window manager of display {self._connection.display} shows no new window"
                )
            self._connection.await_more(_POLL)  # replies bring events too
            self._take()

    def _take(self) -> None:
        for event in self._connection.events():
            self._touched += isinstance(event, xproto.ButtonPressEvent | xproto.KeyPressEvent)

"""Windows that lie over a program and show any picture, and tell what is done to them.

A cover is left alone by the window manager and gets no keyboard, so that the program beneath goes on as if
nothing were there; a dialog is a window like any other. Protocol: X Window System Protocol, version 11,
"CreateWindow" (override-redirect), "PutImage" (ZPixmap, 24 bits in 32); Inter-Client Communication
Conventions 2.0, section 4.1.2 (WM_NAME, WM_NORMAL_HINTS).
"""

from __future__ import annotations

import select
import struct
import time
from typing import TYPE_CHECKING, Any, Self

import xcffib
from xcffib import xproto

from tools.errors import EnvironmentFault
from tools.x11.connection import connect, root_of, watched

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tools.geometry import Box

_DEPTH = 24
_BAND = 200_000
"""Bytes of a picture that are sent in one request; every server takes 262140."""
_SECONDS = 5.0
"""How long a window manager may take to show a window."""
_POLL = 0.02
_USER_PLACED = 1
"""A flag of WM_NORMAL_HINTS: the place was chosen by the user (USPosition)."""


class Overlays:
    """The windows that were put over one display, until `close`."""

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            EnvironmentFault: no X server answers there.
        """
        self._display = display
        self._connection = connect(display)
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
        with watched(self._display):
            self._core.MapWindow(self._make(box, bgrx, unmanaged=True))
            self._core.GetInputFocus().reply()  # a round trip: from here on it is there

    def dialog(self, box: Box, bgrx: NDArray[np.uint8], title: str) -> None:
        """Open a window of its own; it is seen when this returns. It may be given the keyboard.

        Args:
            box: where it should come up, in pixels of such a frame; its picture's extent.
            bgrx: as for `cover`.
            title: in its title bar.

        Raises:
            EnvironmentFault: the window manager does not show it.
        """
        with watched(self._display):
            window = self._make(box, bgrx, unmanaged=False)
            name = title.encode()
            for kind, atom in ((xproto.Atom.STRING, xproto.Atom.WM_NAME), ("UTF8_STRING", "_NET_WM_NAME")):
                self._core.ChangeProperty(
                    xproto.PropMode.Replace, window, self._atom(atom), self._atom(kind), 8, len(name), name
                )
            hints = struct.pack("=18I", _USER_PLACED, *([0] * 17))
            self._core.ChangeProperty(
                xproto.PropMode.Replace,
                window,
                xproto.Atom.WM_NORMAL_HINTS,
                xproto.Atom.WM_SIZE_HINTS,
                32,
                18,
                hints,
            )
            self._core.MapWindow(window)
            self._await_shown(window)

    def touched(self) -> int:
        """How many buttons and keys were pressed on these windows so far."""
        with watched(self._display):
            self._core.GetInputFocus().reply()
            self._take()
        return self._touched

    def close(self) -> None:
        """Take all of them away."""
        self._connection.disconnect()

    def _make(self, box: Box, bgrx: NDArray[np.uint8], *, unmanaged: bool) -> int:
        window, pixmap = int(self._connection.generate_id()), int(self._connection.generate_id())
        root = root_of(self._connection)
        self._core.CreatePixmap(_DEPTH, pixmap, root, box.width, box.height)
        self._paint(pixmap, box, bgrx)
        events = xproto.EventMask.ButtonPress | xproto.EventMask.KeyPress | xproto.EventMask.StructureNotify
        self._core.CreateWindow(
            _DEPTH,
            window,
            root,
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

    def _paint(self, pixmap: int, box: Box, bgrx: NDArray[np.uint8]) -> None:
        context = int(self._connection.generate_id())
        self._core.CreateGC(context, pixmap, 0, [])
        rows = max(1, _BAND // (4 * box.width))
        for top in range(0, box.height, rows):
            band = bgrx[top : top + rows]
            self._core.PutImage(
                xproto.ImageFormat.ZPixmap,
                pixmap,
                context,
                box.width,
                len(band),
                0,
                top,
                0,
                _DEPTH,
                band.size,
                band.tobytes(),
            )

    def _await_shown(self, window: int) -> None:
        deadline = time.monotonic() + _SECONDS
        while self._core.GetWindowAttributes(window).reply().map_state != xproto.MapState.Viewable:
            if time.monotonic() > deadline:
                raise EnvironmentFault(f"the window manager of display {self._display} shows no new window")
            select.select([self._connection.get_file_descriptor()], [], [], _POLL)  # replies bring events too
            self._take()

    def _take(self) -> None:
        event: Any
        while (event := self._connection.poll_for_event()) is not None:
            self._touched += isinstance(event, xproto.ButtonPressEvent | xproto.KeyPressEvent)

    def _atom(self, atom: int | str) -> int:
        if isinstance(atom, int):
            return atom
        return int(self._core.InternAtom(False, len(atom), atom).reply().atom)  # noqa: FBT003  (the protocol's order)

"""Desktop of an X display: its ground, and which windows of which program lie over which."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from xcffib import xproto

from tools.geometry import Box
from tools.x11.connection import Connection
from tools.x11.pixmaps import pixmap_of
from tools.x11.windows import framed, visible

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


_MOVED = 1.0
"""Seconds that a window manager may take to move a window."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A child of the root that is shown; boxes in screen pixels."""

    client: int
    """Of the X server: the program whose window it is or holds."""
    window: int
    """The one within a frame, or it itself."""
    outer: Box
    inner: Box | None
    """The window within a frame; None of a menu and whatever else has none."""


class Desktop:
    """One display's ground and windows."""

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            EnvironmentFault: no X server answers there.
        """
        self._connection = Connection(display)
        self._core, self._root = self._connection.core, self._connection.root

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def lay(self, bgrx: NDArray[np.uint8]) -> None:
        """Show a picture behind all windows."""
        pixmap = pixmap_of(self._connection, bgrx)
        self._core.ChangeWindowAttributes(self._root, xproto.CW.BackPixmap, [pixmap])
        self._core.ClearArea(0, self._root, 0, 0, 0, 0)
        self._core.FreePixmap(pixmap)
        self._connection.sync()

    def layers(self) -> list[Layer]:
        """What is shown, the lowest first."""
        frames = framed(self._connection)
        found = []
        for window in visible(self._connection):
            try:
                inner = frames.get(window, [None])[0]
                box = None if inner is None else self._box(inner)
                client = self._connection.client_of(inner or window)
                found.append(Layer(client, inner or window, self._box(window), box))
            except (xproto.WindowError, xproto.DrawableError):  # gone meanwhile
                continue
        return found

    def move(self, layer: Layer, left: int, top: int) -> None:
        """Have the window manager put a window there, its frame's corner; it may put it elsewhere."""
        self._core.ConfigureWindow(layer.window, xproto.ConfigWindow.X | xproto.ConfigWindow.Y, [left, top])
        self._connection.sync()
        deadline = time.monotonic() + _MOVED
        while self._box(layer.window) == layer.inner and time.monotonic() < deadline:
            time.sleep(0.01)

    def manager(self) -> int:
        """The window by which a window manager shows that it rules the display; 0 for none."""
        return next(iter(self._connection.read_numbers(self._root, "_NET_SUPPORTING_WM_CHECK")), 0)

    def _box(self, window: int) -> Box:
        shape = self._core.GetGeometry(window).reply()
        at = self._core.TranslateCoordinates(window, self._root, 0, 0).reply()
        return Box(at.dst_x, at.dst_y, shape.width, shape.height)

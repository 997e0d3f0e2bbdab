"""Arrangement of a display's windows: where they are, and moving and resizing them.

Protocol: Extended Window Manager Hints 1.5, "_NET_CLIENT_LIST"; Inter-Client Communication Conventions 2.0,
section 4.1.5 (a window manager takes a position to mean the outer corner of what it draws around a window).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from xcffib import xproto

from tools.geometry import Box, Point
from tools.x11.connection import Connection
from tools.x11.windows import managed, title_of

if TYPE_CHECKING:
    from collections.abc import Callable

_SECONDS = 2.0
"""How long a window manager may take to do what it is asked."""
_POLL = 0.01


@dataclass(frozen=True, slots=True)
class Window:
    """A window that the window manager knows; boxes in pixels of a frame of the whole display."""

    id: int
    title: str
    inner: Box
    outer: Box
    """With what the window manager draws around it."""


class Arrangement:
    """The windows of one display. Points and boxes are in pixels of a frame of all of it: the root's own."""

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
        self.close()

    def close(self) -> None:
        """Let go of the display."""
        self._connection.close()

    def windows(self) -> tuple[Window, ...]:
        """Those that the window manager knows, in the order in which they were opened."""
        with self._connection.alive():
            found = [self._window(window) for window in managed(self._connection)]
        return tuple(window for window in found if window is not None)

    def under(self, point: Point) -> tuple[str, Point]:
        """The title of the window under a point ("" of a menu or a list), and the point within it."""
        for window in reversed(self.windows()):
            if self._top(point) == self._connection.outermost(window.id):
                return window.title, Point(point.x - window.inner.left, point.y - window.inner.top)
        top = self._top(point)
        box = self._box(top) if top else Box(0, 0, 0, 0)
        return "", Point(point.x - box.left, point.y - box.top)

    def move(self, window: Window, to: Point) -> bool:
        """Put its outer corner there; whether it is elsewhere afterwards."""
        place = xproto.ConfigWindow.X | xproto.ConfigWindow.Y
        return self._ask(window, place, [to.x, to.y], lambda now: now.outer != window.outer)

    def resize(self, window: Window, width: int, height: int) -> bool:
        """Give it another inner extent, if it may have that; whether it has changed."""
        extent = xproto.ConfigWindow.Width | xproto.ConfigWindow.Height
        return self._ask(window, extent, [width, height], lambda now: now.inner[2:] != window.inner[2:])

    def _ask(self, window: Window, mask: int, values: list[int], is_so: Callable[[Window], bool]) -> bool:
        """Ask for something; whether it has come true. The manager changes frame and window one by one."""
        with self._connection.alive():
            self._core.ConfigureWindow(window.id, mask, values)
            self._connection.flush()
            return _come_true(lambda: (now := self._window(window.id)) is not None and is_so(now))

    def _window(self, window: int) -> Window | None:
        try:
            inner, outer = self._box(window), self._box(self._connection.outermost(window))
            return Window(window, title_of(self._connection, window), inner, outer)
        except (xproto.WindowError, xproto.DrawableError):  # gone meanwhile
            return None

    def _box(self, window: int) -> Box:
        """A window's place, its border included."""
        shape = self._core.GetGeometry(window).reply()
        at = self._core.TranslateCoordinates(window, self._root, 0, 0).reply()
        border = shape.border_width
        return Box(at.dst_x - border, at.dst_y - border, shape.width + 2 * border, shape.height + 2 * border)

    def _top(self, point: Point) -> int:
        return int(self._core.TranslateCoordinates(self._root, self._root, point.x, point.y).reply().child)


def _come_true(state: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + _SECONDS
    while not state():
        if time.monotonic() > deadline:
            return False
        time.sleep(_POLL)
    return True

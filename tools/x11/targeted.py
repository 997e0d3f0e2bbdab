"""Targeted windows: those that a click at a point or a key would go to, and what they are called.

Protocol: X Window System Protocol, version 11, "TranslateCoordinates", "QueryPointer", "QueryTree".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from xcffib import xproto

from tools.geometry import ScreenBox
from tools.x11.belonging import belongs_to
from tools.x11.connection import Connection
from tools.x11.windows import framed, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import ScreenPoint

_NO_FOCUS = (0, 1)
"""In place of the window that has the keyboard: none (None), or the one under the pointer (PointerRoot)."""


class TargetedWindows:
    """The windows of one display that actions go to.

    Args:
        connection: to it; whoever calls holds it `alive`.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def under(self, point: ScreenPoint) -> list[int]:
        """Where a click goes: the windows from the outside in, then those whose dialogs or menus they are."""
        found, inner = [], self._connection.root
        core = self._connection.core
        try:
            while inner := core.TranslateCoordinates(self._connection.root, inner, *point).reply().child:
                found.append(inner)
        except xproto.WindowError:  # one closed just now: what was under it shows at the next look
            pass
        title_bar_of = framed(self._connection).get(found[0], []) if found else []
        return self.with_main(found + title_bar_of)

    def focused(self) -> list[int]:
        """Where a key goes: the windows from the inside out, then those whose dialogs or menus they are."""
        inner = self._connection.focus()
        if inner in _NO_FOCUS:
            pointer = self._connection.core.QueryPointer(self._connection.root).reply()
            inner = int(pointer.child)
        try:
            return self.with_main(list(self._connection.way_out(inner)))
        except xproto.WindowError:
            return []

    def titles(self, windows: Sequence[int]) -> list[str]:
        """What they are called, those without a title left out."""
        return [title for one in windows if (title := title_of(self._connection, one))]

    def box(self, windows: Sequence[int]) -> ScreenBox | None:
        """The extent of the outermost of the windows that has the keyboard, its frame with it."""
        for window in windows:
            try:
                frame = self._connection.outermost(window)
                place = self._connection.core.GetGeometry(frame).reply()
            except xproto.WindowError:  # gone meanwhile
                continue
            return ScreenBox(place.x, place.y, place.width, place.height)
        return None

    def with_main(self, windows: Sequence[int]) -> list[int]:
        """The windows, then those whose dialogs or menus they are."""
        return list(
            dict.fromkeys([*windows, *(of for one in windows for of in belongs_to(self._connection, one))])
        )


class WindowTitles:
    """What the windows of one display are called that actions go to; a context manager.

    Args:
        display: an X display.

    Raises:
        EnvironmentFault: no X server answers there.
    """

    def __init__(self, display: str) -> None:
        self._connection = Connection(display)
        self._targeted = TargetedWindows(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def at(self, points: Iterable[ScreenPoint], *, keys: bool) -> tuple[str, ...]:
        """The titles of what an action takes hold of at these points, and with `keys` has the keyboard.

        Raises:
            DisplayLost: the server went away.
        """
        with self._connection.alive():
            windows = [window for point in points for window in self._targeted.under(point)]
            return tuple(self._targeted.titles(windows + (self._targeted.focused() if keys else [])))

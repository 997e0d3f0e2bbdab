"""Grabs: whether another program takes all keys or clicks for itself, and which of its windows may.

Protocol: X Window System Protocol, version 11, "GrabKeyboard", "GrabPointer". The server tells nobody whose a
grab is. Asked to grab for a window that is not shown, it says AlreadyGrabbed where another client has one,
and else NotViewable: nothing is changed by asking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xcffib import NONE, xproto

from tools.x11.windows import framed, visible

if TYPE_CHECKING:
    from collections.abc import Collection

    from tools.x11.connection import Connection


_MENU, _UNSEEN = xproto.WindowClass.InputOutput, xproto.WindowClass.InputOnly


class Grabs:
    """The grabs of one display.

    Args:
        connection: to it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection, self._probe = connection, connection.new_id()
        with connection.alive():
            connection.core.CreateWindow(
                0, self._probe, connection.root, -1, -1, 1, 1, 0, xproto.WindowClass.InputOnly, 0, 0, []
            )

    def are_held(self, *, keyboard: bool) -> bool:
        """Whether another program has grabbed the keyboard, or else the mouse."""
        core, asynchronous = self._connection.core, xproto.GrabMode.Async
        modes = xproto.Time.CurrentTime, asynchronous, asynchronous
        if keyboard:
            asked = core.GrabKeyboard(0, self._probe, *modes)
        else:
            when, *how = modes
            asked = core.GrabPointer(0, self._probe, 0, *how, NONE, NONE, when)
        return bool(asked.reply().status == xproto.GrabStatus.AlreadyGrabbed)

    def candidates(self) -> list[int]:
        """The windows one of which has grabbed: a menu, if one is on top, else any that is shown."""
        frames = framed(self._connection)
        shown = self._shown(frames)
        if shown and shown[-1] not in frames and self._looks(shown[-1], _MENU):
            return shown[-1:]
        return [*shown, *(window for frame in shown for window in frames.get(frame, ()))]

    def keys_are_taken(self) -> bool:
        """Whether another program has grabbed the keyboard, and it is no menu that is on top."""
        if not self.are_held(keyboard=True):
            return False
        frames = framed(self._connection)
        shown = self._shown(frames)
        return not (shown and shown[-1] not in frames and self._looks(shown[-1], _MENU))

    def is_locked(self) -> bool:
        """Whether a window is on top that nobody can see: programs that lock have one, and grab for it."""
        shown = self._shown(framed(self._connection))
        return bool(shown) and self._looks(shown[-1], _UNSEEN)

    def _shown(self, frames: Collection[int]) -> list[int]:
        return [window for window in visible(self._connection) if window in frames or self._is_seen(window)]

    def _is_seen(self, window: int) -> bool:
        """Whether it has a place on the screen: window managers keep windows of their own beside it."""
        try:
            box, screen = (
                asked.reply()
                for asked in map(self._connection.core.GetGeometry, (window, self._connection.root))
            )
        except xproto.WindowError:  # gone meanwhile
            return False
        return bool(-box.width < box.x < screen.width and -box.height < box.y < screen.height)

    def _looks(self, window: int, kind: int) -> bool:
        """Whether a window is one that no window manager has, of a class."""
        try:
            attributes = self._connection.core.GetWindowAttributes(window).reply()
        except xproto.WindowError:  # gone meanwhile
            return False
        return bool(attributes.override_redirect and attributes._class == kind)  # noqa: SLF001  (a field)

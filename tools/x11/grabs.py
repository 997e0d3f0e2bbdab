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
    from tools.x11.connection import Connection


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
        shown = [window for window in visible(self._connection) if window in frames or self._is_seen(window)]
        if shown and shown[-1] not in frames and self._is_unmanaged(shown[-1]):
            return shown[-1:]
        return [*shown, *(window for frame in shown for window in frames.get(frame, ()))]

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

    def _is_unmanaged(self, window: int) -> bool:
        try:
            attributes = self._connection.core.GetWindowAttributes(window).reply()
        except xproto.WindowError:  # gone meanwhile
            return False
        return bool(attributes.override_redirect)

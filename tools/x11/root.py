"""What the X server says of its root window: its size, the windows that move on it, and that something stirs.

Events only: asking whether there are any costs two microseconds and no round trip. A window that was mapped
but has not painted itself yet can't be seen in any frame, but is known here.
Protocol: X Window System Protocol, version 11, "Events"; DAMAGE extension 1.1, level NonEmpty; EWMH 1.5,
"_NET_SUPPORTING_WM_CHECK".
"""

from __future__ import annotations

import contextlib
import select
import time
from typing import TYPE_CHECKING, Any, Self

import xcffib
import xcffib.damage
from xcffib import xproto

from tools.errors import DisplayLost, EnvironmentFault
from tools.geometry import ScreenBox

if TYPE_CHECKING:
    from collections.abc import Iterator

_WINDOW_EVENTS = (
    xproto.CreateNotifyEvent,
    xproto.MapNotifyEvent,
    xproto.UnmapNotifyEvent,
    xproto.ConfigureNotifyEvent,
)
_MASK = (
    xproto.EventMask.StructureNotify | xproto.EventMask.SubstructureNotify | xproto.EventMask.PropertyChange
)


_GATHER = 0.002
"""Seconds after the first sign of a change in which a program usually has painted the rest of it."""


class Root:
    """A connection that listens to the root window of a display."""

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            EnvironmentFault: there is no such display.
        """
        self._display = display
        try:
            self._connection = xcffib.connect(display=display)
        except xcffib.ConnectionException as error:
            raise EnvironmentFault(
                f"can't connect to display {display}: is an X server running there?"
            ) from error
        screen = self._connection.get_setup().roots[self._connection.pref_screen]
        self._root: int = screen.root
        self._area = ScreenBox(0, 0, screen.width_in_pixels, screen.height_in_pixels)
        self._connection.core.ChangeWindowAttributes(self._root, xproto.CW.EventMask, [_MASK])
        self._mapped = self._find_mapped()
        self._moved: list[ScreenBox] = []
        self._stirred = False
        self._damage = self._watch_damage()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def area(self) -> ScreenBox:
        """The root window's extent, as of the last `moved`."""
        return self._area

    def sync(self) -> None:
        """Make sure that the events of all that has happened so far have come in.

        Raises:
            DisplayLost: the server is gone.
        """
        try:
            self._connection.core.GetInputFocus().reply()
        except (xcffib.ConnectionException, xcffib.XcffibException) as error:
            raise self._lost() from error

    def moved(self) -> list[ScreenBox]:
        """Where windows came, went or moved since the last call.

        A window that was made but is not shown yet counts with an empty box: some milliseconds later it
        will be, and by then a click might be under way.

        Raises:
            DisplayLost: the server is gone.
        """
        self._take_events()
        boxes, self._moved = self._moved, []
        return boxes

    def wait(self, seconds: float) -> None:
        """Return when something has changed on the screen since the last call, or when the time is over.

        What changes from here on makes the next call return, so a look taken after this one misses nothing.

        Raises:
            DisplayLost: the server is gone.
        """
        self._take_events()
        if not self._stirred and select.select([self._connection.get_file_descriptor()], [], [], seconds)[0]:
            time.sleep(_GATHER)
            self._take_events()
        if self._stirred:
            self._stirred = False
            self._damage.Subtract(self._damage_id, 0, 0)
            self._connection.flush()

    def await_window_manager(self, seconds: float) -> None:
        """Return once a window manager has announced itself.

        Raises:
            EnvironmentFault: none did within that time.
        """
        name = b"_NET_SUPPORTING_WM_CHECK"
        atom = self._connection.core.InternAtom(False, len(name), name).reply().atom  # noqa: FBT003  (protocol)
        deadline = time.monotonic() + seconds
        while not self._has(atom):
            left = deadline - time.monotonic()
            if left <= 0:
                raise EnvironmentFault(f"no window manager announced itself on {self._display}")
            select.select([self._connection.get_file_descriptor()], [], [], left)
            for _ in self._events():
                continue

    def close(self) -> None:
        """Let go of the display."""
        self._connection.disconnect()

    def _take_events(self) -> None:
        for event in self._events():
            if isinstance(event, _WINDOW_EVENTS):
                self._moved += self._places(event)
            elif isinstance(event, xcffib.damage.NotifyEvent):
                self._stirred = True

    def _watch_damage(self) -> Any:
        """Ask for one event when something is painted, on the root window or any other, until `wait`."""
        try:
            damage = self._connection(xcffib.damage.key)
            damage.QueryVersion(1, 1).reply()
        except xcffib.XcffibException as error:
            raise EnvironmentFault(
                f"the X server of display {self._display} has no DAMAGE extension; use a virtual display "
                "(--display virtual)"
            ) from error
        self._damage_id = self._connection.generate_id()
        damage.Create(self._damage_id, self._root, xcffib.damage.ReportLevel.NonEmpty)
        self._connection.flush()
        return damage

    def _has(self, atom: int) -> bool:
        value = self._connection.core.GetProperty(False, self._root, atom, 0, 0, 1).reply()  # noqa: FBT003
        return bool(value.value_len)

    def _events(self) -> Iterator[Any]:
        try:
            while (event := self._connection.poll_for_event()) is not None:
                yield event
        except (xcffib.ConnectionException, xcffib.XcffibException) as error:
            raise self._lost() from error
        if self._connection.has_error():
            raise self._lost()

    def _places(self, event: Any) -> list[ScreenBox]:
        """The boxes that an event makes stale: where a mapped window was, and where it is."""
        if isinstance(event, xproto.ConfigureNotifyEvent):
            return self._configured(event.window, ScreenBox(event.x, event.y, event.width, event.height))
        if isinstance(event, xproto.CreateNotifyEvent):
            return [ScreenBox(event.x, event.y, 0, 0)]
        if event.event != self._root or event.window == self._root:
            return []
        if isinstance(event, xproto.UnmapNotifyEvent):
            gone = self._mapped.pop(event.window, None)
            return [gone] if gone else []
        box = self._mapped[event.window] = self._box_of(event.window)
        return [box]

    def _configured(self, window: int, now: ScreenBox) -> list[ScreenBox]:
        if window == self._root:
            self._area = now
            return [now]
        before = self._mapped.get(window, now)
        if before == now:  # not mapped, or only restacked: what that uncovers is seen in the frame
            return []
        self._mapped[window] = now
        return [before, now]

    def _box_of(self, window: int) -> ScreenBox:
        """A window's place; empty when it is gone already."""
        try:
            at = self._connection.core.GetGeometry(window).reply()
        except xproto.DrawableError:
            return ScreenBox(0, 0, 0, 0)
        return ScreenBox(at.x, at.y, at.width, at.height)

    def _find_mapped(self) -> dict[int, ScreenBox]:
        core = self._connection.core
        found = {}
        for window in core.QueryTree(self._root).reply().children:
            with contextlib.suppress(xproto.WindowError):  # gone meanwhile
                if core.GetWindowAttributes(window).reply().map_state == xproto.MapState.Viewable:
                    found[window] = self._box_of(window)
        return found

    def _lost(self) -> DisplayLost:
        return DisplayLost(f"the X server of display {self._display} is gone")

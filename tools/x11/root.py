"""Root window: its size, the windows that move on it, and that something changes.

Events only: asking whether there are any costs three microseconds and no round trip. A window that was mapped
but has not painted itself yet can't be seen in any frame, but is known here.
Protocol: X Window System Protocol, version 11, "Events"; DAMAGE extension 1.1, level NonEmpty; EWMH 1.5,
"Root Window Properties".
"""

from __future__ import annotations

import time
from typing import Any, Self

import xcffib.damage
from xcffib import xproto

from tools.errors import EnvironmentFault
from tools.geometry import ScreenBox
from tools.x11.connection import Connection
from tools.x11.manager import ManagerQuestion
from tools.x11.windows import visible

_WINDOW_EVENTS = (
    xproto.CreateNotifyEvent,
    xproto.MapNotifyEvent,
    xproto.UnmapNotifyEvent,
    xproto.ConfigureNotifyEvent,
)
_MASK = (
    xproto.EventMask.StructureNotify | xproto.EventMask.SubstructureNotify | xproto.EventMask.PropertyChange
)
MANAGED = ("_NET_SUPPORTING_WM_CHECK", "_NET_NUMBER_OF_DESKTOPS")
"""What a window manager announces first, and what it does when it is about to begin: openbox never shows a
window that asks to be shown between the two."""
_AGAIN_SECONDS = 0.05
"""Until a window manager that has just begun is asked again whether it is at work."""
_GATHER = 0.002
"""Seconds after the first sign of a change in which a program usually has painted the rest of it."""
_MANAGER_SECONDS = 2.0
"""That input is held to be still on its way through the window manager: one that hangs never passes it on."""


class Root:
    """A connection that listens to the root window of a display."""

    def __init__(self, display: str) -> None:
        """Connect.

        Raises:
            EnvironmentFault: there is no such display.
        """
        self._connection = Connection(display)
        self._core, self._root = self._connection.core, self._connection.root
        self._moved: list[ScreenBox] = []
        self._stirred = False
        self._asked = 0.0
        try:
            with self._connection.alive():
                self._question = ManagerQuestion(self._connection)  # before its window would be told of
                self._core.ChangeWindowAttributes(self._root, xproto.CW.EventMask, [_MASK])
                self._area = self._box_of(self._root)
                self._mapped = {window: self._box_of(window) for window in visible(self._connection)}
                self._damage = self._watch_damage()
        except BaseException:
            self.close()
            raise

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
        with self._connection.alive():
            self._connection.sync()

    def moved(self) -> list[ScreenBox]:
        """Where windows came, went or moved since the last call.

        A window that was made but is not shown yet counts with an empty box: some milliseconds later it
        will be, and by then a click might be under way.

        Raises:
            DisplayLost: the server is gone.
        """
        with self._connection.alive():
            self._take_events()
        boxes, self._moved = self._moved, []
        return boxes

    def wait(self, seconds: float) -> None:
        """Return when something has changed on the screen since the last call, or when the time is over.

        What changes from here on makes the next call return, so a look taken after this one misses nothing.

        Raises:
            DisplayLost: the server is gone.
        """
        with self._connection.alive():
            self._take_events()
            if not self._stirred and self._connection.await_more(seconds):
                time.sleep(_GATHER)
                self._take_events()
            if self._stirred:
                self._stirred = False
                self._damage.Subtract(self._damage_id, 0, 0)
                self._connection.flush()

    def follow_input(self) -> None:
        """Follow what has been clicked and pressed up to now on its way, see `is_passed_on`.

        Raises:
            DisplayLost: the server is gone.
        """
        hangs = not self._is_awaited() and self._question.is_open  # then it is not waited for again
        with self._connection.alive():
            self._question.ask()
        self._asked = float("-inf") if hangs else time.monotonic()

    def is_passed_on(self) -> bool:
        """Whether the window manager has passed on all input before `follow_input`, as far as is known.

        As of the last `moved`; true when there is none that tells.
        """
        return not self._question.is_open or not self._is_awaited()

    def _is_awaited(self) -> bool:
        return time.monotonic() - self._asked <= _MANAGER_SECONDS

    def await_window_manager(self, seconds: float) -> None:
        """Return once a window manager has announced itself and is at work.

        Raises:
            EnvironmentFault: none did within that time.
        """
        deadline = time.monotonic() + seconds
        with self._connection.alive():
            while not all(self._connection.read(self._root, name) for name in MANAGED):
                self._await_events(deadline, deadline)
            # What comes to openbox just before it is, it takes only when more comes: so it is asked again.
            while self._question.ask() and not self._is_answered(deadline):
                pass

    def _is_answered(self, deadline: float) -> bool:
        """Whether the question is answered within a moment."""
        again = time.monotonic() + _AGAIN_SECONDS
        while self._question.is_open and time.monotonic() < again:
            self._await_events(deadline, again)
        return not self._question.is_open

    def _await_events(self, deadline: float, until: float) -> None:
        """Take what comes in; return when something has, or at a time.

        Raises:
            EnvironmentFault: it is past the deadline for the window manager.
        """
        now = time.monotonic()
        if now >= deadline:
            raise EnvironmentFault(
                f"no window manager announced itself on {self._connection.display}, or none that answered"
            )
        if not self._take_events():
            self._connection.await_more(max(0.0, min(deadline, until) - now))

    def close(self) -> None:
        """Let go of the display."""
        self._connection.close()

    def _take_events(self) -> bool:
        """Take what has come in; whether anything has."""
        taken = False
        for event in self._connection.events():
            taken = True
            self._question.take(event)
            if isinstance(event, _WINDOW_EVENTS):
                self._moved += self._places(event)
            elif isinstance(event, xcffib.damage.NotifyEvent):
                self._stirred = True
        return taken

    def _watch_damage(self) -> Any:
        """Ask for one event when something is painted, on the root window or any other, until `wait`."""
        damage = self._connection.extension(xcffib.damage)
        damage.QueryVersion(1, 1).reply()
        self._damage_id = self._connection.new_id()
        damage.Create(self._damage_id, self._root, xcffib.damage.ReportLevel.NonEmpty)
        self._connection.flush()
        return damage

    def _places(self, event: Any) -> list[ScreenBox]:
        """The boxes that an event makes stale: where a mapped window was, and where it is."""
        if isinstance(event, xproto.ConfigureNotifyEvent):
            return self._configured(event.window, ScreenBox(event.x, event.y, event.width, event.height))
        if isinstance(event, xproto.CreateNotifyEvent):
            is_asked = self._question.has_made(event.window)
            return [] if is_asked else [ScreenBox(event.x, event.y, 0, 0)]
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
            at = self._core.GetGeometry(window).reply()
        except xproto.DrawableError:
            return ScreenBox(0, 0, 0, 0)
        return ScreenBox(at.x, at.y, at.width, at.height)

"""Watched screen: reserved for one agent, and observed until it settles; every host desktop uses it."""

from __future__ import annotations

import time
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, TypeVar

from tools.errors import DisplayLost
from tools.host.display import watched_calls
from tools.host.screen_events import NoScreenEvents
from tools.settling.settle import Rest, Settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tools.geometry import Box, Size
    from tools.host.screen_events import ScreenEvents
    from tools.observation import Frame, Monitor

    Opened = TypeVar("Opened")

_LONGEST_SECONDS = 0.03
"""Between two looks at a screen that says when it changes: the mouse is watched as well."""


class WatchedScreen:
    """Screen with its events and its settling.

    Calls other than `close` belong in a `with screen.watchdog` block, which ends those that block for ever.
    """

    def __init__(self, display: str | None, monitor: int | None = None, patience: float = 10.0) -> None:
        """Open the screen, and keep other agents off it.

        Args:
            display: an X display such as ":7"; None is this machine's own screen on Windows and macOS.
            monitor: 1 is the first; None is all of them as one frame.
            patience: seconds for an X server to answer before it is taken for hung.

        Raises:
            EnvironmentFault: there is none, or another agent has it.
        """
        from tools.host.screen import Screen  # noqa: PLC0415  (heavy: loaded on use)

        self.settle = Settle()
        self._events: ScreenEvents = NoScreenEvents()
        with ExitStack() as opened:
            self.watchdog = opened.enter_context(watched_calls(display, patience))
            with self.watchdog:
                if display is not None:
                    self._open_x11(display, opened)
                self._screen = opened.enter_context(Screen(display, monitor))
            self._opened = opened.pop_all()

    def _open_x11(self, display: str, opened: ExitStack) -> None:
        from tools.x11.ownership import Ownership  # noqa: PLC0415  (X11 only)
        from tools.x11.root import Root  # noqa: PLC0415

        opened.enter_context(Ownership(display))
        self._events = opened.enter_context(Root(display))

    def open(self, make: Callable[[], AbstractContextManager[Opened]]) -> Opened:
        """Open something more of the same display, to be closed with the screen; if it fails, all is closed.

        Raises:
            EnvironmentFault: as `make` says.
        """
        try:
            with self.watchdog:
                return self._opened.enter_context(make())
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the connections to the screen, if there still are any."""
        with suppress(DisplayLost), self.watchdog:
            self._opened.close()

    @property
    def monitor(self) -> Monitor:
        """Where the frames lie on the desktop."""
        return self._screen.monitor

    @property
    def size(self) -> Size:
        """Extent of the last frame, in pixels."""
        return self._screen.size

    def acted(self) -> None:
        """Begin a watch of what shows of an action that was done just now."""
        with suppress(DisplayLost):  # the action was done, which may be why; the next look tells
            self._events.follow_input()
        self.settle.begin(time.monotonic(), first=self.settle.pace.first, provisional=True)

    def look(self) -> tuple[Frame, float]:
        """The present screen (the same object if unchanged), and its capture time in monotonic seconds.

        Raises:
            DisplayLost: there is no screen any more.
        """
        frame = self._screen.grab()
        taken = time.monotonic()
        frame = self.settle.feed(frame, taken, self.moved())
        if not self._events.is_passed_on():
            self.settle.hold(taken)
        return frame, taken

    def glance(self) -> Frame:
        """The present screen in the middle of an action: what shows of that is not noted yet.

        Raises:
            DisplayLost: there is no screen any more.
        """
        return self._screen.grab()

    def moved(self, *, newest: bool = False) -> list[Box]:
        """Where windows opened, closed or moved since the last look, in frame pixels.

        Args:
            newest: up to this very moment, which takes a round trip.

        Raises:
            DisplayLost: there is no screen any more.
        """
        if newest:
            self._events.sync()
        before, moved = self._events.area, self._events.moved()
        if self._events.area != before:
            self._screen.reopen()
        return [self._screen.monitor.to_frame(box) for box in moved]

    def wait(self, seconds: float) -> None:
        """Return when something changes on the screen, or when the time is over."""
        self._events.wait(seconds)

    def await_rest(
        self, known: Callable[[Frame], bool] | None = None, meanwhile: Callable[[], None] = lambda: None
    ) -> tuple[Frame, bool]:
        """Look until the watch that `settle` has begun is over, or a calm screen shows a known state.

        Args:
            known: whether a frame shows a known state; None: none is known.
            meanwhile: called after each look but the last; what it raises ends the wait.

        Returns:
            The last frame, and whether it shows a known state.
        """
        while True:
            frame, taken = self.look()
            arrived = known is not None and self.settle.calm(taken) and known(frame)
            if arrived or self.settle.rest(taken) is not Rest.MOVING:
                return frame, arrived
            meanwhile()
            self.wait(min(self.settle.due(time.monotonic()), _LONGEST_SECONDS))

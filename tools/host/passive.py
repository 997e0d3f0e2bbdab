"""A desktop on which a person acts: it is looked at and listened to, and nothing is done to it. X11 only."""

from __future__ import annotations

import time
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Self

from tools.errors import DisplayLost, EnvironmentFault
from tools.host.gestures import ButtonDown, ButtonUp, Moved
from tools.host.redactions import Redactions
from tools.observation import Observation
from tools.settling.settle import Rest, Settle
from tools.x11.watchdog import Watchdog

if TYPE_CHECKING:
    from tools.action import Action
    from tools.geometry import Box, Point
    from tools.host.gestures import Event
    from tools.observation import Frame

_LONGEST = 0.02
"""Seconds between two looks while nothing stirs: so late a key press is noticed at most."""


class PassiveDesktop:
    """A `tools.desktop.Desktop` whose actions a person has done already; a context manager."""

    def __init__(
        self, display: str | None, *, redactions: Redactions | None = None, patience: float = 10.0
    ) -> None:
        """Name the desktop; entering the context opens it.

        Args:
            display: an X display such as ":7".
            redactions: what `observe` paints over.
            patience: seconds for the X server to answer before it is taken for hung.

        Raises:
            EnvironmentFault: it is not an X display.
        """
        if display is None:
            raise EnvironmentFault(
                "a person's doing can be followed only on an X display, which this system has not"
            )
        self._display, self._patience = display, patience
        self._settle, self._redactions = Settle(), redactions or Redactions()
        self._pointer: Point | None = None

    def __enter__(self) -> Self:
        """Open the desktop.

        Raises:
            EnvironmentFault: there is none, or an agent has it.
        """
        from tools.host.screen import Screen  # noqa: PLC0415  (heavy: loaded on use)
        from tools.x11.listening import Listener  # noqa: PLC0415  (X11 only)
        from tools.x11.ownership import Ownership  # noqa: PLC0415
        from tools.x11.root import Root  # noqa: PLC0415

        with ExitStack() as opened:
            self._watchdog = Watchdog(self._display, self._patience)
            opened.callback(self._watchdog.close)
            with self._watchdog:
                opened.enter_context(Ownership(self._display))
                self._root = opened.enter_context(Root(self._display))
                self._screen = opened.enter_context(Screen(self._display))
                self._listener = opened.enter_context(Listener(self._display))
                self.last = self._screen.grab()
                """The last look, unmasked."""
            self._settle.begin(time.monotonic())
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(DisplayLost), self._watchdog:  # of a display that is gone nothing is left to let go of
            self._opened.close()

    def look(self) -> tuple[Frame, float]:
        """The screen as it is now, unmasked, and when it was captured; an unchanged one is the same object.

        Raises:
            DisplayLost: there is no screen any more.
        """
        with self._watchdog:
            frame = self._screen.grab()
            taken = time.monotonic()
            self.last = self._settle.feed(frame, taken, self._windows())
            return self.last, taken

    def wait(self) -> None:
        """Return when something stirs on the screen, or after a moment."""
        with self._watchdog:
            self._root.wait(_LONGEST)

    def heard(self) -> list[Event]:
        """What the person has done since the last call; points in frame pixels.

        Raises:
            DisplayLost: the display is gone.
        """
        events = self._listener.take(self._screen.monitor)
        places = [event.point for event in events if isinstance(event, Moved | ButtonDown | ButtonUp)]
        self._pointer = places[-1] if places else self._pointer
        return events

    def observe(self) -> Observation:
        """Look, once the screen has come to rest; what is hidden is painted over."""
        self._settle.begin(time.monotonic())
        while True:
            frame, taken = self.look()
            if self._settle.rest(taken) is not Rest.MOVING:
                break
            self.wait()
        settled = self._settle.settled(time.monotonic())
        return Observation(self._redactions.apply(frame), settled, self._pointer)

    def execute(self, action: Action, seen: Observation) -> None:
        """Nothing: the person has done it."""

    def _windows(self) -> list[Box]:
        """Where windows came, went or moved, in frame pixels."""
        before, moved = self._root.area, self._root.moved()
        if self._root.area != before:
            self._screen.reopen()
        return [self._screen.monitor.to_frame(box) for box in moved]

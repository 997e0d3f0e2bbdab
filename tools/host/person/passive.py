"""`PassiveDesktop`: a person acts on it; it is only observed and listened to. X11 only."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from tools.action import Wait
from tools.errors import EnvironmentFault
from tools.host.person.events import ButtonDown, ButtonUp, Moved
from tools.host.redactions import Redactions
from tools.host.watched import WatchedScreen
from tools.observation import Observation

if TYPE_CHECKING:
    from tools.action import Action
    from tools.geometry import Point
    from tools.host.person.events import Event
    from tools.observation import Frame
    from tools.x11.listening import Listener

_LONGEST_SECONDS = 0.02
"""Between two looks while nothing stirs: so late a key press is noticed at most."""


class PassiveDesktop:
    """Desktop whose actions a person has already done; a context manager."""

    last: Frame
    """The last look, with nothing painted over."""

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
        self._redactions = redactions or Redactions()
        self._pointer: Point | None = None
        self._wait = 0.0
        """Seconds that the next `observe` waits for the screen to change."""

    def __enter__(self) -> Self:
        """Open the desktop.

        Raises:
            EnvironmentFault: there is none, or an agent has it.
        """
        self._screen = WatchedScreen(self._display, patience=self._patience)
        self._listener = self._screen.open(self._begin)
        self._screen.settle.begin(time.monotonic())
        return self

    def __exit__(self, *_: object) -> None:
        self._screen.close()

    def _begin(self) -> Listener:
        """Look for the first time, and listen from then on."""
        from tools.x11.listening import Listener  # noqa: PLC0415  (X11 only)

        self.last, _ = self._screen.look()
        return Listener(self._display)

    def look(self) -> tuple[Frame, float]:
        """The present screen, with nothing painted over, and its capture time (monotonic seconds).

        An unchanged screen is the same object.

        Raises:
            DisplayLost: there is no screen any more.
        """
        with self._screen.watchdog:
            self.last, taken = self._screen.look()
            return self.last, taken

    def wait(self) -> None:
        """Return when something changes on the screen, or after a moment."""
        with self._screen.watchdog:
            self._screen.wait(_LONGEST_SECONDS)

    def heard(self) -> list[Event]:
        """Input events of the person since the last call; points in frame pixels.

        Raises:
            DisplayLost: the display is gone.
        """
        events = self._listener.take(self._screen.monitor)
        places = [event.point for event in events if isinstance(event, Moved | ButtonDown | ButtonUp)]
        self._pointer = places[-1] if places else self._pointer
        return events

    def observe(self) -> Observation:
        """Look, once the screen has come to rest; what is hidden is painted over."""
        settle = self._screen.settle
        settle.begin(time.monotonic(), first=self._wait, patience=self._wait or None)
        self._wait = 0.0
        with self._screen.watchdog:
            self.last, _ = self._screen.await_rest()
        return Observation(self._redactions.hide(self.last), settle.settled(time.monotonic()), self._pointer)

    def execute(self, action: Action, seen: Observation) -> None:
        """Nothing, for the person has done it; a `Wait` is waited for by the next `observe`."""
        del seen
        self._wait = action.seconds if isinstance(action, Wait) else 0.0

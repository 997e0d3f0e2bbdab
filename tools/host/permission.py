"""Permission: whether an action may be done on a desktop, by the guard and by the windows that are there."""

from __future__ import annotations

import os
import socket
from contextlib import nullcontext
from typing import TYPE_CHECKING, Protocol, Self

from tools.action import Key, Type, Wait
from tools.errors import EnvironmentFault
from tools.guard import Guard, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from tools.action import Action
    from tools.geometry import Point, ScreenPoint
    from tools.observation import Monitor, Observation


class Windows(Protocol):
    """What knows the windows of a display."""

    def check(self, points: Iterable[ScreenPoint], *, keys: bool) -> None:
        """Refuse what takes hold of a forbidden one."""
        ...


class Permission:
    """What may be done on one display; a context manager.

    Args:
        display: an X display such as ":7"; None is this machine's own screen on Windows and macOS.
        guard: what must not be done; None is the default guard.
        titles: parts of the titles of windows that must not be acted on. On the user's own display the
            terminal that the agent runs in is always one.
    """

    def __init__(self, display: str | None, guard: Guard | None, titles: Sequence[str]) -> None:
        self._display, self._guard, self._titles = display, guard or Guard(), titles
        self._windows: Windows | None = None
        self._opened: AbstractContextManager[object] = nullcontext()

    def __enter__(self) -> Self:
        """Open it.

        Raises:
            EnvironmentFault: there is no such display, or its windows have no titles that can be read.
        """
        theirs = os.environ.get("DISPLAY", "")
        own = self._display is not None and (not theirs or _server(self._display) == _server(theirs))
        if self._display is None and self._titles:
            raise EnvironmentFault(
                "forbid: windows have titles to go by on X11 alone; forbid regions instead"
            )
        if self._display is not None and (self._titles or own):
            from tools.x11.forbidden import ForbiddenWindows  # noqa: PLC0415  (X11 only)

            windows = self._opened = ForbiddenWindows(self._display, self._titles, own=own)
            self._windows = windows if windows.are_any else None
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.__exit__(None, None, None)

    @property
    def knows_windows(self) -> bool:
        """Whether any window may be forbidden."""
        return self._windows is not None

    def check(self, action: Action, seen: Observation) -> None:
        """Let an action pass, whatever is on the screen, or refuse it. Raises Refused."""
        self._guard.check(action, seen.frame.size, seen.pointer)

    def check_windows(self, action: Action, pointer: Point | None, monitor: Monitor) -> None:
        """Let an action pass that is about to be done, or refuse it for the window that it would go to.

        Raises:
            Refused: with a sentence for the model.
            DisplayLost: the display went away.
        """
        if self._windows is not None and not isinstance(action, Wait):
            points = [monitor.to_screen(place) for place in places(action, pointer)]
            self._windows.check(points, keys=isinstance(action, Key | Type))

    def check_keys(self) -> None:
        """Let a further key pass, or refuse it for the window that has the keyboard; as `check_windows`."""
        if self._windows is not None:
            self._windows.check((), keys=True)


def _server(display: str) -> str:
    """A display's name without the number of a screen, and without what this machine is called: `:0`."""
    host, _, rest = display.rpartition(":")
    here = "" if host in ("unix", socket.gethostname(), f"{socket.gethostname()}/unix") else host
    return f"{here}:{rest.partition('.')[0]}"

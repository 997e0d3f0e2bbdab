"""Permission: whether an action may be done on a desktop, by the guard and by the windows that are there."""

from __future__ import annotations

import os
import socket
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol, Self

from tools.action import Key, Move, Type, Wait
from tools.errors import EnvironmentFault, Refused
from tools.guard import Guard, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.action import Action
    from tools.geometry import Point, ScreenPoint
    from tools.observation import Monitor, Observation
    from tools.x11.confined import ConfinedWindows
    from tools.x11.targeted import WindowTitles


class Windows(Protocol):
    """What knows the windows of a display."""

    def check(self, points: Iterable[ScreenPoint], *, keys: bool) -> None:
        """Refuse what takes hold of a forbidden one, or of another than the one."""
        ...


class Permission:
    """What may be done on one display; a context manager.

    Args:
        display: an X display such as ":7"; None is this machine's own screen on Windows and macOS.
        guard: what must not be done; None is the default guard.
        titles: parts of the titles of windows that must not be acted on. On the user's own display the
            terminal that the agent runs in is always one.
        confined: a part of the title of the windows that alone are acted on; None: all.
        tells: whether it is asked for titles.
    """

    def __init__(
        self,
        display: str | None,
        guard: Guard | None,
        titles: Sequence[str],
        confined: str | None = None,
        *,
        tells: bool = False,
    ) -> None:
        self._display, self._guard, self._titles = display, guard or Guard(), titles
        self._confined_to, self._tells = confined, tells
        self._told: WindowTitles | None = None
        self._windows: list[Windows] = []
        self._confined: ConfinedWindows | None = None
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        """Open it.

        Raises:
            EnvironmentFault: there is no such display, or its windows have no titles that can be read.
        """
        if self._display is None and (self._titles or self._confined_to or self._tells):
            key = "forbid" if self._titles else "confine" if self._confined_to else "rules"
            way = "forbid regions" if self._titles else "name a region"
            raise EnvironmentFault(f"{key}: windows have titles to go by on X11 alone; {way} instead")
        if self._display is not None:
            with ExitStack() as opened:
                self._open(self._display, opened)
                self._opened = opened.pop_all()
        return self

    def _open(self, display: str, opened: ExitStack) -> None:
        theirs = os.environ.get("DISPLAY", "")
        own = not theirs or _server(display) == _server(theirs)
        if self._titles or own:
            from tools.x11.forbidden import ForbiddenWindows  # noqa: PLC0415  (X11 only)

            forbidden = opened.enter_context(ForbiddenWindows(display, self._titles, own=own))
            self._windows += [forbidden] if forbidden.are_any else []
        if self._confined_to or self._guard.within:
            from tools.x11.confined import ConfinedWindows  # noqa: PLC0415  (X11 only)

            self._confined = opened.enter_context(ConfinedWindows(display, self._confined_to))
            self._windows.append(self._confined)
        if self._tells:
            from tools.x11.targeted import WindowTitles  # noqa: PLC0415  (X11 only)

            self._told = opened.enter_context(WindowTitles(display))

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @property
    def knows_windows(self) -> bool:
        """Whether any window may be forbidden."""
        return bool(self._windows)

    def check(self, action: Action, seen: Observation) -> None:
        """Let an action pass, whatever is on the screen, or refuse it. Raises Refused."""
        self._guard.check(action, seen.frame.size, seen.pointer)

    def check_windows(self, action: Action, pointer: Point | None, monitor: Monitor) -> None:
        """Let an action pass that is about to be done, or refuse it for the window that it would go to.

        Raises:
            Refused: with a sentence for the model.
            DisplayLost: the display went away.
        """
        if isinstance(action, Wait):
            return
        points, keys = [monitor.to_screen(place) for place in places(action, pointer)], pressed(action)
        for windows in self._windows:
            if windows is not self._confined or not isinstance(action, Move):
                windows.check(points, keys=keys)
        if keys:
            self._check_focus(monitor)

    def titles(self, action: Action, pointer: Point | None, monitor: Monitor) -> tuple[str, ...]:
        """What the windows are called that an action would go to; none where titles are not asked for.

        Raises:
            DisplayLost: the display went away.
        """
        if self._told is None or isinstance(action, Wait):
            return ()
        points = [monitor.to_screen(place) for place in places(action, pointer)]
        return self._told.at(points, keys=pressed(action))

    def check_keys(self, monitor: Monitor) -> None:
        """Let a further key pass, or refuse it for the window that has the keyboard; as `check_windows`."""
        for windows in self._windows:
            windows.check((), keys=True)
        self._check_focus(monitor)

    def _check_focus(self, monitor: Monitor) -> None:
        """A region tells nothing of the keyboard but that the window which has it must have a part in it."""
        if self._confined is not None and self._guard.within is not None:
            box = self._confined.focused_box()
            if box is None or not monitor.to_frame(box).meets(self._guard.within):
                raise Refused(
                    "the window that has the keyboard lies outside the region that this run is confined to; "
                    "click inside first"
                )


def pressed(action: Action) -> bool:
    """Whether an action presses keys."""
    return isinstance(action, Key | Type)


def _server(display: str) -> str:
    """A display's name without the number of a screen, and without what this machine is called: `:0`."""
    host, _, rest = display.rpartition(":")
    here = "" if host in ("unix", socket.gethostname(), f"{socket.gethostname()}/unix") else host
    return f"{here}:{rest.partition('.')[0]}"

"""Display that a task runs on: the user's own, a named one, or a virtual one."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.errors import EnvironmentFault
from tools.host.virtual_display import served_display

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from tools.geometry import Size
    from tools.host.processes import Program


@dataclass(frozen=True, slots=True)
class Display:
    """A display that programs run on."""

    name: str | None
    """Of an X display, such as ":7"; None: this machine's own screen on Windows and macOS."""
    servers: tuple[Program, ...] = ()
    """What serves it, where that is ours: the X server and the window manager."""

    def check(self) -> None:
        """Do nothing while what serves it runs.

        Raises:
            EnvironmentFault: it has ended.
        """
        for server in self.servers:
            server.check()

    def check_answers(self, seconds: float) -> None:
        """Do nothing if all programs on it answer.

        Args:
            seconds: that one may take.

        Raises:
            EnvironmentFault: one does not; the message says which window is its.
        """
        for server in self.servers:
            server.check_answers()
        if self.name is None:
            return
        from tools.x11.ping import unanswered  # noqa: PLC0415  (X11 only)

        if windows := unanswered(self.name, seconds):
            named = ", ".join(f'"{title}"' for title in windows)
            raise EnvironmentFault(f"the program of the window {named} has not answered for {seconds:g} s")

    def window_titles(self) -> tuple[str, ...]:
        """The titles of the windows that are open now; none where there are no X displays.

        Raises:
            EnvironmentFault: no X server answers there.
        """
        if self.name is None:
            return ()
        from tools.x11.windows import window_titles  # noqa: PLC0415  (X11 only)

        return window_titles(self.name)


@contextmanager
def open_display(kind: str, size: Size) -> Iterator[Display]:
    """The display that a task or an option names.

    Args:
        kind: `virtual`: one of its own, with a window manager; `host`: the user's; or an X display's name.
        size: of a virtual one, in pixels.

    Raises:
        EnvironmentFault: as `virtual_display` and `host_display`.
    """
    if kind == "virtual":
        with served_display(size) as (name, servers):
            yield Display(name, servers)
    else:
        yield Display(host_display() if kind == "host" else kind)


def host_display(env: Mapping[str, str] = os.environ) -> str | None:
    """The user's own display; None on a system that has no X displays.

    Raises:
        EnvironmentFault: there is none that can be driven; the message says why and what to do.
    """
    if not sys.platform.startswith(("linux", "freebsd")):
        return None
    if env.get("XDG_SESSION_TYPE") == "wayland" or (env.get("WAYLAND_DISPLAY") and not env.get("DISPLAY")):
        raise EnvironmentFault(
            "this is a Wayland session, and Wayland lets no program see the screen or press keys for "
            "another; use a virtual display (--display virtual), or log in to an X11 session"
        )
    display = env.get("DISPLAY")
    if not display:
        raise EnvironmentFault(
            "DISPLAY is not set, so there is no screen to drive; use a virtual display (--display virtual)"
        )
    return display


def check_host_display(env: Mapping[str, str] = os.environ) -> str | None:
    """Make sure that there is a host display and that it answers.

    Raises:
        EnvironmentFault: as `host_display`, or it does not answer.
    """
    from tools.host.screen import Screen  # noqa: PLC0415  (heavy: loaded on use)

    display = host_display(env)
    try:
        with watched_calls(display) as watchdog, watchdog, Screen(display):
            return display
    except EnvironmentFault as error:
        raise EnvironmentFault(
            f"{error}; set DISPLAY to a running X server, or use a virtual display (--display virtual)"
        ) from error


@contextmanager
def watched_calls(display: str | None, patience: float = 10.0) -> Iterator[AbstractContextManager[object]]:
    """Reusable context for calls to a display, in which none of them blocks for ever.

    Args:
        display: an X display; None: this machine's own screen on Windows and macOS, where nothing is watched.
        patience: seconds for an X server to answer; then a call in it raises DisplayLost.
    """
    if display is None:
        yield nullcontext()
        return
    from tools.x11.watchdog import Watchdog  # noqa: PLC0415  (X11 only)

    watchdog = Watchdog(display, patience)
    try:
        yield watchdog
    finally:
        watchdog.close()

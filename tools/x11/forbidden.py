"""Forbidden windows: those that must not be clicked or typed into, by title, and the agent's own terminal.

Protocol: Extended Window Manager Hints 1.5, "_NET_WM_PID", "_NET_WM_WINDOW_TYPE". Terminals name their window
in WINDOWID (xterm(1)).
"""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING, Self

import psutil
from xcffib import xproto

from tools.errors import Refused
from tools.titles import is_part_of
from tools.x11.connection import Connection
from tools.x11.grabs import Grabs
from tools.x11.targeted import TargetedWindows
from tools.x11.windows import managed, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tools.geometry import ScreenPoint

_NO_TERMINALS = ("_NET_WM_WINDOW_TYPE_DESKTOP", "_NET_WM_WINDOW_TYPE_DOCK")


class ForbiddenWindows:
    """The windows of one display that must not be acted on; a context manager.

    Args:
        display: an X display.
        titles: parts of titles; what looks the same is the same, in capitals too.
        own: whether the terminal that this process runs in is one of them.

    Raises:
        EnvironmentFault: no X server answers there.
    """

    def __init__(self, display: str, titles: Sequence[str], *, own: bool) -> None:
        self._connection = Connection(display)
        self._titles = tuple(titles)
        self._targeted, self._grabs = TargetedWindows(self._connection), Grabs(self._connection)
        with self._connection.alive():
            self._own = own_windows(self._connection, os.environ, ancestors()) if own else frozenset()

    @property
    def are_any(self) -> bool:
        """Whether there may be any."""
        return bool(self._titles or self._own)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def check(self, points: Iterable[ScreenPoint], *, keys: bool) -> None:
        """Let an action pass that takes hold at these points, and with `keys` at what has the keyboard.

        Raises:
            Refused: a forbidden window is there; nothing was done.
            DisplayLost: the server went away.
        """
        with self._connection.alive():
            for point in points:
                self._refuse(self._targeted.under(point), f"({point.x}, {point.y}) lies in")
            if keys:
                self._refuse(self._targeted.focused(), "the keyboard belongs to")
            if self._titles and self._grabs.are_held(keyboard=keys):
                self._refuse(self._grabs.candidates(), "keyboard or mouse may be grabbed by")

    def _refuse(self, windows: Sequence[int], place: str) -> None:
        for window in windows:
            if window in self._own:
                raise Refused(f"{place} the terminal that the agent runs in, which it must not touch; {_WAY}")
            title = title_of(self._connection, window) if self._titles else ""
            named = next((part for part in self._titles if is_part_of(part, title)), None)
            if named is not None:  # told as the task has it: the title itself is the program's, and may lie
                raise Refused(f'{place} the forbidden window "{named}"; {_WAY}')


_WAY = "reach the aim without it"


def own_windows(connection: Connection, env: Mapping[str, str], pids: Sequence[int]) -> frozenset[int]:
    """The windows of the terminal that a process runs in; none where it runs in none of this display's.

    Args:
        connection: to the display.
        env: the process's environment.
        pids: the processes that it descends from, the nearest first.
    """
    named = env.get("WINDOWID", "") if env.get("DISPLAY") else ""  # else it may be of another display
    own = {int(named)} if named.isascii() and named.isdigit() and len(named) < 12 else set()  # noqa: PLR2004
    owners: dict[int, set[int]] = {}
    for window in managed(connection):
        try:
            if _is_local(connection, window) and not _is_furniture(connection, window):
                for pid in connection.read_numbers(window, "_NET_WM_PID"):
                    owners.setdefault(pid, set()).add(window)
        except xproto.WindowError:  # gone meanwhile
            continue
    nearest = next((owners[pid] for pid in pids if pid in owners), set())
    return frozenset(own | nearest)


def ancestors() -> list[int]:
    """The processes that this one descends from, the nearest first."""
    try:
        return [parent.pid for parent in psutil.Process().parents()]
    except psutil.Error:
        return []


def _is_local(connection: Connection, window: int) -> bool:
    """Whether a window's program runs on this machine: process numbers of another mean nothing here."""
    machine = connection.read(window, "WM_CLIENT_MACHINE").decode(errors="replace")
    return not machine or machine == socket.gethostname()


def _is_furniture(connection: Connection, window: int) -> bool:
    """Whether it is a desktop's background or panel, from which programs are started as from a terminal."""
    kinds = connection.read_numbers(window, "_NET_WM_WINDOW_TYPE")
    return any(connection.atom(kind) in kinds for kind in _NO_TERMINALS)

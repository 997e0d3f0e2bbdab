"""Watchdog: ends calls that a hung X server would block for ever.

A stopped X server keeps its sockets open, so a blocked C call never returns. The watchdog's thread notices a
call that takes long and asks the server for a new connection. A server that is only busy, or whose answer is
not needed because a long text is being typed, says something; one that says nothing is hung, and every
connection that this process has to it is shut down. The blocked call then returns with an error.
The call itself pays for two assignments.
"""

from __future__ import annotations

import contextlib
import os
import re
import socket
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tools.errors import DisplayLost

if TYPE_CHECKING:
    from types import TracebackType

_LOCAL = re.compile(r"^(?:unix)?:(\d+)(?:\.\d+)?$")
_SETUP = b"l\0\x0b\0\0\0\0\0\0\0\0\0"
"""Connection setup, little-endian, version 11.0, no authorisation (X Window System Protocol, "Connection
Setup"). Any server answers it, if only to refuse."""


class Watchdog:
    """A context around calls to one X server; it may be entered again and again, by one thread.

    Within it, a server that stops answering leads to DisplayLost after `seconds`, or half as long again.
    """

    def __init__(self, display: str | None, seconds: float = 10.0) -> None:
        """Watch calls to a display; only a local X display can be watched, any other is left alone."""
        path = socket_path(display) if display else None
        self._display = display
        self._seconds = seconds
        self._since: float | None = None
        self._hung = False
        self._stop = threading.Event()
        if path is not None:
            threading.Thread(target=self._watch, args=(path,), name="deskhand-watchdog", daemon=True).start()

    def __enter__(self) -> Self:
        self._since = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._since = None
        if self._hung:
            raise DisplayLost(
                f"the X server of display {self._display} has not answered for {self._seconds:g} s; "
                "it hangs or was stopped"
            ) from error

    def close(self) -> None:
        """End the thread."""
        self._stop.set()

    def _watch(self, path: str) -> None:
        while not self._stop.wait(self._seconds / 4):
            since = self._since
            if since is None or time.monotonic() - since < self._seconds / 2:
                continue
            if self._hung or (not answers(path, self._seconds / 2) and since == self._since):
                self._hung = True  # and stays so: what is opened anew would block as well
                shut_down_connections(path)


def socket_path(display: str) -> str | None:
    """The Unix socket of a local display, or None when it is not a local one."""
    local = _LOCAL.match(display)
    return f"/tmp/.X11-unix/X{local[1]}" if local else None  # noqa: S108  (where X servers listen)


def answers(path: str, seconds: float) -> bool:
    """Whether the X server behind a socket says anything within that time."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(seconds)
        try:
            connection.connect(path)
            connection.sendall(_SETUP)
            return bool(connection.recv(1))
        except OSError:
            return False


def shut_down_connections(path: str) -> None:
    """Shut down every connection of this process to the X server behind a socket."""
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):  # closed meanwhile, or not a socket
            copy = socket.socket(fileno=os.dup(int(entry.name)))
            with copy:
                if copy.family == socket.AF_UNIX and copy.getpeername() in {path, b"\0" + path.encode()}:
                    copy.shutdown(socket.SHUT_RDWR)

"""Idle: tells that a program waits for events, so that it has handled all that were sent to it.

For programs that answer no pings (Tk, xterm), as far as they run on this machine. A ping says more: one that
sleeps in the middle of its work waits, too. Source: "X-Resource extension" 1.2, `QueryClientIds`; proc(5),
the state of a thread.
"""

from __future__ import annotations

import os
import socket
import struct
import time
from pathlib import Path
from typing import TYPE_CHECKING

import xcffib.res
from xcffib import xproto

from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from tools.x11.connection import Connection

_LOOKS, _PAUSE_SECONDS = 3, 0.01
"""So often in a row, and with such a pause, everybody must be seen waiting."""
_WAITING = frozenset("SI")
"""States of threads that wait for something; one that could run, reads a disk or was stopped does not."""


def await_idle(connection: Connection, seconds: float) -> bool | None:
    """Wait until the program that has the keyboard, and the server, wait for something themselves.

    Args:
        connection: to the display.
        seconds: how long to wait.

    Returns:
        Whether they did; None at once when they are no processes that can be looked at.
    """
    client, server = _client(connection), _server(connection)
    if client is None or server is None:
        return None
    deadline, seen = time.monotonic() + seconds, 0
    while seen < _LOOKS:
        if time.monotonic() >= deadline:
            return False
        time.sleep(_PAUSE_SECONDS)
        seen = seen + 1 if _waits(client) and _waits(server) else 0
    return True


def _client(connection: Connection) -> int | None:
    """The process id of the program that has the keyboard."""
    window = connection.focus()
    if window <= xproto.InputFocus.PointerRoot:  # nobody; asked so, the server would tell of all programs
        return None
    mask = xcffib.res.ClientIdMask.LocalClientPID
    try:
        resources = connection.extension(xcffib.res)
        spec = xcffib.res.ClientIdSpec.synthetic(window, mask)
        found = resources.QueryClientIds(1, [spec]).reply().ids
    except (EnvironmentFault, xproto.BadValue):  # no such extension; no window, or one that has just closed
        return None
    pids = [int(one.value[0]) for one in found if one.spec.mask == mask and len(one.value)]
    return pids[0] if pids and _threads(pids[0]) else None


def _server(connection: Connection) -> int | None:
    """The process id of the server, if it runs on this machine."""
    with socket.socket(fileno=os.dup(connection.fileno())) as peer:
        if peer.family != socket.AF_UNIX or not hasattr(socket, "SO_PEERCRED"):
            return None
        pid, _, _ = struct.unpack("3i", peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    return pid if _threads(pid) else None


def _waits(pid: int) -> bool:
    return all(state in _WAITING for state in _threads(pid))


def _threads(pid: int) -> list[str]:
    """The state of each thread, one letter; none where the system does not tell."""
    states = []
    for thread in Path(f"/proc/{pid}/task").glob("*/stat"):
        try:
            states.append(thread.read_text().rpartition(")")[2].split()[0])
        except OSError:  # it has just ended
            continue
    return states

"""Sweep: whatever runs left behind that were killed goes - processes, folders, X servers' sockets."""

from __future__ import annotations

import os
import socket
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from tools.host.owned.belongings import left_behind
from tools.host.owned.ending import end, end_all_of, marked, of_session
from tools.host.owned.owner import is_dead, lives, owner, started_at

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  (where X servers listen)

_DYING_SECONDS = 5.0
_STARTING_SECONDS = 20.0
"""In which an X server listens."""


def sweep() -> int:
    """End every process whose owner is no longer alive, X servers and window managers included.

    Programs that took our mark from their environment are known by the session that they were started in.
    Their owners' temporary folders and their X servers' sockets go as well.

    Returns:
        How many processes there were.
    """
    left = left_behind()
    dead = set(marked(is_dead))
    sessions = [process for one in left for session in one.sessions for process in _of(*session, dead)]
    alone = [process for one in left for process in _living(one.processes)]
    ended = end({*dead, *sessions, *alone}, grace=1.0)
    ended += end_all_of(lambda: marked(is_dead))
    _await_death([session for one in left for session in one.sessions])
    for one in left:
        delete_sockets(one.displays or _unnoted(one.moments))
        one.delete()
    return ended


def end_own() -> int:
    """End all that carries this process's mark: what an interrupt broke off may not be known otherwise."""
    return end_all_of(lambda: marked(lambda mark: mark.startswith(f"{owner()}:")), grace=1.0)


def _await_death(sessions: Sequence[tuple[int, int]]) -> None:
    """Wait for leaders that were killed: as long as one is dying its sockets are open."""
    deadline = time.monotonic() + _DYING_SECONDS
    while time.monotonic() < deadline and any(lives(*session) for session in sessions):
        time.sleep(0.02)


def _unnoted(started: Iterable[float]) -> list[int]:
    """Displays whose sockets came just after some moments: their owner was killed before it made a note."""
    found = []
    for path in _SOCKETS.glob("X*"):
        with suppress(OSError, ValueError):
            state = path.lstat()
            after = [state.st_mtime - moment for moment in started]
            if state.st_uid == os.getuid() and any(0 <= seconds < _STARTING_SECONDS for seconds in after):
                found.append(int(path.name[1:]))
    return found


def delete_sockets(displays: Iterable[int]) -> None:
    """Delete the sockets of X displays on which no server listens any more."""
    for number in displays:
        path = _SOCKETS / f"X{number}"
        with socket.socket(socket.AF_UNIX) as connection, suppress(OSError):
            connection.settimeout(1.0)
            try:
                connection.connect(str(path))
            except ConnectionRefusedError:
                path.unlink()


def _living(processes: Iterable[tuple[int, int]]) -> Iterator[psutil.Process]:
    for pid, started in processes:
        with suppress(psutil.NoSuchProcess):
            if lives(pid, started):
                yield psutil.Process(pid)


def _of(leader: int, started: int, dead: Collection[psutil.Process]) -> list[psutil.Process]:
    """The processes of a session, unless its number is another's by now.

    A number is not given away while its session has members. So where its leader lives no more, it is still
    the same session if one of them carries the mark of a dead owner; else it may be a stranger's.
    """
    members = of_session(leader)
    if not (lives(leader, started) or any(one in dead for one in members)):
        return []
    return [one for one in members if one.pid != os.getpid() and (started_at(one.pid) or 0) >= started]

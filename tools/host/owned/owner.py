"""Owner: the process that started a program or made a file, named so that it is never taken for another.

On Linux the name is `<pid>:<ticks>t<namespace>`: when it started in ticks since boot, for the clock may be
set, and the PID namespace in which its number means anything: a container's processes are seen from outside.
Elsewhere it is `<pid>:<seconds>s0`.
"""

from __future__ import annotations

import functools
import os
import re
from pathlib import Path

import psutil

MARK = "DESKHAND_OWNER"
"""Environment variable `<owner>:<token>` of every process that was started here, and of what it starts."""
_OWNER = re.compile(r"(\d+)[:-](\d+)[ts](\d+)(?=:|$)")
_STATE, _STARTED = 0, 19
"""Fields of /proc/PID/stat behind the name, from 0 (proc_pid_stat(5): fields 3 and 22)."""


def owner() -> str:
    """The name of this process."""
    return _owner_of(os.getpid())


def is_dead(name: str) -> bool:
    """Whether the owner that a name, or a mark, begins with surely lives no more.

    A file's name may have a hyphen for the colon.

    One in another PID namespace is not ours to judge, and neither is a name of another shape.
    """
    named = _OWNER.match(name)
    if named is None or int(named[3]) != _namespace():
        return False
    return not lives(int(named[1]), int(named[2]))


def lives(pid: int, started: int) -> bool:
    """Whether the process with that number that started then lives; one that nobody has buried does not."""
    now = started_at(pid)
    if now is None:
        return False
    return now == started if psutil.LINUX else abs(now - started) < 2  # noqa: PLR2004  (seconds)


def started_at(pid: int) -> int | None:
    """When a living process started, in ticks since boot (Linux) or in seconds; None: there is none."""
    try:
        if psutil.LINUX:
            fields = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
            return None if fields[_STATE] in "ZX" else int(fields[_STARTED])
        process = psutil.Process(pid)
        return None if process.status() == psutil.STATUS_ZOMBIE else round(process.create_time())
    except (OSError, IndexError, psutil.NoSuchProcess):
        return None


@functools.cache
def boot() -> str:
    """Which start of this machine it is: numbers and ticks of another one mean nothing now."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().partition("-")[0].strip()
    except OSError:
        return f"{round(psutil.boot_time()) // 60:x}"


@functools.lru_cache(maxsize=1)
def _owner_of(pid: int) -> str:
    return f"{pid}:{started_at(pid)}{'t' if psutil.LINUX else 's'}{_namespace()}"


@functools.cache
def _namespace() -> int:
    try:
        return Path("/proc/self/ns/pid").stat().st_ino
    except OSError:
        return 0

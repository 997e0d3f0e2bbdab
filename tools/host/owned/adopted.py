"""Adopted processes: what a program abandons (a double fork) becomes this process's child, and ends with it.

Without that, a daemon that has taken our mark and its session off can't be told from anybody else's. Only
Linux has it: elsewhere nothing is adopted. Nor is anything where orphans may be others': of a service that
the shell started which has become this process, or in a container whose first process it is.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import psutil

from tools.host.owned.ending import end_all_of, marked
from tools.host.owned.owner import owner

if TYPE_CHECKING:
    from collections.abc import Iterator

_SET_CHILD_SUBREAPER, _GET_CHILD_SUBREAPER = 36, 37  # prctl(2)


@contextmanager
def adopting() -> Iterator[None]:
    """While it lasts orphans become this process's children; those that came meanwhile are ended after it."""
    if not sys.platform.startswith("linux") or os.getpid() == 1 or _has_others():
        yield
        return
    before, was = set(_children()), _adopts()
    _adopt(on=True)
    try:
        yield
    finally:
        end_all_of(lambda: [child for child in _children() if child not in before and not _is_buried(child)])
        _adopt(on=was)


def _has_others() -> bool:
    """Whether there are children that are no programs of ours."""
    ours = set(marked(lambda mark: mark.startswith(f"{owner()}:")))
    return any(child not in ours and not _is_dead(child) for child in psutil.Process().children())


def _children() -> list[psutil.Process]:
    """All below this process that programs may have left: one of its own session is a helper of a library."""
    return [child for child in psutil.Process().children(recursive=True) if not _is_of_session(child)]


def _is_of_session(process: psutil.Process) -> bool:
    with suppress(ProcessLookupError):
        return os.getsid(process.pid) == os.getsid(0)
    return False


def _is_buried(process: psutil.Process) -> bool:
    """Whether it has ended; what is known of it is forgotten then."""
    if not _is_dead(process):
        return False
    with suppress(ChildProcessError):
        os.waitpid(process.pid, os.WNOHANG)
    return True


def _is_dead(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return bool(process.status() == psutil.STATUS_ZOMBIE)
    return True


def _adopts() -> bool:
    held = ctypes.c_int(0)
    _libc().prctl(_GET_CHILD_SUBREAPER, ctypes.byref(held), 0, 0, 0)
    return bool(held.value)


def _adopt(*, on: bool) -> None:
    _libc().prctl(_SET_CHILD_SUBREAPER, int(on), 0, 0, 0)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None)

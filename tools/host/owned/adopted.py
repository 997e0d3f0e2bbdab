"""Adopted processes: what a program abandons (a double fork) becomes this process's child, and ends with it.

Without that, a daemon that has taken our mark and its session off can't be told from anybody else's. Only
Linux has it: elsewhere nothing is adopted.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import psutil

from tools.host.owned.ending import end_all_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SET_CHILD_SUBREAPER, _GET_CHILD_SUBREAPER = 36, 37  # prctl(2)


@contextmanager
def adopting() -> Iterator[None]:
    """While it lasts orphans become this process's children; those that came meanwhile are ended after it."""
    if not sys.platform.startswith("linux"):
        yield
        return
    before, was = set(_children()), _adopts()
    _adopt(on=True)
    try:
        yield
    finally:
        end_all_of(lambda: [child for child in _children() if child not in before and not _is_buried(child)])
        _adopt(on=was)


def _children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def _is_buried(process: psutil.Process) -> bool:
    """Whether it has ended; what is known of it is forgotten then."""
    with suppress(psutil.NoSuchProcess):
        if process.status() != psutil.STATUS_ZOMBIE:
            return False
        with suppress(ChildProcessError):
            os.waitpid(process.pid, os.WNOHANG)
    return True


def _adopts() -> bool:
    held = ctypes.c_int(0)
    _libc().prctl(_GET_CHILD_SUBREAPER, ctypes.byref(held), 0, 0, 0)
    return bool(held.value)


def _adopt(*, on: bool) -> None:
    _libc().prctl(_SET_CHILD_SUBREAPER, int(on), 0, 0, 0)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None)

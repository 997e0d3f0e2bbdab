"""Ending of processes: those that carry a mark, those of a session, and what they start meanwhile."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from tools.host.owned.owner import MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_LATE_ROUNDS = 10
"""Times that new processes are looked for: a program that forks all the time is given up then."""


def end(processes: Collection[psutil.Process], grace: float) -> int:
    """End processes, by force after `grace` seconds; how many there were."""
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
            process.resume()  # one that was stopped can't heed the request
    _, stubborn = psutil.wait_procs(processes, timeout=grace)
    for process in stubborn:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, timeout=grace)
    return len(processes)


def end_all_of(found: Callable[[], Collection[psutil.Process]], grace: float = 0.5) -> int:
    """End what is found, and what it started while it was being ended; how many there were."""
    ended = 0
    for _ in range(_LATE_ROUNDS):
        late = found()
        if not late:
            break
        ended += end(late, grace)
    return ended


def marked(wanted: Callable[[str], bool]) -> list[psutil.Process]:
    """The living processes whose mark is a wanted one."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):  # gone meanwhile, or another user's
            mark = process.environ().get(MARK) if _may_be_marked(process) else None
            if mark is not None and wanted(mark) and process.pid != os.getpid():
                found.append(process)
    return found


def _may_be_marked(process: psutil.Process) -> bool:
    """Whether the mark's name is anywhere in its environment: most lack it, and psutil reads more."""
    if not psutil.LINUX:
        return True
    with Path(f"/proc/{process.pid}/environ").open("rb", buffering=0) as environ:
        return MARK.encode() in environ.read()


def of_session(leader: int) -> list[psutil.Process]:
    """The processes of the session that one leads, or has led."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.NoSuchProcess, OSError):
            if hasattr(os, "getsid") and os.getsid(process.pid) == leader:
                found.append(process)
    return found

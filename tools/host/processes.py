"""Processes: programs started, watched and ended; what a killed run left behind is cleaned up.

Every process started here carries the mark `DESKHAND_OWNER=<pid>:<started>s:<token>` in its environment,
and so does everything that it starts in turn. The mark outlives even a kill -9 of the owner: the next run
ends whatever is marked with an owner that is no longer alive.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import shutil
import subprocess
import uuid
from typing import TYPE_CHECKING, Self

import psutil

from tools.errors import EnvironmentFault
from tools.host.output import Output

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from pathlib import Path

MARK = "DESKHAND_OWNER"
_OWNER = re.compile(r"(\d+):(\d+)s:")
_KILLED_SECONDS = 10.0
"""That one which was killed may take to be gone."""
_LATE_ROUNDS = 10
"""Times that new processes of a program are looked for: one that forks all the time is given up then."""


class Program:
    """A running program and everything that it started."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        output: Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        dies_with_us: bool = False,
        pass_fds: tuple[int, ...] = (),
        hide: Callable[[str], str] | None = None,
    ) -> None:
        """Start it in a session of its own.

        Args:
            command: the program and its arguments.
            output: a file that its standard output and error are appended to.
            env: its environment; None is this process's own. The mark is added.
            cwd: its working directory.
            dies_with_us: have the kernel kill it when the thread that started it ends, if there is `setpriv`.
            pass_fds: file descriptors that stay open in it.
            hide: takes out of its output what nobody may read there; the file is then written when it ends.

        Raises:
            EnvironmentFault: it can't be started.
        """
        self.command = tuple(command)
        self._left: list[psutil.Process] = []
        """Of its session, when it has ended before them."""
        self._mark = f"{_owner()}:{uuid.uuid4().hex}"
        leash = ["setpriv", "--pdeathsig", "KILL"] if dies_with_us and shutil.which("setpriv") else []
        try:
            self._output = Output(output, hide)
        except OSError as error:
            raise EnvironmentFault(f"{output}: can't be written: {error.strerror or error}") from error
        try:
            self._process = subprocess.Popen(
                [*leash, *command],
                stdin=subprocess.DEVNULL,
                stdout=self._output.sink,
                stderr=subprocess.STDOUT,
                env={**(os.environ if env is None else env), MARK: self._mark},
                cwd=cwd,
                start_new_session=True,
                pass_fds=pass_fds,
            )
        except OSError as error:
            self._output.close()
            raise EnvironmentFault(f"{command[0]} does not start: {error.strerror or error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    def poll(self) -> int | None:
        """Its exit status (negative: the signal that ended it), or None while it runs."""
        if self._process.returncode is None and self._process.poll() is not None:
            self._left = _of_session(self.pid)  # now: later the number may be another program's
        return self._process.returncode

    def check(self) -> None:
        """Do nothing while it runs.

        Raises:
            EnvironmentFault: it has ended; the message holds its status and the end of its output.
        """
        status = self.poll()
        if status is not None:
            how = f"exit status {status}" if status >= 0 else f"signal {-status}"
            said = self.tail()
            raise EnvironmentFault(f"{self.command[0]} ended with {how}" + (f":\n{said}" if said else ""))

    def tail(self) -> str:
        """The end of its output."""
        return self._output.tail()

    def end(self, grace: float = 2.0) -> None:
        """End it and all that it started, by force after `grace` seconds."""
        _end({*_marked(self._mark.__eq__), *self._unmarked()}, grace)
        _end_late(self._mark.__eq__)
        with contextlib.suppress(subprocess.TimeoutExpired):  # the kernel may hold it; nothing waits for ever
            self._process.wait(_KILLED_SECONDS)
        self._output.close()

    def _unmarked(self) -> list[psutil.Process]:
        """Those that are known without the mark, which a program may take from its environment."""
        if self.poll() is not None:
            return self._left
        with contextlib.suppress(psutil.NoSuchProcess):
            program = psutil.Process(self.pid)
            return [program, *program.children(recursive=True), *_of_session(self.pid)]
        return []


def end_all(programs: Iterable[Program]) -> None:
    """End programs, the last one started first."""
    for program in reversed(list(programs)):
        program.end()


def sweep() -> int:
    """End every process whose owner is no longer alive, X servers and window managers included.

    Returns:
        How many there were.
    """
    ended = _end(_marked(lambda mark: not _alive(mark)), grace=1.0)
    return ended + _end_late(lambda mark: not _alive(mark))


def _of_session(leader: int) -> list[psutil.Process]:
    """The processes of the session that one leads, or has led."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.NoSuchProcess, OSError):
            if hasattr(os, "getsid") and os.getsid(process.pid) == leader:
                found.append(process)
    return found


def _end_late(wanted: Callable[[str], bool]) -> int:
    """End what a process started while it was being ended; how many there were."""
    ended = 0
    for _ in range(_LATE_ROUNDS):
        late = _marked(wanted)
        if not late:
            break
        ended += _end(late, grace=0.5)
    return ended


def _end(processes: Collection[psutil.Process], grace: float) -> int:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.terminate()
    _, stubborn = psutil.wait_procs(processes, timeout=grace)
    for process in stubborn:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, timeout=grace)
    return len(processes)


def _marked(wanted: Callable[[str], bool]) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, OSError):  # gone meanwhile, or another user's
            mark = process.environ().get(MARK)
            if mark is not None and wanted(mark):
                found.append(process)
    return found


@functools.lru_cache(maxsize=1)
def _owner_of(pid: int) -> str:
    return f"{pid}:{_started(pid):.0f}s"


def _owner() -> str:
    return _owner_of(os.getpid())


def _started(pid: int) -> float:
    """When a process started, in seconds; on Linux since boot, for the clock may be set while it runs.

    Raises:
        psutil.NoSuchProcess: there is none.
    """
    started = psutil.Process(pid).create_time()
    return started - psutil.boot_time() if psutil.LINUX else started


def _alive(mark: str) -> bool:
    """Whether the process that a mark names lives. Start times are compared with a second's slack."""
    named = _OWNER.match(mark)
    if named is None:  # a mark of another shape is not ours to judge
        return True
    try:
        return abs(_started(int(named[1])) - int(named[2])) < 2  # noqa: PLR2004  (seconds)
    except psutil.NoSuchProcess:
        return False

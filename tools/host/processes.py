"""Processes: programs started, watched and ended.

Every process started here carries the mark `DESKHAND_OWNER=<owner>:<token>` in its environment, and so does
everything that it starts in turn. The mark outlives even a kill -9 of the owner: the next run ends whatever
is marked with an owner that is no longer alive (`tools.host.owned.sweep`).
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import uuid
from typing import TYPE_CHECKING, Self

import psutil

from tools.errors import EnvironmentFault
from tools.host.output import Output
from tools.host.owned.belongings import Note, process_note, session_note
from tools.host.owned.ending import end, end_all_of, marked, of_session
from tools.host.owned.owner import MARK, owner, started_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

_KILLED_SECONDS = 10.0
"""That one which was killed may take to be gone."""


class Program:
    """A running program and everything that it started."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        output: Path,
        errors: Path | None = None,
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
            errors: another one for its standard error.
            env: its environment; None is this process's own. The mark is added.
            cwd: its working directory.
            dies_with_us: have the kernel kill it when the thread that started it ends, if there is `setpriv`.
            pass_fds: file descriptors that stay open in it.
            hide: takes out of its output what nobody may read there; the file is then written when it ends.

        Raises:
            EnvironmentFault: it can't be started.
        """
        self.command = tuple(command)
        self._ended = False
        self._left: list[psutil.Process] = []
        """Of its session, when it has ended before them."""
        self._mark = f"{owner()}:{uuid.uuid4().hex}"
        leash = ["setpriv", "--pdeathsig", "KILL"] if dies_with_us and shutil.which("setpriv") else []
        try:
            self._output = Output(output, hide)
            self._errors = Output(errors) if errors else None
        except OSError as error:
            raise EnvironmentFault(f"{output}: can't be written: {error.strerror or error}") from error
        try:
            self._process = subprocess.Popen(
                [*leash, *command],
                stdin=subprocess.DEVNULL,
                stdout=self._output.sink,
                stderr=self._errors.sink if self._errors else subprocess.STDOUT,
                env={**(os.environ if env is None else env), MARK: self._mark},
                cwd=cwd,
                start_new_session=True,
                pass_fds=pass_fds,
            )
        except (OSError, ValueError) as error:
            self._close()
            said = getattr(error, "strerror", None) or error
            raise EnvironmentFault(f"{command[0]} does not start: {said}") from error
        self._notes = [Note(session_note(self.pid, started_at(self.pid) or 0))]

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
        if not self._ended and self._process.poll() is not None:
            self._ended = True
            self._left = of_session(self.pid)  # now: later the number may be another program's
            self._notes += [Note(process_note(one.pid, started_at(one.pid) or 0)) for one in self._left]
        return self._process.returncode

    def wait(self, seconds: float) -> int | None:
        """As `poll`, when it has ended or that time is over."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self.poll()

    def check(self, patience: float = 0.0) -> None:
        """Do nothing while it runs.

        Args:
            patience: seconds to wait for its end, if that must be near.

        Raises:
            EnvironmentFault: it has ended; the message holds its status and the end of its output.
        """
        status = self.wait(patience)
        if status is not None:
            how = f"exit status {status}" if status >= 0 else f"signal {-status}"
            said = self.tail()
            raise EnvironmentFault(f"{self.command[0]} ended with {how}" + (f":\n{said}" if said else ""))

    def check_answers(self) -> None:
        """Do nothing unless it was stopped: then it answers nobody.

        Raises:
            EnvironmentFault: it was.
        """
        with contextlib.suppress(psutil.NoSuchProcess):
            if psutil.Process(self.pid).status() == psutil.STATUS_STOPPED:
                raise EnvironmentFault(
                    f"{self.command[0]} does not answer: it was stopped (as by SIGSTOP or a debugger)"
                )

    def tail(self) -> str:
        """The end of its output."""
        return self._output.tail()

    def end(self, grace: float = 2.0) -> None:
        """End it and all that it started, by force after `grace` seconds."""
        end({*marked(self._mark.__eq__), *self._unmarked()}, grace)
        end_all_of(lambda: marked(self._mark.__eq__))
        with contextlib.suppress(subprocess.TimeoutExpired):  # the kernel may hold it; nothing waits for ever
            self._process.wait(_KILLED_SECONDS)
        self._ended = True
        self._close()
        for note in self._notes:
            note.withdraw()

    def _close(self) -> None:
        self._output.close()
        if self._errors:
            self._errors.close()

    def _unmarked(self) -> list[psutil.Process]:
        """Those that are known without the mark, which a program may take from its environment."""
        if self.poll() is not None:
            return self._left
        with contextlib.suppress(psutil.NoSuchProcess):
            program = psutil.Process(self.pid)
            return [program, *program.children(recursive=True), *of_session(self.pid)]
        return []


def end_all(programs: Iterable[Program]) -> None:
    """End programs, the last one started first."""
    for program in reversed(list(programs)):
        program.end()

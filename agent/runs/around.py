"""Commands around a run: its setup before the programs are started, its teardown whatever became of it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.interrupts import sentence
from agent.runs.launch_folder import launch_folder
from agent.task.places import place_of
from tools.errors import EnvironmentFault
from tools.host.processes import Program, end_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from agent.episode import Ending
    from agent.task import Task
    from agent.task.commands import Command


class Around:
    """The commands of one run. A daemon that the setup starts lives until the teardown is over.

    Args:
        task: whose commands.
        folder: gets a log of each one's output: `setup-1.log`, `teardown-1.log`.
        environ: their environment; without a display of the task's, that of the user is none of theirs.
        hide: takes secrets out of their output; None: there are none.
    """

    def __init__(
        self, task: Task, folder: Path, environ: Mapping[str, str], hide: Callable[[str], str] | None = None
    ) -> None:
        self._task, self._folder, self._hide = task, folder, hide
        self._environ: Mapping[str, str] = {
            name: value for name, value in environ.items() if name != "DISPLAY"
        }
        self._started: list[Program] = []
        self._is_torn_down = False
        self._failures: list[str] = []

    @contextmanager
    def around(self, environ: Mapping[str, str]) -> Iterator[None]:
        """The setup, then what is within, then the teardown.

        Args:
            environ: the environment of the commands, with the display.

        Raises:
            EnvironmentFault: a command of the setup failed; those behind it were not run.
        """
        self._environ = environ
        try:
            for number, command in enumerate(self._task.setup):
                if failure := self._run("setup", number, command):
                    raise EnvironmentFault(failure)
            yield
        finally:
            self.tear_down()

    def tear_down(self) -> None:
        """Run every command of the teardown, unless that was done; a failure keeps none of them from running.

        Raises:
            KeyboardInterrupt: a signal came meanwhile; those that were left are not run.
        """
        if self._is_torn_down:
            return
        self._is_torn_down = True
        try:
            for number, command in enumerate(self._task.teardown):
                self._tear_down(number, command)
        finally:
            end_all(self._started)

    def told(self, ending: Ending) -> Ending:
        """The ending, with what failed in the teardown; a pass is none then: rests wait for the next run."""
        if not self._failures:
            return ending
        verdict = "environment_error" if ending.verdict == "passed" else ending.verdict
        return replace(ending, verdict=verdict, message="\n".join([ending.message, *self._failures]))

    def _tear_down(self, number: int, command: Command) -> None:
        try:
            failure = self._run("teardown", number, command)
        except KeyboardInterrupt as signalled:
            left = len(self._task.teardown) - number - 1
            self._failures.append(
                f"teardown[{number}] was cut off ({sentence(signalled)}), {left} more not run"
            )
            raise
        except EnvironmentFault as fault:
            failure = str(fault)
        if failure:
            self._failures.append(failure)

    def _run(self, part: str, number: int, command: Command) -> str:
        """Run one; what is to be said if it failed."""
        log = self._folder / f"{part}-{number + 1}.log"
        cwd = launch_folder(command.command, self._task.source)
        try:
            program = Program(command.command, output=log, env=self._environ, cwd=cwd, hide=self._hide)
        except EnvironmentFault as fault:
            return f"{self._where(part, number)}: {fault}"
        self._started.append(program)
        status = program.wait(command.seconds)
        if status == 0:
            return ""
        how = (
            f"ended with exit status {status}"
            if status is not None
            else f"was not done after {command.seconds:g} s"
        )
        said = program.tail()
        if status is None:
            program.end()
        return f"{self._where(part, number)}: {command.command[0]} {how}" + (f":\n{said}" if said else "")

    def _where(self, part: str, number: int) -> str:
        return f"{place_of(self._task, (part, number))}: {part}[{number}]"

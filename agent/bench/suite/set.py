"""`Suite`: the tasks, and the model or player that attempts them, each on a display of its own."""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING

from agent.bench.benchmark import About
from agent.bench.ended import attempt_of, check_ended
from agent.bench.results.folder import new_recording
from agent.bench.suite.items import SEEDS, SuiteItems, judged
from agent.bench.suite.packages import check_installed, versions
from agent.bench.suite.players import SuitePlayers
from agent.recording.reading import load_lines
from agent.runs.options import RunOptions
from agent.runs.planning.plan import WORKDIR, RunFolder
from agent.runs.planning.work_folder import WorkFolder
from agent.runs.run import TaskRun
from tools.host.owned.belongings import temporary_folder

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.benchmark import Item
    from agent.bench.results.attempt import Attempt
    from agent.bench.sets import Asked
    from agent.runs.report.result import Result

STEPS, SECONDS = 30, 180.0
"""Limits of a run."""


class Suite(SuiteItems):
    """The set with its player.

    Args:
        asked: of the command line.

    Raises:
        BadInput: there is no such model.
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.seeds or SEEDS)
        self._players = SuitePlayers(asked)
        self._options = RunOptions(
            display="virtual", max_steps=asked.max_steps or STEPS, timeout=asked.timeout or SECONDS
        )

    def about(self) -> About:
        """What the results hang on: the versions of the programs are part of it."""
        return About(
            model=self._players.name,
            prompts=hashlib.sha256(self._players.words.encode()).hexdigest(),
            profile=self._players.profile,
            limits={"steps": self._options.max_steps, "seconds": self._options.timeout},
            options={"seeds": self.seeds, "programs": dict(versions(self._programs))},
        )

    @property
    def _programs(self) -> list[str]:
        return sorted({task.program for task in self.tasks.values()})

    def prepare(self) -> None:
        """Load the model.

        Raises:
            ModelFault: it can't be.
            EnvironmentFault: a program is not installed.
        """
        check_installed(self._programs)
        self._players.prepare()

    def close(self) -> None:
        """Nothing: what an attempt has started has ended with it."""

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Attempt one item.

        Raises:
            ModelFault: the model gave no reply.
            EnvironmentFault: display or program do not start.
            KeyboardInterrupt: a person or a signal has interrupted it.
        """
        began = time.monotonic()
        folder = new_recording(out, item.name, item.seed, repeat)
        result = self._run(item, folder)
        check_ended(result)
        seconds = {**result.timing, "total": time.monotonic() - began}
        return attempt_of(item, repeat, out, folder, seconds, judged(load_lines(folder)))

    def _run(self, item: Item, recording: Path) -> Result:
        """The run of a variant."""
        with temporary_folder("suite") as home:
            folder = RunFolder(item.name, home, recording, WorkFolder(home / WORKDIR, f"suite-{item.name}"))
            resolved = self.tasks[item.name].run(item.seed).resolve(folder.workdir)
            task, model = self._players.plays(resolved)
            return TaskRun(folder, task, model, self._options).run()

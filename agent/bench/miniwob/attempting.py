"""One attempt: a page's episode is begun, and a run of the loop plays it, recorded like any other."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.miniwob.episode import begin
from agent.bench.miniwob.reward import reward_check
from agent.bench.miniwob.seams import PageDesktop, UntilOver
from agent.checks.judge import PATIENCE
from agent.runs.options import RunOptions
from agent.runs.planning.plan import WORKDIR, RunFolder
from agent.runs.planning.work_folder import WorkFolder
from agent.runs.run import TaskRun
from agent.runs.setup import DesktopSetup
from agent.task import Limits, Task
from tools.host.owned.belongings import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.bench.miniwob.stage import Stage
    from agent.bench.miniwob.tasks import WobTask
    from agent.model import Model
    from agent.runs.report.result import Result

    Plays = Callable[[Task], tuple[Task, Model]]
    """Who plays a task, and the task with what that takes."""

PAGE_SECONDS = 3600.0
"""The page's own time limit while a run lasts, which has a limit of its own."""


@dataclass(frozen=True, slots=True)
class Played:
    """What a run came to; its recording says the rest."""

    result: Result
    opening: float
    """Seconds until the page had begun."""
    whole: float
    """Seconds in all."""


def play(stage: Stage, task: WobTask, seed: int, plays: Plays, limits: Limits, recording: Path) -> Played:
    """Attempt a task.

    Args:
        stage: where.
        task: which page.
        seed: of which problem.
        plays: who.
        limits: of the run.
        recording: an empty folder.

    Raises:
        EnvironmentFault: browser or page do not start.
        ModelFault: the model can't be loaded or reached.
    """
    began = time.monotonic()
    browser = stage.browser(task)
    episode = begin(browser, task, seed, PAGE_SECONDS)
    opening = time.monotonic() - began
    options = RunOptions(display=stage.display)
    wanted, model = plays(_task(task, seed, episode.utterance, limits))
    what = f"{task.name}, seed {seed}"
    setup = DesktopSetup(
        wrap=partial(PageDesktop, episode=episode),
        judge=lambda: (reward_check(episode.ended(PATIENCE), what),),
    )
    with temporary_folder("miniwob") as home:
        folder = RunFolder(wanted.id, home, recording, WorkFolder(home / WORKDIR, "miniwob"))
        result = TaskRun(folder, wanted, UntilOver(model, episode), options, desktop=setup).run()
    return Played(result, opening, time.monotonic() - began)


def _task(task: WobTask, seed: int, utterance: str, limits: Limits) -> Task:
    """The task: what the page asks for, word for word."""
    return Task(
        id=f"miniwob {task.name} seed {seed}",
        instruction=utterance,
        vars={"task": task.name, "seed": str(seed)},
        limits=limits,
        source=Path(task.page.name),
        digest=hashlib.sha256(task.page.read_bytes()).hexdigest(),
    )

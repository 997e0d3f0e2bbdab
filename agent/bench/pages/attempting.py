"""One attempt: a page's episode is begun, and a run of the loop plays it, recorded like any other."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from agent.bench.ended import attempt_of, check_ended
from agent.bench.pages.seams import PageDesktop, UntilOver
from agent.bench.results.folder import new_recording
from agent.checks.judge import PATIENCE
from agent.recording.reading import load_lines
from agent.runs.options import RunOptions
from agent.runs.planning.plan import WORKDIR, RunFolder
from agent.runs.planning.work_folder import WorkFolder
from agent.runs.run import TaskRun
from agent.runs.setup import DesktopSetup
from tools.host.owned.belongings import temporary_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.bench.benchmark import Item
    from agent.bench.pages.episode import PageEpisode
    from agent.bench.pages.judging import Judge
    from agent.bench.pages.stage import Stage
    from agent.bench.results.attempt import Attempt
    from agent.model import Model
    from agent.runs.report.result import Result
    from agent.task import Task

    Plays = Callable[[Task], tuple[Task, Model]]
    """Who plays a task, and the task with what that takes."""


@dataclass(frozen=True, slots=True)
class PageAttempts:
    """How a set's items are attempted."""

    stage: Stage
    plays: Plays
    begin: Callable[[Item], tuple[PageEpisode, Task]]
    """Begins an item's episode on the stage, and makes its task, by `page_task`."""
    judge: Judge

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Attempt one item.

        Raises:
            ModelFault: the model gave no reply.
            EnvironmentFault: page or browser do not start.
            KeyboardInterrupt: a person or a signal has interrupted it.
        """
        folder = new_recording(out, item.name, item.seed, repeat)
        began = time.monotonic()
        episode, task = self.begin(item)
        opening = time.monotonic() - began
        result = play(episode, task, self.plays, self.stage.display, folder)
        check_ended(result)
        parts = {**result.timing, "opening": opening, "total": time.monotonic() - began}
        return attempt_of(item, repeat, out, folder, parts, self.judge.judged(load_lines(folder)))


def play(episode: PageEpisode, task: Task, plays: Plays, display: str, recording: Path) -> Result:
    """Have an episode played; its recording says more than the result.

    Args:
        episode: has begun.
        task: of `page_task`.
        plays: who.
        display: shows the page.
        recording: an empty folder.

    Raises:
        ModelFault: the model can't be loaded or reached.
    """
    wanted, model = plays(task)
    setup = DesktopSetup(
        wrap=partial(PageDesktop, episode=episode), judge=lambda: (episode.judged(PATIENCE),)
    )
    with temporary_folder("page") as home:
        folder = RunFolder(wanted.id, home, recording, WorkFolder(home / WORKDIR, "page"))
        until_over = UntilOver(model, episode, task.limits.steps - 1)
        return TaskRun(folder, wanted, until_over, RunOptions(display=display), desktop=setup).run()

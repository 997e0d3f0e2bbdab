"""`ComponentBench`: the tasks, and the model that attempts them by pixels."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.benchmark import About
from agent.bench.componentbench.checkout import check_built
from agent.bench.componentbench.episode import CDN, WATCH, begin
from agent.bench.componentbench.items import ComponentItems
from agent.bench.componentbench.site import HOST, Site
from agent.bench.componentbench.success import SUCCESS
from agent.bench.componentbench.tasks import PUBLISHED
from agent.bench.pages.attempting import PageAttempts
from agent.bench.pages.players.choosing import Players
from agent.bench.pages.stage import Stage
from agent.bench.pages.task import page_task
from agent.task import Limits
from tools.chromium.process import version
from tools.geometry import Size

if TYPE_CHECKING:
    from agent.bench.benchmark import Item
    from agent.bench.pages.episode import PageEpisode
    from agent.bench.results.attempt import Attempt
    from agent.bench.sets import Asked
    from agent.task import Task

WINDOW = Size(1280, 720)
STEPS, SECONDS, WAIT = 20, 600.0, 3.0
"""Limits of a run: steps and seconds are those of the benchmark's own runner."""


class ComponentBench(ComponentItems):
    """The set with its player. Site and browser are open from the first attempt on, until `close`.

    Args:
        asked: of the command line.

    Raises:
        BadInput: there is no such model, or no checkout whose site is built.
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.data)
        check_built(self.checkout)
        self._site = Site(self.checkout)
        self._stage = Stage(hosts=(HOST, CDN), script=WATCH)
        self._players = Players(asked)
        self._limits = Limits(steps=asked.max_steps or STEPS, seconds=asked.timeout or SECONDS, wait=WAIT)
        self._attempts = PageAttempts(self._stage, self._players.plays, self._begin, SUCCESS)

    def about(self) -> About:
        """What the results hang on."""
        there = len(self.tasks)
        remark = f"the published set has {PUBLISHED} tasks, this folder {there}"
        return About(
            model=self._players.name,
            prompts=hashlib.sha256(self._players.words.encode()).hexdigest(),
            profile=self._players.profile,
            limits=self._limits.model_dump(mode="json"),
            options={"mode": "pixel", "window": f"{WINDOW.width} x {WINDOW.height}", "browser": version()},
            remark=remark if there != PUBLISHED else "",
        )

    def prepare(self) -> None:
        """Load the model; site and browser open with the first attempt, and again where one has died."""
        self._players.prepare()

    def close(self) -> None:
        """End both."""
        self._stage.close()
        self._site.close()

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Attempt one item, as `PageAttempts.attempt`."""
        return self._attempts.attempt(item, repeat, out)

    def _begin(self, item: Item) -> tuple[PageEpisode, Task]:
        task = self.tasks[item.name]
        episode = begin(self._stage.browser(WINDOW), task, self._site.address())
        digest = hashlib.sha256(task.goal.encode()).hexdigest()
        told = page_task(self.name, item, task.goal, self._limits, Path(task.unit), digest)
        return episode, told

"""`MiniWob`: MiniWoB++, and the model or player that attempts it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from agent.bench.benchmark import About
from agent.bench.miniwob.episode import DATA_MODE, begin
from agent.bench.miniwob.items import SEEDS, MiniWobItems
from agent.bench.miniwob.players.oracle import Oracle
from agent.bench.miniwob.reward import REWARD, THRESHOLD
from agent.bench.pages.attempting import PageAttempts
from agent.bench.pages.players.choosing import Players
from agent.bench.pages.stage import Stage
from agent.bench.pages.task import page_task
from agent.task import Limits
from tools.chromium.process import version

if TYPE_CHECKING:
    from agent.bench.benchmark import Item
    from agent.bench.pages.episode import PageEpisode
    from agent.bench.results.attempt import Attempt
    from agent.bench.sets import Asked
    from agent.task import Task

SCALE = 2.0
"""Pixels to a CSS pixel: the pages' letters are 10 CSS pixels high."""
STEPS, SECONDS, WAIT = 30, 120.0, 3.0
"""Limits of a run. A page shows at once what it will ever show: nothing is waited for any longer."""
PAGE_SECONDS = 3600.0
"""The page's own time limit while a run lasts, which has a limit of its own."""
FLAGS = ("--allow-file-access-from-files",)
"""The pages of FlightWoB lie in frames, which may not speak with each other as files otherwise."""


class MiniWob(MiniWobItems):
    """The set with its player. The browser is open from the first attempt on, until `close`.

    Args:
        asked: of the command line.

    Raises:
        BadInput: there is no such model.
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.seeds or SEEDS)
        self._stage = Stage(SCALE, FLAGS)
        self._players = Players(asked, Oracle(self._stage))
        self._limits = Limits(steps=asked.max_steps or STEPS, seconds=asked.timeout or SECONDS, wait=WAIT)
        self._attempts = PageAttempts(self._stage, self._players.plays, self._begin, REWARD)

    def about(self) -> About:
        """What the results hang on."""
        profile = self._players.profile
        return About(
            model=self._players.name,
            prompts=hashlib.sha256(self._players.words.encode()).hexdigest(),
            profile=profile,
            limits={**self._limits.model_dump(mode="json"), "page_seconds": PAGE_SECONDS},
            options={
                "seeds": self.seeds,
                "scale": SCALE,
                "data_mode": DATA_MODE,
                "passes_from": THRESHOLD,
                "browser": version(),
            },
        )

    def prepare(self) -> None:
        """Load the model; the browser opens with the first attempt, and again where one has died."""
        self._players.prepare()

    def close(self) -> None:
        """End the browser."""
        self._stage.close()

    def attempt(self, item: Item, repeat: int, out: Path) -> Attempt:
        """Attempt one item, as `PageAttempts.attempt`."""
        return self._attempts.attempt(item, repeat, out)

    def _begin(self, item: Item) -> tuple[PageEpisode, Task]:
        task = self.tasks[item.name]
        episode = begin(self._stage.browser(task.window), task, item.seed, PAGE_SECONDS)
        digest = hashlib.sha256(task.page.read_bytes()).hexdigest()
        told = page_task(self.name, item, episode.instruction, self._limits, Path(task.page.name), digest)
        return episode, told

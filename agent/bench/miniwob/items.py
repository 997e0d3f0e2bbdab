"""`MiniWobItems`: tasks and seeds, and how what came of them is judged; needs no model, screen or browser."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from agent.bench.benchmark import Item
from agent.bench.miniwob.reward import REWARD
from agent.bench.miniwob.tasks import digest, folder, tasks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.bench.miniwob.tasks import WobTask
    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config

SEEDS = 5
"""Of each task, by default: 0, 1, ..."""


class MiniWobItems:
    """Every task with every seed.

    Args:
        seeds: how many of each task.
    """

    name = "miniwob"
    apart: str | None = None

    def __init__(self, seeds: int = SEEDS) -> None:
        self.seeds = seeds

    @cached_property
    def tasks(self) -> Mapping[str, WobTask]:
        """The tasks by name. Raises BadInput: the package is missing."""
        return {task.name: task for task in tasks(folder())}

    def digest(self) -> str:
        """SHA-256 of all that the pages are made of."""
        return digest(folder())

    def items(self) -> list[Item]:
        """All tasks with the first seed, then all with the next."""
        return [
            Item(task.name, seed, {"list": task.list, "task": task.name})
            for seed in range(self.seeds)
            for task in self.tasks.values()
        ]

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        """The same attempt, judged anew by an offline replay of its recording.

        Raises:
            BadInput: the recording was altered, is another item's, or replays otherwise.
        """
        return REWARD.again(attempt, out)


def miniwob_items(config: Config, data: Path | None) -> MiniWobItems:
    """The items of a run."""
    del data
    seeds = config.options.get("seeds")
    return MiniWobItems(seeds if isinstance(seeds, int) else SEEDS)

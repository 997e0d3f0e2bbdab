"""`ComponentItems`: the tasks, and how what came of them is judged; needs no model, screen or site."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from agent.bench.benchmark import Item
from agent.bench.componentbench.checkout import check_checkout, checkout_digest
from agent.bench.componentbench.success import SUCCESS
from agent.bench.componentbench.tasks import read_tasks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.bench.componentbench.tasks import ComponentTask
    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config


class ComponentItems:
    """Every task of ComponentBench-Core.

    Args:
        data: a checkout.

    Raises:
        BadInput: it is none.
    """

    name = "componentbench"
    apart: str | None = None

    def __init__(self, data: Path | None) -> None:
        self.checkout = check_checkout(data)

    @cached_property
    def tasks(self) -> Mapping[str, ComponentTask]:
        """The tasks by name. Raises BadInput: a file is not as published."""
        return {task.identity: task for task in read_tasks(self.checkout)}

    def digest(self) -> str:
        """SHA-256 of the tasks and of all that the site is built of."""
        return checkout_digest(self.checkout)

    def items(self) -> list[Item]:
        """All tasks."""
        return [Item(name, groups=task.groups) for name, task in self.tasks.items()]

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        """The same attempt, judged anew by an offline replay of its recording.

        Raises:
            BadInput: the recording was altered, is another item's, or replays otherwise.
        """
        return SUCCESS.again(attempt, out)


def componentbench_items(config: Config, data: Path | None) -> ComponentItems:
    """The items of a run."""
    del config
    return ComponentItems(data)

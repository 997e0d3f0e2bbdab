"""`SuiteItems`: tasks and seeds, and how what came of them is judged; needs no model and no screen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from agent.bench.benchmark import Item
from agent.bench.ended import ended, is_unrecorded
from agent.bench.replayed import replayed
from agent.bench.suite.catalogue import digest, suite_tasks
from agent.errors import BadInput
from agent.recording.lines import SESSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.bench.results.attempt import Attempt
    from agent.bench.results.config import Config
    from agent.bench.suite.catalogue import SuiteTask
    from agent.recording.reading import Recording

SEEDS = 3
"""Of each task, by default: 0, 1, ..."""


class SuiteItems:
    """Every task with every seed.

    Args:
        seeds: how many of each task.
    """

    name = "suite"
    apart: str | None = None

    def __init__(self, seeds: int = SEEDS) -> None:
        self.seeds = seeds

    @cached_property
    def tasks(self) -> Mapping[str, SuiteTask]:
        """The tasks by name."""
        return suite_tasks()

    def digest(self) -> str:
        """SHA-256 of all that the tasks are made of."""
        return digest()

    def items(self) -> list[Item]:
        """All tasks with the first seed, then all with the next."""
        return [
            Item(task.name, seed, task.groups) for seed in range(self.seeds) for task in self.tasks.values()
        ]

    def again(self, attempt: Attempt, out: Path) -> Attempt:
        """The same attempt, judged anew by an offline replay of its recording.

        Raises:
            BadInput: the recording was altered, is another item's, or replays otherwise.
        """
        if is_unrecorded(attempt):
            return attempt
        recording = replayed(attempt, out)
        check_recorded(recording, self.tasks[attempt.item], attempt.seed)
        return attempt.model_copy(update=judged(recording))


def check_recorded(recording: Recording, task: SuiteTask, seed: int) -> None:
    """Make sure that a recording is of a task as it is, with all its checks.

    Raises:
        BadInput: it is of another task, variant or edition of the task, or was judged by other checks.
    """
    at, told = f"{recording.folder / SESSION}:1", recording.header.task
    if (told.id, told.vars) != (task.name, task.values(seed)):
        raise BadInput(
            f"{at}: is a recording of {told.id} with {told.vars}, not of {task.name} with seed {seed}"
        )
    if recording.header.task_sha256 != task.file.document.digest:
        raise BadInput(f"{at}: is a recording of another edition of the task {task.name}")
    if recording.end and recording.end.verdict in {"passed", "failed"}:
        kinds = [check.kind for check in recording.checks]
        if kinds != [check.kind for check in task.run(seed).resolve(recording.folder).checks]:
            raise BadInput(f"{at}: was judged by {kinds}, which are not the checks of {task.name}")


def judged(recording: Recording) -> dict[str, Any]:
    """What a recorded attempt comes to: the fields of an `Attempt` that hang on its recording alone.

    The score is 1 where it has passed, else 0: a task that is half done is not done.
    """
    end, fields = recording.end, ended(recording)
    held = sum(check.passed for check in recording.checks)
    return {
        **fields,
        "score": float(fields["outcome"] == "passed"),
        "details": {
            "instruction": recording.header.task.instruction,
            "message": end.message if end else "",
            "steps": len(recording.steps),
            "checks": f"{held} of {len(recording.checks)}",
        },
    }


def suite_items(config: Config, data: Path | None) -> SuiteItems:
    """The items of a run."""
    del data
    seeds = config.options.get("seeds")
    return SuiteItems(seeds if isinstance(seeds, int) else SEEDS)

"""`SuiteItems`: tasks and seeds, and how what came of them is judged; needs no model and no screen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from agent.bench.benchmark import Item
from agent.bench.replayed import replayed
from agent.bench.suite.catalogue import digest, suite_tasks
from agent.errors import BadInput
from agent.recording.lines import SESSION
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.bench.results.attempt import Attempt, Outcome
    from agent.bench.results.config import Config
    from agent.bench.suite.catalogue import SuiteTask
    from agent.episode import Verdict
    from agent.recording.reading import Recording

SEEDS = 3
"""Of each task, by default: 0, 1, ..."""
_OUTCOMES: dict[Verdict, Outcome] = {
    "passed": "passed",
    "failed": "failed",
    "gave_up": "gave_up",
    "stopped": "stopped",
    "model_error": "model_error",
}


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
        if not attempt.decided or attempt.recording is None:
            return attempt
        recording = replayed(attempt, out)
        told, task = recording.header.task, self.tasks.get(attempt.item)
        if task is None or (told.id, told.vars) != (attempt.item, task.values(attempt.seed)):
            raise BadInput(
                f"{recording.folder / SESSION}:1: is a recording of {told.id} with {told.vars}, "
                f"not of {attempt.item} with seed {attempt.seed}"
            )
        return attempt.model_copy(update=judged(recording))


def judged(recording: Recording) -> dict[str, Any]:
    """What a recorded attempt comes to: the fields of an `Attempt` that hang on its recording alone.

    The score is 1 where it has passed, else 0: a task that is half done is not done.
    """
    end = recording.end
    outcome: Outcome = _OUTCOMES.get(end.verdict, "environment") if end else "environment"
    held = sum(check.passed for check in recording.checks)
    return {
        "outcome": outcome,
        "score": float(outcome == "passed"),
        "details": {
            "instruction": recording.header.task.instruction,
            "message": end.message if end else "",
            "steps": len(recording.steps),
            "checks": f"{held} of {len(recording.checks)}",
        },
        "tokens": sum((step.usage for step in recording.steps), end.usage if end else Usage()),
        "digest": recording.sum,
    }


def suite_items(config: Config, data: Path | None) -> SuiteItems:
    """The items of a run."""
    del data
    seeds = config.options.get("seeds")
    return SuiteItems(seeds if isinstance(seeds, int) else SEEDS)

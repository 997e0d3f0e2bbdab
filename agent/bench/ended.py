"""Ended episodes: what an attempt that is a run of the loop comes to, whatever judged it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.bench.results.attempt import Attempt
from agent.errors import ModelFault
from agent.usage import Usage
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.bench.benchmark import Item
    from agent.bench.results.attempt import Outcome
    from agent.episode import Verdict
    from agent.recording.reading import Recording
    from agent.runs.report.result import Result

_OUTCOMES: Mapping[Verdict, Outcome] = {
    "passed": "passed",
    "failed": "failed",
    "gave_up": "gave_up",
    "stopped": "stopped",
    "model_error": "model_error",
}


def check_ended(result: Result) -> None:
    """Raise what came between, where there is nothing to be judged.

    Raises:
        KeyboardInterrupt: a person or a signal has interrupted it.
        EnvironmentFault: display or program did not start, or went away.
        ModelFault: the model gave no reply, and nothing is recorded.
    """
    match result.verdict:
        case "interrupted":
            raise KeyboardInterrupt(result.message)
        case "environment_error":
            raise EnvironmentFault(result.message)
        case "model_error" if result.recording is None:
            raise ModelFault(result.message)


def attempt_of(
    item: Item,
    repeat: int,
    out: Path,
    recording: Path,
    seconds: Mapping[str, float],
    judged: Mapping[str, Any],
) -> Attempt:
    """The attempt that an ended episode is.

    Args:
        item: what was attempted.
        repeat: counted from 0.
        out: the results folder.
        recording: below it.
        seconds: by part of the work.
        judged: the fields that hang on the recording.
    """
    return Attempt(
        item=item.name,
        repeat=repeat,
        seed=item.seed,
        groups=item.groups,
        seconds={part: round(spent, 4) for part, spent in seconds.items()},
        recording=recording.relative_to(out).as_posix(),
        **judged,
    )


def ended(recording: Recording) -> dict[str, Any]:
    """The fields of an `Attempt` that every recording tells: outcome, tokens, digest."""
    end = recording.end
    return {
        "outcome": _OUTCOMES.get(end.verdict, "environment") if end else "environment",
        "tokens": sum((step.usage for step in recording.steps), end.usage if end else Usage()),
        "digest": recording.sum,
    }


def is_unrecorded(attempt: Attempt) -> bool:
    """Whether there is nothing to be judged anew: it says nothing of its item, and nothing was recorded."""
    return not attempt.decided and attempt.recording is None

"""Ended episodes: what an attempt that is a run of the loop comes to, whatever judged it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from agent.errors import ModelFault
from agent.usage import Usage
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.bench.results.attempt import Attempt, Outcome
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

"""What an attempt took: steps, seconds, tokens, money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from agent.recording.reading import load_lines

if TYPE_CHECKING:
    from pathlib import Path

    from agent.bench.results.attempt import Attempt

Resource = Literal["steps", "time", "tokens", "cost"]


def spent(attempt: Attempt, resource: Resource, out: Path) -> float | None:
    """How much of it; None: nobody knows, or there is no price, or no step in a set that asks once.

    Args:
        attempt: one of a run's.
        resource: steps, seconds, tokens, or money in the currency of the profile's price.
        out: the results folder: steps are counted in its recordings.

    Raises:
        BadInput: its recording is damaged.
    """
    match resource:
        case "steps":
            return _steps(attempt, out)
        case "time":
            return attempt.seconds.get("total")
        case "tokens":
            return float(attempt.tokens.total) or None
        case "cost":
            return attempt.tokens.cost or None


def _steps(attempt: Attempt, out: Path) -> float | None:
    told = attempt.details.get("steps")
    if isinstance(told, int):
        return float(told)
    if attempt.recording is None or not (out / attempt.recording).is_dir():
        return None
    return float(len(load_lines(out / attempt.recording).steps))

"""Reward as a check of the run, and what an attempt comes to, made of its recording alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from agent.checks import CheckResult
from agent.errors import BadInput
from agent.replay.offline import recorded_checks
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.bench.miniwob.episode import PageState
    from agent.bench.results.attempt import Outcome
    from agent.episode import Verdict
    from agent.recording.reading import Recording

KIND = "reward"
THRESHOLD = 1.0
"""The raw reward from which an attempt has passed."""
_LONGEST_REASON = 200
_OUTCOMES: dict[Verdict, Outcome] = {
    "passed": "passed",
    "failed": "failed",
    "gave_up": "gave_up",
    "stopped": "stopped",
    "model_error": "model_error",
}


def reward_check(state: PageState, what: str) -> CheckResult:
    """The check that a page's reward is, at the end of a run."""
    told = {
        "done": state.done,
        "raw_reward": round(state.raw, 4),
        "reward": round(state.reward, 4),
        "seconds": round(state.seconds, 3),
        "own_limit": state.own_limit,
        "reason": state.reason and state.reason[:_LONGEST_REASON],
    }
    return CheckResult(
        kind=KIND,
        what=what,
        passed=is_passed(told),
        expected=f"a raw reward of {THRESHOLD:g}",
        actual=json.dumps(told),
        seconds=0.0,
    )


def is_passed(told: Mapping[str, Any]) -> bool:
    """Whether what a check told of the reward is a pass: the episode is over, and the raw reward is full."""
    return bool(told["done"]) and told["raw_reward"] >= THRESHOLD


def judged(recording: Recording) -> dict[str, Any]:
    """What a recorded attempt comes to: the fields of an `Attempt` that hang on its recording alone.

    The score is the raw reward where that is above 0. A run in which nothing was judged (it gave up, a limit
    stopped it) has none.

    Raises:
        BadInput: the reward's check says another verdict than its reward does.
    """
    end = recording.end
    outcome: Outcome = _OUTCOMES.get(end.verdict, "environment") if end else "environment"
    rewards = [one for one in recorded_checks(recording) if one.kind == KIND]
    told: dict[str, Any] = json.loads(rewards[-1].actual) if rewards else _NOTHING
    if rewards and rewards[-1].passed != is_passed(told):
        said = "passed" if rewards[-1].passed else "failed"
        raise BadInput(f"its check {said}, which a raw reward of {told['raw_reward']:g} does not say")
    details = {**told, "utterance": recording.header.task.instruction}
    if end and outcome != "passed":
        details["message"] = end.message
    return {
        "outcome": outcome,
        "score": min(1.0, max(0.0, told["raw_reward"])),
        "details": details,
        "tokens": sum((step.usage for step in recording.steps), end.usage if end else Usage()),
        "digest": recording.sum,
    }


_NOTHING = {"done": False, "raw_reward": 0, "reward": 0}

"""Reward of a page: what it comes to, and as a check of the run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agent.bench.pages.judging import Judge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.checks import CheckResult

THRESHOLD = 1.0
"""The raw reward from which an attempt has passed."""
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True)
class PageState:
    """What has become of an episode so far."""

    done: bool
    raw: float
    """The reward without the time penalty, -1 to 1; 0 while it is not done."""
    proportional: bool
    """Whether the reward shrinks with time."""
    reason: str | None
    seconds: float
    """Since it began; of one that is done, until then."""
    own_limit: float
    """The page's own time limit in seconds, which here is lengthened."""

    @property
    def reward(self) -> float:
        """The reward that is published: with the time penalty, and -1 once the page's own limit is over."""
        if self.seconds >= self.own_limit:
            return -1.0
        left = 1.0 - self.seconds / self.own_limit
        return self.raw * left if self.proportional else self.raw


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
    return REWARD.check(told, what)


def is_passed(told: Mapping[str, Any]) -> bool:
    """Whether what was told of the reward is a pass: the episode is over, and the raw reward is full."""
    return bool(told["done"]) and told["raw_reward"] >= THRESHOLD


REWARD = Judge(
    kind="reward",
    expected=f"a raw reward of {THRESHOLD:g}",
    passes=is_passed,
    score=lambda told: float(told["raw_reward"]),
    otherwise={"done": False, "raw_reward": 0, "reward": 0},
)
"""The score is the raw reward where that is above 0."""

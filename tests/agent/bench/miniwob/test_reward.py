"""What a page's reward comes to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from agent.bench.miniwob.reward import REWARD, PageState, reward_check
from agent.errors import BadInput
from agent.loop import Episode
from agent.recording.reading import load_recording
from agent.recording.recorder import Recorder
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, make_task

if TYPE_CHECKING:
    from pathlib import Path

    from agent.checks import CheckResult
    from agent.recording.reading import Recording


def state(raw: float, *, done: bool = True) -> PageState:
    return PageState(done=done, raw=raw, proportional=True, seconds=1.0, own_limit=10.0, reason=None)


def recorded(check: CheckResult, folder: Path) -> Recording:
    """A run that ends with that check."""
    with Recorder(folder, model="fake", display="virtual") as recorder:
        Episode(
            make_task(),
            FakeDesktop(),
            FakeModel([DONE]),
            judge=lambda _seen: (check,),
            watcher=recorder,
            approve=lambda _action, _seen: True,
        ).run()
        recorder.check()
    return load_recording(folder)


@pytest.mark.parametrize(
    ("found", "outcome", "score"),
    [
        (state(1.0), "passed", 1.0),
        (state(0.99996), "passed", 1.0),  # as it is written, so that it is judged anew as it was
        (state(0.5), "failed", 0.5),
        (state(-1.0), "failed", 0.0),
        (state(1.0, done=False), "failed", 1.0),
    ],
)
def test_a_full_raw_reward_of_an_ended_episode_is_a_pass(
    found: PageState, outcome: str, score: float, tmp_path: Path
) -> None:
    made = REWARD.judged(recorded(reward_check(found, "reward"), tmp_path))
    assert (made["outcome"], made["score"]) == (outcome, score)


@pytest.mark.parametrize("raw", [1.0, 0.0])
def test_a_check_that_says_otherwise_than_its_reward_was_altered(raw: float, tmp_path: Path) -> None:
    honest = reward_check(state(raw), "reward")
    altered = honest.model_copy(update={"passed": not honest.passed})
    with pytest.raises(BadInput, match="not what the page told"):
        REWARD.judged(recorded(altered, tmp_path))
    assert json.loads(honest.actual)["raw_reward"] == raw

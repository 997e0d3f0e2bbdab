"""What an attempt comes to that is a run of the loop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.bench.ended import check_ended, is_unrecorded
from agent.errors import ModelFault
from agent.runs.report.result import Result
from tests.agent.bench.sets import made
from tools.errors import EnvironmentFault

if TYPE_CHECKING:
    from agent.bench.results.attempt import Outcome
    from agent.episode import Verdict


def result(verdict: Verdict, recording: str | None = None) -> Result:
    return Result(task="t", model="m", verdict=verdict, message="so it ended", recording=recording)


@pytest.mark.parametrize(
    ("verdict", "raised"),
    [
        ("interrupted", KeyboardInterrupt),
        ("environment_error", EnvironmentFault),
        ("model_error", ModelFault),
    ],
)
def test_what_came_between_is_raised(verdict: Verdict, raised: type[BaseException]) -> None:
    with pytest.raises(raised, match="so it ended"):
        check_ended(result(verdict))


@pytest.mark.parametrize("verdict", ["passed", "failed", "gave_up", "stopped", "model_error"])
def test_what_was_recorded_is_judged(verdict: Verdict) -> None:
    check_ended(result(verdict, "recording"))


@pytest.mark.parametrize(
    ("outcome", "recording", "unrecorded"),
    [
        ("environment", None, True),
        ("model_error", None, True),
        ("model_error", "recordings/a", False),
        ("passed", "recordings/a", False),
        ("passed", None, False),
    ],
)
def test_only_what_says_nothing_may_lack_a_recording(
    outcome: Outcome, recording: str | None, *, unrecorded: bool
) -> None:
    assert is_unrecorded(made(outcome=outcome, recording=recording)) == unrecorded

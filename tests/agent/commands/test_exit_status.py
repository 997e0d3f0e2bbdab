"""The exit status is that of the gravest verdict, and errors that were foreseen have one too."""

from __future__ import annotations

from typing import get_args

import pytest

from agent.commands import exit_status
from agent.episode import Verdict
from agent.errors import BadRecording, ModelFault, ReplayDiffers
from tools.errors import DisplayLost


@pytest.mark.parametrize(
    ("verdicts", "status"),
    [
        ([], 0),
        (["passed", "passed"], 0),
        (["passed", "gave_up"], 1),
        (["stopped", "failed"], 4),
        (["stopped", "model_error", "failed"], 3),
        (["interrupted", "environment_error", "passed"], 130),
    ],
)
def test_the_gravest_verdict_decides(verdicts: list[Verdict], status: int) -> None:
    assert exit_status.of_verdicts(verdicts) == status


def test_every_verdict_has_a_status() -> None:
    assert [exit_status.of_verdicts([verdict]) > 0 for verdict in get_args(Verdict)].count(False) == 1


def test_an_error_has_a_status_foreseen_or_not() -> None:
    errors = (BadRecording("x"), ReplayDiffers("x"), ModelFault("x"), DisplayLost("x"), KeyError("x"))
    assert [exit_status.of_error(error) for error in errors] == [2, 1, 3, 3, 3]

"""Partial credit: the share of the weights that held, a model's opinion apart."""

from __future__ import annotations

import pytest

from agent.checks import CheckResult
from agent.checks.score import score
from agent.task.checks import AskCheck, TextCheck


def found(*, passed: bool, weight: float = 1, kind: str = "text", line: int | None = None) -> CheckResult:
    told = {"kind": kind, "what": "w", "expected": "e", "actual": "a", "seconds": 0}
    return CheckResult.model_validate({**told, "passed": passed, "weight": weight, "line": line})


HELD, LOST, HEAVY = found(passed=True), found(passed=False), found(passed=True, weight=3)
EXPECTED = found(passed=True, kind="expect", line=4)
MISSED = found(passed=False, kind="expect", line=5)
YES = found(passed=True, kind="ask")
ONE, THREE, ASKED = TextCheck(text="a"), TextCheck(text="b", weight=3), AskCheck(question="c")


@pytest.mark.parametrize(
    ("checks", "wanted", "share"),
    [
        ([], [], None),
        ([], [ONE], None),
        ([YES], [ASKED], None),
        ([HELD], [ONE], 1.0),
        ([LOST], [ONE], 0.0),
        ([HELD, LOST], [ONE, ONE], 0.5),
        ([HEAVY, LOST], [THREE, ONE], 0.75),
        ([HELD, found(passed=False, kind="ask")], [ONE, ASKED], 1.0),
        ([HELD, LOST, LOST], [ONE, ONE, ONE], 0.3333),
        ([EXPECTED, HELD], [ONE], 1.0),
        ([EXPECTED, EXPECTED, LOST], [ONE], 0.6667),
        ([EXPECTED, MISSED], [THREE], 0.2),
        ([EXPECTED], [], 1.0),
    ],
)
def test_what_held_is_a_share_of_the_weights(
    checks: list[CheckResult], wanted: list[TextCheck | AskCheck], share: float | None
) -> None:
    assert score(checks, wanted) == share

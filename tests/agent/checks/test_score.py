"""Partial credit: the share of the weights that held, a model's opinion apart."""

from __future__ import annotations

import pytest

from agent.checks import CheckResult
from agent.checks.score import score


def check(*, passed: bool, weight: float = 1, kind: str = "text") -> CheckResult:
    return CheckResult(kind=kind, what="w", passed=passed, expected="e", actual="a", seconds=0, weight=weight)


@pytest.mark.parametrize(
    ("checks", "share"),
    [
        ([], None),
        ([check(passed=True, kind="ask")], None),
        ([check(passed=True)], 1.0),
        ([check(passed=False)], 0.0),
        ([check(passed=True), check(passed=False)], 0.5),
        ([check(passed=True, weight=3), check(passed=False)], 0.75),
        ([check(passed=True), check(passed=False, kind="ask")], 1.0),
        ([check(passed=True), check(passed=False, weight=2)], 0.3333),
    ],
)
def test_what_held_is_a_share_of_the_weights(checks: list[CheckResult], share: float | None) -> None:
    assert score(checks) == share

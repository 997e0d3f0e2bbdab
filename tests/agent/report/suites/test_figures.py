"""Figures of a suite."""

from __future__ import annotations

from agent.report.suites.figures import costs, moment, overall, passed, slowest, states, tally, unsteady
from agent.report.suites.suite import suite_of
from tests.agent.report.suites.entries import BEGIN, entry

SUITE = suite_of(
    [
        entry("a", label="slow", seconds=90.0, tokens=10, cost=0.5),
        entry("b", "failed", label="bad", seconds=5.0),
        entry("c", "failed", 1, label="odd", seconds=20.0),
        entry("c-retry1", "passed", 2, label="odd", seconds=30.0, tokens=7, model="qwen", job="two"),
    ]
)


def test_tests_are_counted_by_state_the_gravest_first() -> None:
    assert tally(SUITE) == [("failed", 1), ("flaky", 1), ("passed", 1)]


def test_runs_of_a_batch_are_counted() -> None:
    [batch] = SUITE.batches
    assert states(batch) == [("passed", 1), ("flaky", 1), ("failed", 1)]
    assert passed(batch) == 2


def test_the_slowest_and_the_least_steady() -> None:
    assert [test.label for test in slowest(SUITE)] == ["slow", "odd", "bad"]
    assert [test.label for test in unsteady(SUITE)] == ["odd"]


def test_costs_are_summed_by_model_retries_included() -> None:
    assert costs(SUITE) == [("reader", 10, 0.5), ("qwen", 7, 0.0)]


def test_facts_about_all_of_it() -> None:
    told = dict(overall(SUITE))
    assert told == {
        "from": "2026-11-20 04:00 UTC",
        "to": "2026-11-20 04:01 UTC",
        "ran for": "2 min 25 s",
        "steps": "12",
        "jobs": "two",
    }
    assert moment(BEGIN) == "2026-11-20 04:00 UTC"

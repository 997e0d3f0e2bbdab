"""Suites: retries as one run, runs as tests with a history, batches over time."""

from __future__ import annotations

import pytest

from agent.report.suites.suite import Test as SuiteTest
from agent.report.suites.suite import gravity, suite_of
from agent.runs.report.kept import Kept
from tests.agent.report.suites.entries import entry
from tests.agent.results import result


def kept(run: str, attempt: int) -> Kept:
    return Kept(recording=None, run=run, attempt=attempt, ended="2026-11-20T04:00:00+00:00", result=result())


def only(*entries: object) -> SuiteTest:
    [test] = suite_of(entries).tests  # type: ignore[arg-type]
    return test


@pytest.mark.parametrize(
    ("first", "second"), [("rec", "rec-retry1"), ("out/form/recording", "out/form-retry1/recording")]
)
def test_folders_that_are_called_retries_belong_to_the_run(first: str, second: str) -> None:
    test = only(entry(second, "passed", 2), entry(first, "failed"))
    [run] = test.runs
    assert [one.verdict for one in run.attempts] == ["failed", "passed"]
    assert run.state == "flaky"


def test_attempts_belong_together_as_their_results_say() -> None:
    test = only(
        entry("b", "passed", 1, kept=kept("x", 2)),
        entry("a", "failed", 0, kept=kept("x", 1)),
        entry("c", minutes=9),
    )
    assert [[str(one.found.folder) for one in run.attempts] for run in test.runs] == [["a", "b"], ["c"]]


def test_of_retries_that_all_fail_the_last_one_counts() -> None:
    [run] = only(entry("rec", "failed"), entry("rec-retry1", "model_error", 2)).runs
    assert run.state == "model_error"


def test_a_healed_run_is_told_as_such() -> None:
    assert only(entry("a", healed=(3,))).latest.state == "healed"


def test_runs_of_one_task_are_one_test_and_its_cases_are_others() -> None:
    suite = suite_of([entry("a"), entry("b", minutes=60), entry("c", label="form[Ada]")])
    assert [(test.label, len(test.runs)) for test in suite.tests] == [("form", 2), ("form[Ada]", 1)]


def test_what_follows_a_long_pause_is_another_batch() -> None:
    suite = suite_of([entry("a"), entry("b", minutes=20, label="other"), entry("c", minutes=24 * 60)])
    assert [len(batch) for batch in suite.batches] == [2, 1]


def test_a_test_that_failed_yesterday_and_passes_today_has_passed() -> None:
    test = only(entry("a", "failed"), entry("b", "passed", 24 * 60))
    assert test.latest.state == "passed"


def test_one_that_fails_in_one_of_two_jobs_at_the_same_time_has_failed() -> None:
    test = only(entry("a", "failed", 0, job="old"), entry("b", "passed", 2, job="new"))
    assert test.latest.state == "failed"


@pytest.mark.parametrize(
    ("verdicts", "share"),
    [
        (["passed", "passed"], 0.0),
        (["passed", "failed", "failed"], 0.0),
        (["failed", "failed", "passed"], 0.0),
        (["passed", "failed", "passed", "passed"], 0.25),
    ],
)
def test_only_what_goes_to_and_fro_is_unsteady(verdicts: list[str], share: float) -> None:
    test = only(*(entry(f"r{n}", verdict, n * 60) for n, verdict in enumerate(verdicts)))
    assert test.unsteady == share


def test_one_that_passed_at_its_second_attempt_is_unsteady() -> None:
    assert only(entry("rec", "failed"), entry("rec-retry1", minutes=1)).unsteady == 1.0


def test_the_gravest_come_first() -> None:
    states = ["passed", "healed", "flaky", "stopped", "failed", "environment_error"]
    assert sorted(states, key=gravity) == states
    suite = suite_of(
        [entry("a", label="a"), entry("b", "failed", label="b"), entry("c", "damaged", label="c")]
    )
    assert [test.label for test in suite.tests] == ["c", "b", "a"]


def test_entries_without_a_time_are_no_fault() -> None:
    from dataclasses import replace

    suite = suite_of([replace(entry("a"), started=None), entry("b")])
    assert len(suite.runs) == 2

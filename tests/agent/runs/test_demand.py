"""What a verdict is to pytest, and what a person is told."""

from __future__ import annotations

from typing import Any

import pytest

from agent.errors import BadInput, ReplayDiffers
from agent.runs.demand import AsVerdicts, TaskError, TaskFailed, demand
from tests.agent.results import result


def check(**changes: Any) -> dict[str, Any]:
    usual = {"kind": "text", "what": "screen", "passed": False, "expected": "Saved", "actual": "Error"}
    return {**usual, "seconds": 0.1, **changes}


def test_a_run_that_passed_is_let_be() -> None:
    demand(result())


@pytest.mark.parametrize("verdict", ["failed", "gave_up"])
def test_what_says_something_of_the_program_is_a_failure(verdict: str) -> None:
    with pytest.raises(TaskFailed, match=f"{verdict}: done"):
        demand(result(verdict=verdict))


@pytest.mark.parametrize("verdict", ["stopped", "model_error", "environment_error"])
def test_what_says_nothing_of_it_is_an_error(verdict: str) -> None:
    with pytest.raises(TaskError) as raised:
        demand(result(verdict=verdict))
    assert not isinstance(raised.value, AssertionError)


def test_an_interrupt_ends_the_session() -> None:
    with pytest.raises(KeyboardInterrupt, match="stopped by Ctrl-C"):
        demand(result(verdict="interrupted", message="stopped by Ctrl-C"))


def test_the_reason_comes_first_then_the_step_then_every_check_that_failed_then_the_paths() -> None:
    checks = [check(), check(passed=True), check(kind="sql", what="a.db", expected="1", actual="2")]
    failed = result(verdict="failed", message="1 of 3", at='step 4: Click "Save".', checks=checks)
    with pytest.raises(TaskFailed) as raised:
        demand(failed, "recording: here")
    assert str(raised.value).splitlines() == [
        "failed: expected Saved, actual Error (text screen) (and 1 more)",
        'after step 4: Click "Save".',
        "check text screen",
        "  expected Saved",
        "  actual   Error",
        "check sql a.db",
        "  expected 1",
        "  actual   2",
        "recording: here",
    ]


def test_hostile_texts_are_shown_and_neither_obeyed_nor_endless() -> None:
    hostile = "\x1b[2Jx\n::error::no\n##[endgroup]\u202e" + "y" * 1000
    with pytest.raises(TaskFailed) as raised:
        demand(result(verdict="failed", checks=[check(actual=hostile)]))
    said = str(raised.value)
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\n::error" not in said
    assert "##[" not in said
    assert len(said) < 1500


def test_what_keeps_a_run_from_being_begun_is_told_as_a_verdict_is() -> None:
    with pytest.raises(TaskError, match="bad input: no such file") as wrong, AsVerdicts():
        raise BadInput("no such file")
    with pytest.raises(TaskFailed, match="another action"), AsVerdicts():
        raise ReplayDiffers("another action")
    with pytest.raises(OSError, match="the disk"), AsVerdicts():
        raise OSError("the disk")
    assert wrong.value.__cause__ is None


def test_a_step_that_expects_is_named_once() -> None:
    failed = result(verdict="failed", checks=[check(kind="expect", what='Expect "Saved"')])
    with pytest.raises(TaskFailed, match=r'\(Expect "Saved"\)\ncheck Expect "Saved"\n'):
        demand(failed)

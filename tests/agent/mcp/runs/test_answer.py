from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.mcp.runs.answer import answer_of, next_step, outcome_of
from agent.mcp.runs.job import Done, words_of
from tests.agent.mcp.runs.jobs import result

if TYPE_CHECKING:
    from agent.episode import Verdict


@pytest.mark.parametrize(
    ("verdict", "acted", "outcome"),
    [
        ("passed", True, "done"),
        ("passed", False, "done"),
        ("failed", True, "failed"),
        ("failed", False, "not_done"),
        ("stopped", True, "not_sure"),
        ("gave_up", True, "not_sure"),
        ("interrupted", True, "not_sure"),
        ("environment_error", True, "not_sure"),
        ("model_error", True, "not_sure"),
        ("stopped", False, "not_done"),
        ("environment_error", False, "not_done"),
    ],
)
def test_without_a_judgement_on_what_was_done_the_outcome_is_not_sure(
    verdict: Verdict, *, acted: bool, outcome: str
) -> None:
    ended = result(verdict)
    assert outcome_of(ended, acted=acted) == outcome


def test_only_what_did_nothing_is_safe_to_try_again() -> None:
    ended: list[tuple[Verdict, bool]] = [
        ("passed", True),
        ("failed", True),
        ("stopped", True),
        ("stopped", False),
    ]
    for verdict, acted in ended:
        answer = answer_of("run-1", Done(result(verdict), acted, "", None), "id")
        assert answer.safe_to_retry == (not acted)
        assert answer.request_id == "id"


def test_a_failed_run_without_a_failed_check_was_not_judged() -> None:
    ended = result("failed").model_copy(update={"checks": ()})
    assert outcome_of(ended, acted=True) == "not_sure"


def test_one_that_was_cut_off_names_the_last_step_and_says_to_look() -> None:
    said = next_step("not_sure", 'step 3: Click "Save"')
    assert 'step 3: Click "Save"' in said
    assert "Look" in said
    assert "surely" not in next_step("not_sure", "")


def test_what_no_check_proves_is_said() -> None:
    held = result().checks[0].model_copy(update={"before": True})
    for checks in ((), (held,)):
        done = Done(result().model_copy(update={"checks": checks}), acted=True, last="", report=None)
        assert "no check proves" in answer_of("run-1", done, None).next_step
    done = Done(result(), acted=True, last="", report=None)
    assert "the checks hold" in answer_of("run-1", done, None).next_step


def test_a_steps_words_are_one_harmless_line() -> None:
    assert words_of("Action: Click \x1b[2J\u202e Save\nmore") == "Click \\x1b[2J\\u202e Save"

"""A pass that proves nothing says so: no checks, or none that did not hold before."""

from __future__ import annotations

import pytest

from agent.checks import CheckResult
from agent.episode import Ending
from agent.loop import Episode
from agent.runs.beforehand import Beforehand, told
from tests.agent.fakes import DONE, FakeDesktop, FakeModel, approved, click, make_task

SAVED = CheckResult(kind="text", what="Saved", passed=True, expected="Saved", actual="Saved", seconds=0.1)
ASKED = SAVED.model_copy(update={"kind": "ask"})
THERE = SAVED.model_copy(update={"before": True})


def test_the_checks_are_tried_on_the_first_look_alone() -> None:
    tried: list[int] = []

    def held(_seen: object) -> tuple[bool, ...]:
        tried.append(1)
        return (True, False)

    desktop, beforehand = FakeDesktop(), Beforehand(held)
    model = FakeModel([click(), click(900, 900), DONE])
    Episode(make_task(), desktop, model, judge=lambda seen: (), watcher=beforehand, approve=approved).run()
    assert (len(tried), desktop.looks) == (1, 3)
    assert beforehand.marked((SAVED, SAVED)) == (THERE, SAVED)
    assert beforehand.marked(()) == ()


@pytest.mark.parametrize(
    ("checks", "message"),
    [
        ((), "passed, nothing was checked"),
        ((SAVED,), "as it was"),
        ((SAVED, THERE), "as it was"),
        ((ASKED,), "as it was, nothing else was checked"),
        ((THERE, ASKED), "as it was, and held before the first act as well: they prove nothing"),
        ((THERE, THERE), "as it was, and held before the first act as well: they prove nothing"),
    ],
)
def test_what_is_told_of_a_pass(checks: tuple[CheckResult, ...], message: str) -> None:
    assert told(Ending("passed", "as it was"), checks) == message


def test_what_did_not_pass_is_told_as_it_is() -> None:
    assert told(Ending("gave_up", "no button"), ()) == "no button"

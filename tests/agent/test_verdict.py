"""Verdict of an episode: what was expected on the way counts as much as the checks at the end."""

from __future__ import annotations

from typing import Literal

from agent.checks import CheckResult
from agent.judged import Judged
from agent.loop import Episode
from agent.model import Completion, Prompt
from agent.verdict import expectations, failed_on_the_way, judged_ending
from tests.agent.fakes import DONE, FAILED, FakeDesktop, FakeModel, Notebook, click, make_task


def judged(*, passed: bool, kind: Literal["expect", "read", "if"] = "expect") -> Judged:
    return Judged(
        kind=kind, step=2, line=7, what='Expect "A"', passed=passed, expected='"A"', actual="nearest: B"
    )


class Judging(FakeModel):
    """Replies with what was judged at each reply."""

    def __init__(self, replies: list[str], *found: tuple[Judged, ...]) -> None:
        super().__init__(replies)
        self.found = found

    def complete(self, prompt: Prompt) -> Completion:
        reply = super().complete(prompt)
        return Completion(reply.text, judged=self.found[min(len(self.prompts), len(self.found)) - 1])


def check(*, passed: bool) -> CheckResult:
    return CheckResult(kind="text", what="x", passed=passed, expected="x", actual="y", seconds=0)


def episode(model: Judging, *checks: CheckResult) -> tuple[Episode, Notebook]:
    notebook = Notebook()
    return (
        Episode(
            make_task(),
            FakeDesktop(),
            model,
            judge=lambda _seen: checks,
            watcher=notebook,
            approve=lambda _action, _seen: True,
        ),
        notebook,
    )


def test_an_expectation_that_does_not_hold_fails_the_run_and_no_check_is_tried() -> None:
    done, notebook = episode(Judging([FAILED], (judged(passed=False),)), check(passed=True))
    ending = done.run()
    assert (ending.verdict, ending.outside) == ("failed", False)
    assert ending.message == 'step 2 (line 7: Expect "A") does not hold: nearest: B'
    assert [(one.kind, one.line, one.passed) for one in ending.checks] == [("expect", 7, False)]
    assert notebook.steps[-1].completion.judged == (judged(passed=False),)


def test_a_model_that_says_it_is_done_does_not_undo_what_failed() -> None:
    done, _ = episode(Judging([DONE], (judged(passed=False),)), check(passed=True))
    assert done.run().verdict == "failed"


def test_those_that_held_stand_before_the_checks() -> None:
    model = Judging([click(), DONE], (judged(passed=True),), (judged(passed=True, kind="read"),))
    ending = episode(model, check(passed=True))[0].run()
    assert ending.verdict == "passed"
    assert ending.message == "1 of 1 expectations hold, 1 of 1 checks hold"
    assert [one.midway for one in ending.checks] == [True, False]


def test_a_condition_that_did_not_come_is_no_failure() -> None:
    done, _ = episode(Judging([DONE], (judged(passed=False, kind="if"),)))
    assert done.run().verdict == "passed"
    assert failed_on_the_way(done.steps) is None
    assert expectations(done.steps) == ()
    assert judged_ending(done.steps, ()).message == "no checks"


def test_a_value_that_can_not_be_read_fails_the_run() -> None:
    ending = episode(Judging([FAILED], (judged(passed=False, kind="read"),)))[0].run()
    assert (ending.verdict, ending.checks[0].kind) == ("failed", "read")

"""Expectations as steps of the reader: on paper, with the time that passes there."""

from __future__ import annotations

from agent.models.reader.judging import Judging
from agent.task import TaskStep
from tests.agent.models.reader.paper import Program, Run, entry, form, label


def test_what_holds_costs_a_look_and_is_told_with_the_next_reply() -> None:
    run = Run(form(text="Ada"), 'Expect "Name" shows "Ada"', 'Type "Bob" into "Name"')
    assert run.step("none") == "wait"
    assert run.judged == []
    assert run.step() == "triple_click"
    assert [(one.step, one.passed) for one in run.judged] == [(1, True)]


def test_what_does_not_hold_ends_the_task_with_what_was_seen() -> None:
    run = Run(form(text="Ada"), 'Expect "Name" shows "Bob" within 2 s', 'Type "Bob" into "Name"')
    assert run.go() == "failure"
    assert run.seconds == 2
    assert run.calls == ["wait", "terminate"]
    [one] = run.judged
    assert (one.passed, one.actual, one.expected) == (False, 'it shows "Ada"', '"Name" shows "Bob"')
    assert 'Step 1 (line 1: Expect "Name" shows "Bob" within 2 s) does not hold' in run.thought


def test_what_comes_late_is_waited_for() -> None:
    def come(program: Program) -> None:
        program.parts.append(label("Saved", 20, 120))

    run = Run(Program([label("Ready", 20, 20)], due={2: come}), 'Expect "Saved"')
    assert run.go() == "success"
    assert run.judged[0].seconds == 10


def test_an_error_that_comes_a_moment_later_is_not_overlooked() -> None:
    def come(program: Program) -> None:
        program.parts.append(label("Error 7", 20, 120))

    run = Run(Program([label("Ready", 20, 20)], due={1: come}), 'Expect no "Error"')
    assert run.go() == "failure"
    assert 'it is there: "Error 7"' in run.thought


def test_a_value_that_is_taken_back_fails() -> None:
    field = entry(100, 40, text="42.00")

    def back(program: Program) -> None:
        field.text = "41.00"

    run = Run(
        Program([label("Total", 20, 44), field], due={1: back}), 'Expect "Total" shows "42.00" within 1 s'
    )
    assert run.go() == "failure"
    assert run.judged[0].actual == 'it shows "41.00"'


def test_one_that_follows_another_model_takes_its_word_for_the_waiting() -> None:
    run = Run(form(), 'Expect no "Error"', 'Click "Name"')
    run.follow()
    assert run.step() == "wait"  # the click was the other model's: nothing changed yet after it


def test_what_was_judged_is_told_once() -> None:
    judging = Judging((TaskStep(text="x", line=1),), lambda: None, lambda: 0.0, 1)  # type: ignore[arg-type, return-value]  # reads nothing
    assert judging.took() == ()

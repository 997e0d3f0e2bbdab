"""Expectations as steps of the reader: on paper, with the time that passes there."""

from __future__ import annotations

from agent.models.reader.judging import Judging
from agent.task import TaskStep
from tests.agent.models.reader.paper import Part, Program, Run, entry, form, label
from tools.geometry import Box


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


def test_what_was_read_is_typed_as_it_is_whatever_it_holds() -> None:
    number = entry(100, 40, text='A"1\\n')
    note = entry(100, 100)
    program = Program([label("Number", 20, 44), number, label("Note", 20, 104), note])
    run = Run(program, 'Read "Number" as number', 'Type "No. ${number}" into "Note"')
    assert run.go() == "success"
    assert note.text == 'No. A"1\\n'
    assert [(one.kind, one.name, one.value) for one in run.judged] == [("read", "number", 'A"1\\n')]


def test_a_later_expectation_is_told_with_the_value() -> None:
    number = entry(100, 40, text="17")
    run = Run(
        Program([label("Number", 20, 44), number]),
        'Read "Number" as number',
        'Expect "Number" shows "${number}"',
        'Expect "No. ${number}" within 0 s',
    )
    assert run.go() == "failure"
    assert [one.what for one in run.judged][1:] == [
        'Expect "Number" shows "17"',
        'Expect "No. 17" within 0 s',
    ]


def test_an_empty_field_is_no_value() -> None:
    run = Run(form(), 'Read "Name" as name')
    assert run.go() == "failure"
    assert run.judged[-1].actual == "it is empty"


def test_a_screen_says_no_secret() -> None:
    run = Run(form(text="${secret.PIN}"), 'Read "Name" as name', 'Type "${name}" into "Name"')
    assert run.go() == "failure"
    assert "which only a task itself may say" in run.judged[-1].actual
    assert "type" not in run.calls


def test_the_pointer_is_taken_off_a_box_that_is_not_made_out() -> None:
    box = Part("checkbox", Box(100, 40, 20, 20), doubtful=True)
    run = Run(Program([label("Gift", 130, 42), box]), 'Expect "Gift" is ticked within 1 s')
    assert run.go() == "failure"
    assert run.calls == ["wait", "mouse_move", "terminate"] or run.calls[0] == "mouse_move"

"""Asides: dialogs that come at any time, answered by a model of their own while the run's model waits."""

from __future__ import annotations

import pytest

from agent.asides import Asides
from agent.errors import Halted
from agent.models import new_model
from agent.models.reader.model import ReaderModel
from tests.agent.fakes import make_task
from tests.agent.models.reader.paper import PaperParser, Part, Program, Run, entry, form, label
from tools.geometry import Box


def later() -> Part:
    """A button that closes the dialog."""

    def close(program: Program) -> None:
        program.parts = [part for part in program.parts if part.text not in ("Update available", "Later")]

    return Part("button", Box(300, 300, 100, 30), "Later", clicked=close)


def comes(program: Program) -> None:
    program.parts += [label("Update available", 300, 260), later()]


UPDATE = {"when": "Update available", "do": [{"text": 'Click "Later"', "line": 9}], "times": 2, "line": 8}


def run(program: Program, *steps: str) -> Run:
    return Run(program, *steps, interruptions=[UPDATE])


def test_a_dialog_that_is_there_first_is_answered_first() -> None:
    program = form()
    comes(program)
    done = run(program, 'Type "Ada" into "Name"')
    assert done.go() == "success"
    assert [part.text for part in program.parts] == ["Name", "Ada"]
    assert done.asides[0] == "interruption 1"
    assert set(done.asides[1:]) == {""}
    assert [(one.kind, one.what, one.line) for one in done.judged] == [
        ("interruption", '"Update available" came up', 8)
    ]


def test_one_that_comes_between_two_acts_hides_nothing_from_the_step() -> None:
    program = form()
    done = run(program, 'Type "Ada" into "Name"', 'Expect "Name" shows "Ada"')
    while "type" not in done.calls:
        done.step("done" if done.calls else "none")
    comes(program)
    assert done.go() == "success"
    assert program.parts[1].text == "Ada"
    assert done.calls.count("type") == 1


def test_what_was_dropped_because_of_it_is_decided_again() -> None:
    program = form()
    done = run(program, 'Type "Ada" into "Name"')
    done.step("none", lost=True)  # the dialog came before the click
    comes(program)
    done.step("dropped")
    assert done.asides[-1] == "interruption 1"
    assert done.go() == "success"
    assert program.parts[1].text == "Ada"


def test_one_that_comes_again_and_again_stops_the_run() -> None:
    program = form()
    done = run(program, 'Wait until "Done" appears')
    done.step("none")
    for _ in range(2):
        comes(program)
        done.step()
        done.step()
    comes(program)
    with pytest.raises(Halted, match=r'demo\.yaml:8: interruptions: "Update available" was answered 2 times'):
        done.step()


def test_one_that_can_not_be_answered_is_a_failure() -> None:
    program = Program([label("Update available", 300, 260)])
    done = run(program, 'Click "Save"')
    assert done.go() == "failure"
    assert 'Step 1 (line 9: Click "Later") can\'t be done' in done.thought


def test_what_somebody_typed_is_no_dialog() -> None:
    done = run(Program([label("Name", 20, 44), entry(100, 40, text="Update available")]), 'Click "Name"')
    assert done.go() == "success"
    assert set(done.asides) == {""}


def test_without_interruptions_nothing_is_read_for_them() -> None:
    asides = Asides(make_task(), ReaderModel, PaperParser)
    assert not asides.are_running
    assert isinstance(new_model("reader"), ReaderModel)
    assert new_model("reader") is not new_model("reader")


def test_a_condition_that_holds_is_done_beside_the_steps() -> None:
    program = form()
    comes(program)
    done = Run(program, 'If "Update available" appears: Click "Later"', 'Click "Name"')
    assert done.go() == "success"
    assert done.asides[0] == "step 1"
    assert done.asides[-1] == ""
    assert [(one.kind, one.passed) for one in done.judged] == [("if", True)]


def test_one_that_does_not_hold_costs_a_glance() -> None:
    done = Run(form(), 'If "Update available" appears: Click "Later"', 'Click "Name"')
    assert done.go() == "success"
    assert set(done.asides) == {""}
    assert [(one.kind, one.passed, one.seconds) for one in done.judged] == [("if", False, 1.0)]


def test_one_that_may_hold_is_no_guess() -> None:
    program = Program([label("Customer saves", 20, 20), label("Later", 20, 60)])
    done = Run(program, 'If "Customer saved" appears within 1 s: Click "Later"')
    assert done.go() == "success"
    assert "left_click" not in done.calls

"""From step to step: what is dropped is decided again, what is refused ends it, and a failure says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.protocol.grounding import to_pixel
from agent.protocol.toolcall import PointerCall, parse_tool_call
from tests.agent.models.reader.paper import Part, Program, Run, form, label
from tools.geometry import Box, Size

if TYPE_CHECKING:
    from agent.model import Feedback


def test_waits_for_a_target_that_comes_late() -> None:
    def come(program: Program) -> None:
        program.parts.append(label("Go", 20, 20))

    program = Program([label("Please wait", 20, 200)], due={2: come})
    run = Run(program, 'Click "Go"', 'Wait until "Go" appears')
    assert run.go() == "success"
    assert run.calls.count("wait") >= 2


def test_gives_up_on_what_does_not_come_and_tells_what_is_there() -> None:
    run = Run(Program([label("Street 1", 20, 20), label("Town", 20, 60)]), 'Click "Street 2"')
    assert run.go() == "failure"
    assert 'no "Street 2" on the screen; nearest: "Street 1"' in run.thought


def test_tells_of_a_dialog_that_came_up() -> None:
    def complain(program: Program) -> None:
        program.parts[:] = [label("The e-mail address is not valid.", 200, 200)]

    button = Part("button", Box(20, 20, 60, 24), "Save", clicked=complain)
    run = Run(Program([button, *form().parts]), 'Choose "Save > Copy"')
    assert run.go() == "failure"
    assert "came up: 'The e-mail address is not valid.'" in run.thought


def test_a_dropped_decision_is_made_anew_where_the_target_is_now() -> None:
    run = Run(Program([label("Go", 20, 20)]), 'Click "Go"')
    run.step("none", lost=True)
    run.program.parts[0].box = Box(300, 300, 16, 16)
    run.step("dropped")
    first, second = (parse_tool_call(reply) for reply in run.replies)
    assert isinstance(first, PointerCall)
    assert isinstance(second, PointerCall)
    assert to_pixel(first.coordinate, Size(800, 600)) == (28, 28)
    assert to_pixel(second.coordinate, Size(800, 600)) == (308, 308)


def test_a_target_that_is_gone_after_a_dropped_decision_is_waited_for() -> None:
    run = Run(Program([label("Go", 20, 20)]), 'Click "Go"')
    run.step("none", lost=True)
    run.program.parts.clear()
    assert run.step("dropped") == "wait"
    run.program.parts.append(label("Go", 60, 60))
    assert run.step() == "left_click"


@pytest.mark.parametrize("feedback", ["refused", "malformed"])
def test_what_was_refused_is_not_tried_again(feedback: Feedback) -> None:
    run = Run(form(), 'Click "Name"')
    run.step("none")
    assert run.step(feedback) == "terminate"
    assert f"the last act was {feedback}" in run.thought

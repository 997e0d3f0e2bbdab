"""Waiting and scrolling until a text can be seen, and no longer."""

from __future__ import annotations

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.waiting import scroll, wait_for
from agent.models.reader.steps import ScrollStep, WaitStep
from tests.agent.models.reader.paper import Program, Run, carry_out, form, label
from tools.action import Scroll, Wait
from tools.geometry import Point


def test_a_wait_has_an_end() -> None:
    run = Run(form(), 'Wait until "Done" appears within 0 seconds')
    assert run.go() == "failure"
    assert 'after 0 s: no "Done" on the screen' in run.thought


def test_waits_until_a_text_has_gone() -> None:
    def go(program: Program) -> None:
        program.parts.clear()

    run = Run(Program([label("Working...", 20, 20)], due={3: go}), 'Wait until "Working" disappears')
    assert run.go() == "success"
    assert run.calls == ["wait", "wait", "wait", "terminate"]


def test_a_text_that_is_not_quite_read_has_neither_come_nor_gone() -> None:
    for state in ("appears", "disappears"):
        run = Run(
            Program([label("Customer saves", 20, 20)]),
            f'Wait until "Customer saved" {state} within 0 seconds',
        )
        assert run.go() == "failure"


def test_scrolls_to_the_end_and_no_further() -> None:
    run = Run(Program([label("Page 1", 20, 20)]), 'Scroll down until "Page 9"')
    assert run.go() == "failure"
    assert run.calls == ["scroll", "scroll", "terminate"]
    assert "scrolled down to the end" in run.thought


def test_what_is_there_is_not_waited_for() -> None:
    program = Program([label("Done", 20, 20)])
    assert carry_out(lambda look: wait_for(WaitStep("Done", appears=True, seconds=20), look), program) == []


def test_one_wait_takes_five_seconds_at_most() -> None:
    def come(program: Program) -> None:
        program.parts.append(label("Done", 20, 20))

    step = WaitStep("Done", appears=True, seconds=60)
    (reply,) = carry_out(lambda look: wait_for(step, look), Program([], due={1: come}))
    assert reply.does == Wait(seconds=5)
    assert reply.thought == 'I wait for "Done" to appear.'


def test_a_page_is_scrolled_in_its_middle() -> None:
    with pytest.raises(StepFailed, match="scrolled up to the end"):
        carry_out(lambda look: scroll(ScrollStep("up", "Top", None), look), Program([]))


def test_the_wheel_turns_the_way_that_the_step_says() -> None:
    run = Run(Program([label("Page 1", 20, 20)]), 'Scroll up until "Page 9"')
    run.step("none")
    assert run.actions == [Scroll(point=Point(44, 28), vertical=3)]

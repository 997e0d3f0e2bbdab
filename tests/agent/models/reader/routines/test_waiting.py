"""Waiting until a text can be seen, and no longer."""

from __future__ import annotations

from agent.models.reader.routines.waiting import wait_for
from agent.models.reader.steps import WaitStep
from tests.agent.models.reader.paper import Program, Run, carry_out, form, label
from tools.action import Wait


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

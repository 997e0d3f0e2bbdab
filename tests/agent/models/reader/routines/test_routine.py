"""Looking for what is not there yet: waited for, uncovered, and given up in the end."""

from __future__ import annotations

import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import LOOKS, decided, seek
from agent.protocol.write import do, wait
from tests.agent.models.reader.paper import PaperParser, Program, Run, label
from tools.action import Click, Move
from tools.geometry import Point
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.locate.locator import Locator
from tools.locate.look import Look

GO = Locator("Go")


def looking(program: Program) -> Look:
    parser = PaperParser()
    return Look(parser.paint(program), parser)


def test_a_decision_is_a_reply_or_makes_one_of_the_look() -> None:
    there, gone = looking(Program([label("Go", 20, 20)])), looking(Program([]))
    plain = wait(1.0, "So.")
    assert decided(plain, gone) is plain
    click = decided(lambda look: do(Click(point=find(look.scene, GO).line.box.center), "So."), there)
    assert click.does == Click(point=Point(28, 28))
    with pytest.raises(NotFound):
        decided(lambda look: do(Click(point=find(look.scene, GO).line.box.center), "So."), gone)


def test_what_is_there_is_found_without_a_reply() -> None:
    seeking = seek(lambda look: find(look.scene, GO), looking(Program([label("Go", 20, 20)])))
    with pytest.raises(StopIteration) as found:
        next(seeking)
    assert found.value.value[0].line.text == "Go"


def test_what_is_not_there_is_waited_for_and_uncovered_and_then_a_failure() -> None:
    run = Run(Program([label("Stop", 20, 20)]), 'Click "Go"')
    assert run.go() == "failure"
    assert [action.kind for action in run.actions] == ["wait", "move", "wait", "wait"]
    assert run.actions[1] == Move(point=Point(784, 400))
    assert 'no "Go" on the screen' in run.thought


def test_what_does_not_come_is_a_failure_of_the_step() -> None:
    seeking = seek(lambda look: find(look.scene, GO), looking(Program([])))
    next(seeking)
    for _ in range(LOOKS - 1):
        seeking.send(looking(Program([])))
    with pytest.raises(StepFailed, match='no "Go"'):
        seeking.send(looking(Program([])))

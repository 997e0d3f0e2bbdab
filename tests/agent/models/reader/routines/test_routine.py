"""Looking for what is not there yet: waited for, uncovered, and given up in the end."""

from __future__ import annotations

import pytest

from agent.models.reader.routines.routine import Sought, decided, seek
from agent.protocol.write import do, wait
from tests.agent.models.reader.paper import PaperParser, Program, label
from tools.action import Click
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


def test_what_is_not_there_is_sought() -> None:
    seeking = seek(lambda look: find(look.scene, GO), looking(Program([])))
    wanted = next(seeking)
    assert isinstance(wanted, Sought)
    with pytest.raises(NotFound):
        wanted.find(looking(Program([])))
    with pytest.raises(StopIteration) as found:
        seeking.send(looking(Program([label("Go", 20, 20)])))
    assert found.value.value[0].line.text == "Go"

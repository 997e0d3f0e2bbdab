"""Clicks on what has no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from agent.models.reader.routines.picturing import click_image
from agent.models.reader.routines.routine import Sought, decided
from agent.models.reader.steps import ClickImageStep
from agent.runs.last_look import write_picture
from tests.tools.icons import with_crosses
from tests.tools.scenes import FakeParser, scene
from tools.action import Click, Wait
from tools.geometry import Box, Point
from tools.locate.errors import NotFound
from tools.locate.look import Look
from tools.relocate.picture import cut_out

if TYPE_CHECKING:
    from pathlib import Path

    from agent.protocol.write import Reply
    from tools.observation import Frame

HERE, THERE = Point(60, 60), Point(300, 200)


@pytest.fixture
def step(tmp_path: Path) -> ClickImageStep:
    """A right click on a cross."""
    picture = cut_out(with_crosses(HERE), Box(HERE.x - 12, HERE.y - 12, 24, 24))
    write_picture(picture, tmp_path / "cross.png")
    return ClickImageStep(str(tmp_path / "cross.png"), "right")


def replies(step: ClickImageStep, *frames: Frame) -> list[Reply]:
    """What is replied to these frames, the last of which stays."""
    left, parser = list(frames), FakeParser(anywhere=scene())
    look, said = Look(left.pop(0), parser), []
    routine = click_image(step, look)
    try:
        decision = next(routine)
        while True:
            if isinstance(decision, Sought):
                look = Look(left.pop(0) if left else look.frame, parser, look.frame)
                decision.find(look)
            else:
                said.append(decided(decision, look))
                look = Look(left.pop(0) if left else look.frame, parser, look.frame)
            decision = routine.send(look)
    except StopIteration:
        return said


def test_the_middle_of_its_place_is_clicked(step: ClickImageStep) -> None:
    [click] = replies(step, with_crosses(THERE), with_crosses())
    assert click.does == Click(point=THERE, button="right")
    assert click.sentence == 'Right-click the picture "cross.png".'


def test_a_click_that_shows_nothing_is_given_time_and_not_made_again(step: ClickImageStep) -> None:
    assert [type(reply.does) for reply in replies(step, with_crosses(THERE))] == [Click, Wait]


def test_it_is_waited_for(step: ClickImageStep) -> None:
    said = replies(step, with_crosses(), with_crosses(HERE), with_crosses())
    assert [type(reply.does) for reply in said] == [Click]


@pytest.mark.parametrize(("crosses", "why"), [((), "is not on the screen"), ((HERE, THERE), "in 2 places")])
def test_none_or_several_are_a_failure(step: ClickImageStep, crosses: tuple[Point, ...], why: str) -> None:
    with pytest.raises(NotFound, match=why):
        replies(step, with_crosses(*crosses))

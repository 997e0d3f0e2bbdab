"""Turns of the wheel: how far they went, what the next may be, and what is no page that moved."""

from __future__ import annotations

import numpy as np
import pytest

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.turning import Turns, turn
from tests.tools.scenes import SIZE, FakeParser, scene
from tools.action import Scroll, Wait
from tools.geometry import Box, Point
from tools.locate.areas.wheel import WheelPlace
from tools.locate.look import Look
from tools.observation import Frame

PLACE = WheelPlace(Point(100, 60), 200, Box(50, 50, 300, 300))
SPIN = Box(90, 50, 60, 24)
CLOCK = Box(500, 500, 60, 16)


def look(down: int = 0, *changed: Box) -> Look:
    """A page of rows of different widths, scrolled so far; and boxes that look different."""
    rgb = np.full((SIZE.height, SIZE.width, 3), 200, np.uint8)
    for row in range(40):
        top = 60 + 30 * row - down
        if 50 <= top <= 330:
            rgb[top : top + 12, 180 : 190 + row * 7 % 90] = 20
    for box in changed:
        rgb[box.slices] = 90
    frame = Frame.from_rgb(rgb)
    return Look(frame, FakeParser(anywhere=scene()))


def turned(before: Look, after: Look, turns: Turns | None = None, *, is_list: bool = False) -> Turns:
    turns = turns or Turns("down", lambda _: PLACE, "So", lambda _: False, is_list=is_list)
    turns(before)
    turns.take(turns.distance(after), after)
    return turns


def test_the_next_turn_goes_as_far_as_the_way_ahead_is_free() -> None:
    turns = turned(look(), look(45))
    assert turns.step == 45
    assert turns(look(45)).does == Scroll(point=PLACE.point, vertical=-4)


def test_a_turn_that_was_still_going_on_is_measured_again_before_the_next() -> None:
    going = look(5)
    turns = turned(look(), going)
    turns(going)
    assert turns(look(45)).does == Scroll(point=PLACE.point, vertical=-4), "the one before was dropped"
    assert turns.step == 45


def test_the_last_turn_at_the_end_of_a_page_says_nothing_of_a_notch() -> None:
    turns = turned(look(), look(45))
    assert turned(look(45), look(50), turns).step == 45


def test_what_all_is_new_leaves_the_notch_as_it_was_known() -> None:
    turns = turned(look(), look(45))
    assert turned(look(45), look(345), turns).step == 45
    assert not turns.is_over


def test_a_place_where_nothing_moves_is_left_at_once_and_a_page_at_its_end_after_two_turns() -> None:
    assert turned(look(), look(0, CLOCK)).is_over
    turns = turned(look(), look(45))
    assert not turned(look(45), look(45, CLOCK), turns).is_over
    assert turned(look(45), look(45, CLOCK), turns).is_over


def test_what_lights_up_under_the_pointer_once_is_not_told_and_what_changes_twice_is() -> None:
    turns = turned(look(), look(0, SPIN))
    assert not turns.is_over
    with pytest.raises(StepFailed, match=r"at \(100, 60\) the wheel scrolls nothing and changes"):
        turned(look(), look(0, SPIN), turns)


def test_on_a_screen_of_another_size_nothing_can_be_told() -> None:
    other = Look(Frame.from_rgb(np.zeros((300, 400, 3), np.uint8)), FakeParser(anywhere=scene()))
    assert turned(look(), other).step is None


def test_in_an_opened_list_rows_may_light_up() -> None:
    turns = turned(look(), look(0, SPIN), is_list=True)
    assert turned(look(), look(0, SPIN), turns).is_over


def test_what_has_come_into_sight_with_the_last_turn_is_not_turned_away() -> None:
    turns = Turns("down", lambda _: PLACE, "So", lambda _: True)
    routine = turn(turns, look())
    assert next(routine) is turns
    assert isinstance(turns(look(45)).does, Wait)
    with pytest.raises(StopIteration):
        routine.send(look(45))
    assert not turns.is_over

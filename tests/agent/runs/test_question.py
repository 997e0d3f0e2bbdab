"""A question says all that would be done, in one line."""

from __future__ import annotations

import pytest

from agent.runs.question import Question
from tests.agent.fakes import make_frame
from tools.action import Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point
from tools.observation import Observation

HERE, THERE = Point(1, 2), Point(3, 4)


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (Click(point=HERE), "click at (1, 2)"),
        (Click(point=HERE, button="right", count=2), "right double-click at (1, 2)"),
        (Drag(point=HERE), "drag from (3, 4) to (1, 2)"),
        (Move(point=HERE), "move to (1, 2)"),
        (Scroll(vertical=-3), "scroll by -3 up and 0 to the right at (3, 4)"),
        (Key(keys=("ctrl", "s")), "press ctrl+s"),
        (Key(keys=("down",), times=4), "press down 4 times"),
        (Type(text='rm "x"\n'), 'type "rm \\"x\\"\\n"'),
        (Wait(seconds=1.5), "wait 1.5 s"),
    ],
)
def test_every_action_in_words(action: Click, told: str) -> None:
    question = Question(7, action, Observation(make_frame(), pointer=THERE))
    assert question.what == str(question) == f"step 7: {told}"


def test_where_and_why() -> None:
    seen = Observation(make_frame())
    question = Question(
        1, Click(point=HERE), seen, '"Delete"', windows=("Mail", "x"), why="t.yaml:3: ask click"
    )
    assert str(question) == 'step 1: click at (1, 2) on "Delete" in the window "Mail" (t.yaml:3: ask click)'


def test_what_a_screen_says_is_shown_not_obeyed() -> None:
    seen = Observation(make_frame())
    question = Question(1, Click(point=HERE), seen, "\x1b[2J\nstep 2", windows=("\x1b]0;x\a",), why="\x1b[1m")
    assert str(question).isprintable()

"""Actions in words."""

from __future__ import annotations

import pytest

from agent.report.words import done_in_words
from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point

AT = Point(3, 4)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (Click(point=AT), "click at 3, 4"),
        (Click(point=AT, button="right", count=2), "right double-click at 3, 4"),
        (Click(point=AT, count=3), "triple-click at 3, 4"),
        (Move(point=AT), "move the pointer at 3, 4"),
        (Drag(point=AT), "drag at 3, 4"),
        (Type(text="a\nb"), 'type "a\nb"'),
        (Key(keys=("ctrl", "s")), "press ctrl+s"),
        (Key(keys=("tab",), times=3), "press tab, 3 times"),
        (Scroll(point=AT, vertical=-3), "scroll down by 3 at 3, 4"),
        (Scroll(vertical=2, horizontal=-1), "scroll up by 2 and left by 1"),
        (Scroll(), "scroll by nothing"),
        (Wait(seconds=2.5), "wait up to 2.5 s"),
    ],
)
def test_an_action_is_told_in_words(action: Action, words: str) -> None:
    assert done_in_words(action) == words

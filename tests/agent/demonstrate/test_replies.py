"""What a person did, in the words of a model: the very action, and a name for what was pointed at."""

from __future__ import annotations

import pytest

from agent.demonstrate.replies import reply_to
from tests.tools.scenes import line, scene, widget
from tools.action import Action, Click, Drag, Key, Move, Scroll, Type, Wait
from tools.geometry import Point

FORM = scene(line("Name", 20, 44), widget("field", 100, 40, 200), line("Save", 108, 104))
FIELD, SAVE, NOTHING = Point(200, 52), Point(120, 112), Point(700, 500)


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (Click(point=FIELD), 'Click the field "Name".'),
        (Click(point=SAVE, count=2), 'Double-click "Save".'),
        (Click(point=SAVE, button="right"), 'Right-click "Save".'),
        (Move(point=SAVE), 'Move to "Save".'),
        (Drag(point=NOTHING), "Drag to (700, 500)."),
        (Scroll(point=SAVE, vertical=-2), "Scroll down."),
        (Scroll(point=SAVE, horizontal=2), "Scroll right."),
        (Key(keys=("ctrl", "s")), "Press ctrl+s."),
        (Type(text="Ada"), 'Type "Ada".'),
    ],
)
def test_the_reply_does_what_the_person_did_and_says_so(action: Action, sentence: str) -> None:
    reply = reply_to(action, FORM)
    assert (reply.does, reply.sentence) == (action, sentence)
    assert reply.thought.startswith("A person showed this")


def test_the_thought_says_where_it_was() -> None:
    assert reply_to(Click(point=SAVE), FORM).thought == 'A person showed this: "Save" is at (120, 112).'
    assert reply_to(Click(point=NOTHING), FORM).thought == "A person showed this; what is there has no name."
    assert reply_to(Click(point=SAVE), None).sentence == "Click (120, 112)."


def test_nobody_waits_by_hand() -> None:
    with pytest.raises(TypeError, match="by hand"):
        reply_to(Wait(seconds=1), FORM)

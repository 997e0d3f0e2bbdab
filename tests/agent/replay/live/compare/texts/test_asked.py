"""A value of one or two signs: in a question it has to be this run's, elsewhere it may stand by chance."""

from __future__ import annotations

import pytest

from agent.replay.live.compare.texts.asked import is_asked
from agent.replay.live.compare.texts.harmless import Circumstances
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.replay.live.compare.screens.screens import said, screens, window
from tests.tools.scenes import line
from tools.geometry import Box, Point

SHORT = Substitutions(short=(("3", "7"), ("12", "15")))
YES = line("Yes, do it", 320, 280)
FAR = Point(40, 308)


def reason(
    was: str, now: str, target: Point | None = YES.box.center, wording: Wording | None = None
) -> str | None:
    """Of a question that came up together with its answer."""
    ground = Box(290, 190, 300, 120)
    scenes = [window(line(text, 300, 200), YES, marks=(ground,)) for text in (was, now)]
    before = window()
    then, present = (screens(before, scene) for scene in scenes)
    return said(then, present, wording or Wording(SHORT), Circumstances(target=target)).reason


@pytest.mark.parametrize(
    ("was", "now", "is_stop"),
    [
        pytest.param("Delete 3 records?", "Delete 3 records?", True, id="the old value"),
        pytest.param("Delete 3 records?", "Delete 7 records?", False, id="the new one"),
        pytest.param("Delete 3 records?", "Delete 8 records?", True, id="another one"),
        pytest.param("Delete 3 records?", "Delete 37 records?", True, id="more digits"),
        pytest.param("Send 12 boxes?", "Send 12 boxes?", True, id="two digits"),
        pytest.param("Send 12 boxes in 3 cars?", "Send 15 boxes in 7 cars?", False, id="both values"),
        pytest.param("Send 3 of 3 boxes?", "Send 7 of 3 boxes?", False, id="one of two places"),
        pytest.param("Send 3 of 3 boxes?", "Send 3 of 3 boxes?", True, id="none of two places"),
        pytest.param("Delete 33 records?", "Delete 33 records?", False, id="the value is no word there"),
    ],
)
def test_a_question_has_to_hold_the_new_value(was: str, now: str, *, is_stop: bool) -> None:
    assert (reason(was, now) is not None) is is_stop
    assert (reason(was, now, None) is not None) is is_stop, "answered by a key"


def test_the_message_names_both() -> None:
    said_of = reason("Delete 3 records?", "Delete 3 records?")
    assert said_of == '"Delete 3 records?" holds a recorded value, and was to be "Delete 7 records?"'


def test_where_nothing_is_answered_it_may_stand_by_chance() -> None:
    assert reason("Step 3 of four", "Step 3 of four", FAR) is None


def test_what_stood_there_before_the_value_was_used_stays() -> None:
    there = Wording(SHORT, stays=lambda _line: True)
    assert reason("Delete 3 records?", "Delete 3 records?", wording=there) is None


def test_a_text_that_was_there_before_its_answer_is_not_asked() -> None:
    question, ground = line("Delete 3 records?", 300, 200), Box(290, 190, 300, 120)
    asked = window(question, YES, marks=(ground,))
    assert is_asked(question, screens(window(), asked), YES.box.center)
    assert not is_asked(question, screens(window(question), asked), YES.box.center)
    assert not is_asked(question, screens(window(), asked), FAR)

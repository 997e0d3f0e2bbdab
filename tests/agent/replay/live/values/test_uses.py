"""Which texts that hold a changed value stay as they are, on scenes made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.screens.screens import Screens
from agent.replay.live.compare.texts.said import Wording, unlike
from agent.replay.live.values.substitutions import Substitutions
from agent.replay.live.values.uses import Uses
from tests.tools.scenes import FakeParser, line, painted

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene

VALUES = Substitutions(pairs=(("Oslo", "Bergen"),))
RADIOS = line("Oslo", 60, 100), line("Bergen", 60, 140)
ROW = line("Oslo", 400, 300)
FORM, ADDED = painted(*RADIOS), painted(*RADIOS, ROW)
PARSER = FakeParser(FORM, ADDED)


def stays(text: Line, *used: Scene) -> bool:
    return Uses([(scene.frame, "Oslo") for scene in used], VALUES, PARSER).stays(text)


def test_a_caption_stays_until_its_value_is_used_and_afterwards() -> None:
    assert stays(RADIOS[0])
    assert stays(RADIOS[0], FORM)


def test_what_came_up_since_the_value_was_used_has_to_be_this_run_s() -> None:
    assert stays(ROW)
    assert not stays(ROW, FORM)


def test_a_text_without_a_changed_value_is_no_matter_of_it() -> None:
    assert not stays(RADIOS[1])


def test_a_recorded_value_that_was_put_there_again_is_not_taken_for_the_caption() -> None:
    wording = Wording(VALUES, stays=Uses([(FORM.frame, "Oslo")], VALUES, PARSER).stays)
    then, right = Screens([FORM.frame], ADDED, PARSER), painted(*RADIOS, line("Bergen", 400, 300))
    for present, missing in ((right, ()), (ADDED, (ROW,))):
        now = Screens([FORM.frame], present, FakeParser(FORM, present))
        assert unlike(then, now, wording).missing == missing

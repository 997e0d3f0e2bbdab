"""Each reason not to go on, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.compare import effects
from agent.replay.live.compare.effects import differ
from tests.agent.replay.live.compare.transitions import FORM, SAVE, pair, plus
from tests.tools.scenes import line, painted
from tools.action import Move
from tools.geometry import Box


def test_what_happened_again_is_no_reason() -> None:
    before = painted(*FORM)
    after = plus(before, line("Customer saved", 20, 400))
    again = plus(before, line("Customer saved", 60, 420))
    assert differ(*pair(SAVE, before, after, again)) is None


def test_nothing_changed_where_something_did() -> None:
    before = painted(*FORM)
    after = plus(before, marks=(Box(40, 300, 40, 20),))
    assert effects.nothing_changed(*pair(SAVE, before, after, before)) == "nothing changed on the screen"
    elsewhere = plus(before, marks=(Box(400, 300, 1, 1),))
    assert effects.nothing_changed(*pair(SAVE, before, after, elsewhere)) is None
    assert effects.nothing_changed(*pair(SAVE, before, before, before)) is None
    assert effects.nothing_changed(*pair(Move(point=SAVE.point), before, after, before)) is None


def test_every_effect_is_asked() -> None:
    asked = {effect.__name__ for effect in effects.EFFECTS}
    assert asked == {
        "nothing_changed", "the_clicked_field_has_no_focus", "typed_text_is_not_in_its_field",
        "typed_text_was_corrected",
        "another_entry_is_chosen", "a_new_value_is_not_shown", "another_state",
    }  # fmt: skip

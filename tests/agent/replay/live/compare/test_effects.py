"""Each reason not to go on, on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace

from agent.replay.live.compare import effects
from agent.replay.live.compare.effects import differ, differ_at_start
from agent.replay.live.compare.transition import Transition
from agent.replay.live.substitutions import Substitutions
from tests.agent.replay.live.compare.transitions import FIELD, FORM, SAVE, context, pair, plus, transition
from tests.tools.scenes import line, painted
from tools.action import Move, Type
from tools.geometry import Box


def test_what_happened_again_is_no_reason() -> None:
    before = painted(*FORM)
    after = plus(before, line("Customer saved", 20, 400))
    again = plus(before, line("Customer saved", 60, 420))
    assert differ(*pair(SAVE, before, after, again)) is None


def test_the_first_reason_counts() -> None:
    before = painted(*FORM)
    after = plus(before, line("Customer saved", 20, 400))
    asked = plus(before, line("Licence needed", 300, 200))
    reason = 'something came up that the recording does not know: "Licence needed" at (356, 208)'
    assert differ(*pair(SAVE, before, after, asked)) == reason
    assert (
        effects.what_came_up_did_not(*pair(SAVE, before, after, asked)) == '"Customer saved" did not come up'
    )


def test_something_unknown_is_named_and_placed() -> None:
    before = painted(*FORM)
    dialog = [
        line(text, 300, 200 + 30 * row) for row, text in enumerate(("Proxy", "Host name", "Port", "User"))
    ]
    reason = effects.something_unknown_came_up(*pair(SAVE, before, before, plus(before, *dialog)))
    assert reason is not None
    assert '"Proxy", "Host name", "Port" at (320, 208)' in reason


def test_what_was_typed_in_this_run_is_not_unknown() -> None:
    before = painted(*FORM)
    after = plus(before, line("grace@example.org", 20, 400))
    reason = effects.something_unknown_came_up
    assert reason(*pair(SAVE, before, before, after)) is not None
    assert reason(*pair(SAVE, before, before, after, typed=["grace@example.org"])) is None


def test_what_comes_up_in_an_ignored_region_is_not_unknown() -> None:
    before = painted(*FORM)
    after = plus(before, line("Monday, 4 May", 600, 4))
    ignored = [Box(590, 0, 210, 30)]
    assert effects.something_unknown_came_up(*pair(SAVE, before, before, after, ignored=ignored)) is None


def test_the_first_screen_shows_nothing_unknown() -> None:
    recorded = painted(*FORM)
    asked = plus(recorded, line("Licence needed", 300, 200))
    assert differ_at_start(recorded, painted(*FORM), context(recorded)) is None
    assert 'does not know: "Licence needed"' in str(differ_at_start(recorded, asked, context(recorded)))
    ignored = context(recorded, ignored=[Box(300, 190, 200, 40)])
    assert differ_at_start(recorded, asked, ignored) is None


def test_what_came_up_need_not_where_the_recording_knew_it_before() -> None:
    """A dialog covered the note when it was recorded, and now it stands beside it."""
    first = painted(*FORM, line("Saved today", 20, 400))
    covered = painted(*FORM)
    both = transition(SAVE, covered, first), transition(SAVE, covered, covered)
    knowing = context(first, covered)
    assert effects.what_came_up_did_not(*both, knowing) is None
    assert effects.what_came_up_did_not(*both, context(covered, first)) == '"Saved today" did not come up'


def test_a_list_may_show_fewer_of_its_entries() -> None:
    before = painted(*FORM)
    names = ("Austria", "Belgium", "Croatia", "Denmark", "Estonia")
    entries = [line(name, 300, 100 + 20 * row) for row, name in enumerate(names)]
    whole, fewer, one = (plus(before, *entries[:count]) for count in (5, 3, 1))
    assert effects.what_came_up_did_not(*pair(SAVE, before, whole, fewer)) is None
    assert effects.what_came_up_did_not(*pair(SAVE, before, whole, one)) == '"Belgium" did not come up'


def test_a_typed_text_is_not_due_among_what_came_up() -> None:
    before = painted(*FORM, FIELD)
    after = plus(before, line("Ada Lovelace", 126, 100))
    typed = Type(text="Ada Lovelace")
    assert effects.what_came_up_did_not(*pair(typed, before, after, before)) is None


def test_a_tooltip_need_not_come_up_but_what_stays_has_to() -> None:
    before = painted(*FORM)
    after = plus(before, line("Save it all", 50, 325))
    reason = effects.what_came_up_did_not
    assert reason(*pair(SAVE, before, after, before, later=before.frame)) is None
    assert reason(*pair(SAVE, before, after, before, later=after.frame)) is not None
    assert reason(*pair(SAVE, before, after, before, later=None)) is not None
    far = plus(before, line("Save it all", 400, 500))
    assert reason(*pair(SAVE, before, far, before, later=before.frame)) is not None


def test_what_the_recording_opened_has_to_go_away() -> None:
    first = painted(*FORM)
    asked = plus(first, line("Really save?", 300, 200))
    both = transition(SAVE, asked, first), transition(SAVE, asked, asked)
    opened = replace(context(first, asked), earlier=[first.frame, asked.frame])
    assert effects.what_went_away_did_not(*both, opened) == '"Really save?" did not go away'
    gone = transition(SAVE, asked, first)
    assert effects.what_went_away_did_not(both[0], gone, opened) is None
    from_the_start = context(asked, first)
    assert effects.what_went_away_did_not(*both, from_the_start) is None


def test_an_entry_that_is_the_new_value_stays_in_sight() -> None:
    """The list closes, and the field shows the entry that was chosen now."""
    first = painted(line("Country", 20, 100))
    entries = line("Denmark", 130, 140), line("Germany", 130, 160)
    opened = plus(first, *entries)
    german, danish = (plus(first, line(name, 126, 100)) for name in ("Germany", "Denmark"))
    both = transition(SAVE, opened, german), transition(SAVE, opened, danish)
    both = both[0], Transition(SAVE, opened, plus(first, entries[0]), SAVE.point)
    known = replace(context(first, opened), earlier=[first.frame, opened.frame])
    assert effects.what_went_away_did_not(*both, known) == '"Denmark" did not go away'
    values = replace(known, substitutions=Substitutions(pairs=(("Germany", "Denmark"),)))
    assert effects.what_went_away_did_not(*both, values) is None


def test_nothing_changed_where_something_did() -> None:
    before = painted(*FORM)
    after = plus(before, marks=(Box(40, 300, 40, 20),))
    assert effects.nothing_changed(*pair(SAVE, before, after, before)) == "nothing changed on the screen"
    elsewhere = plus(before, marks=(Box(400, 300, 1, 1),))
    assert effects.nothing_changed(*pair(SAVE, before, after, elsewhere)) is None
    assert effects.nothing_changed(*pair(SAVE, before, before, before)) is None
    assert effects.nothing_changed(*pair(Move(point=SAVE.point), before, after, before)) is None


def test_a_number_that_came_up_has_to_come_up_where_nothing_else_did() -> None:
    before = painted(*FORM)
    after = plus(before, line("4711", 300, 40))
    assert effects.a_number_did_not_come_up(*pair(SAVE, before, after, before)) == '"4711" did not come up'
    another = plus(before, line("0815", 300, 40))
    assert effects.a_number_did_not_come_up(*pair(SAVE, before, after, another)) is None
    unsure = plus(before, line("4711", 300, 40, score=0.5))
    assert effects.a_number_did_not_come_up(*pair(SAVE, before, unsure, before)) is None


def test_every_effect_is_asked() -> None:
    asked = {effect.__name__ for effect in effects.EFFECTS}
    assert asked == {
        "something_unknown_came_up", "what_came_up_did_not", "what_went_away_did_not", "nothing_changed",
        "a_number_did_not_come_up", "the_clicked_field_has_no_focus", "typed_text_is_not_in_its_field",
        "another_entry_is_chosen", "a_new_value_is_not_shown", "another_state",
    }  # fmt: skip

"""A recorded value proves nothing where this run has another one, on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.replay.live.compare.new_values import a_new_value_is_not_shown, another_entry_is_chosen
from agent.replay.live.compare.transition import Transition
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.replay.live.compare.transitions import FORM, SAVE, context, pair, plus
from tests.tools.scenes import Told, line, painted, widget
from tools.action import Click
from tools.geometry import Box, Point
from tools.see.scene import Line

if TYPE_CHECKING:
    from tools.see.scene import Scene

ADA_TO_GRACE = Substitutions(values=(("Ada Lovelace", "Grace Hopper"),))
PORTS = Substitutions(pairs=(("Oslo", "Bergen"),))
DROP_DOWN, ENTRY = Point(220, 108), Point(160, 150)
LIST = [line(port, 130, 130 + 24 * row) for row, port in enumerate(("Bergen", "Oslo", "Bodo"))]


def port(*shown: str, table: str = "Bergen") -> Scene:
    """A form with a drop-down that shows a port, and a table in which another stands."""
    field = widget("dropdown", 120, 96, 200)
    return painted(*FORM, field, *(line(text, 126, 100) for text in shown), line(table, 500, 400))


def chosen(now: Scene) -> str | None:
    """What is said of a screen after Bergen was to be chosen, where Oslo was."""
    then = Transition(Click(point=ENTRY), plus(port(), *LIST), port("Oslo"), ENTRY, DROP_DOWN)
    run = Transition(Click(point=ENTRY), plus(port(), *LIST), now, ENTRY, DROP_DOWN)
    known = context(then.after, now, substitutions=PORTS, chosen=("Oslo", "Bergen"))
    return another_entry_is_chosen(then, run, known)


def test_the_new_entry_in_its_field_is_well() -> None:
    assert chosen(port("Bergen")) is None


def test_the_recorded_entry_in_the_field_is_a_reason() -> None:
    assert chosen(port("Oslo")) == '"Bergen" was to be chosen, and its field shows "Oslo"'


def test_the_new_entry_elsewhere_on_the_screen_is_no_proof() -> None:
    assert chosen(port(table="Bergen")) == '"Bergen" was to be chosen, and its field shows ""'


def test_an_entry_that_begins_like_the_new_one_is_another_one() -> None:
    assert chosen(port("Bergen East")) is not None


def test_a_new_value_has_to_come_up_in_place_of_the_recorded_one() -> None:
    before = painted(*FORM)
    ada, grace = (plus(before, line(f"Dear {name}", 20, 400)) for name in ("Ada Lovelace", "Grace Hopper"))
    assert a_new_value_is_not_shown(*pair(SAVE, before, ada, grace, substitutions=ADA_TO_GRACE)) is None
    for other in (before, ada):
        reason = a_new_value_is_not_shown(*pair(SAVE, before, ada, other, substitutions=ADA_TO_GRACE))
        assert reason == '"Grace Hopper" did not come up where another value did'


def test_a_new_value_may_be_read_in_pieces_of_which_the_second_lies_higher() -> None:
    before = painted(*FORM)
    ada = plus(before, line("Ada Lovelace", 20, 400))
    grace = plus(before, line("Hopper", 66, 398), line("Grace", 20, 400))
    assert a_new_value_is_not_shown(*pair(SAVE, before, ada, grace, substitutions=ADA_TO_GRACE)) is None


def test_a_lone_sign_is_not_asked_for_as_it_is_not_always_read() -> None:
    before = painted(*FORM)
    was, saved = plus(before, line("120", 400, 300)), plus(before, line("Saved", 20, 500))
    for new, is_asked in (("7", False), ("75", True)):
        number = Substitutions(pairs=(("120", new),))
        reason = a_new_value_is_not_shown(*pair(SAVE, before, was, saved, substitutions=number))
        assert (reason is not None) is is_asked


def test_a_new_value_that_stood_there_before_is_no_proof() -> None:
    before = painted(*FORM, line("Grace Hopper", 500, 400))
    ada = plus(before, line("Dear Ada Lovelace", 20, 400))
    wrong = plus(before, line("Dear all", 20, 400))
    assert a_new_value_is_not_shown(*pair(SAVE, before, ada, wrong, substitutions=ADA_TO_GRACE)) is not None


def test_a_recorded_value_beside_what_was_drawn_was_not_drawn() -> None:
    before = painted(*FORM, line("Ada Lovelace", 120, 100))
    marks = (Box(110, 112, 4, 30), Box(110, 140, 200, 4))
    ada, grace = plus(before, marks=marks), painted(*FORM, line("Grace Ho", 120, 100), marks=marks)
    case = pair(SAVE, before, ada, grace, substitutions=ADA_TO_GRACE)
    assert a_new_value_is_not_shown(*case) is None


def test_a_value_that_a_list_lay_over_may_be_cut_off_by_its_field() -> None:
    field, covered = widget("field", 120, 96, 150), painted(*FORM, marks=(Box(100, 80, 300, 200),))
    ada = painted(*FORM, field, line("Ada Lovelace", 126, 100))
    values = Substitutions(values=(("Ada Lovelace", "Wolfgang Amadeus Mozart"),))
    for text, wide, is_reason in (("Wolfgang Amade", 138, False), ("Wolfgang Am", 88, True)):
        cut = painted(*FORM, field, Line(text, Box(126, 100, wide, 16)))
        reason = a_new_value_is_not_shown(*pair(SAVE, covered, ada, cut, substitutions=values))
        assert (reason is not None) is is_reason


def test_a_list_that_is_chosen_from_holds_the_recorded_value_too() -> None:
    both = pair(SAVE, port(), plus(port(), *LIST), plus(port(), LIST[1]), substitutions=PORTS, choosing=True)
    assert a_new_value_is_not_shown(*both) is None


def test_a_folder_stands_within_the_path_of_a_file_as_it_did() -> None:
    folders = Substitutions(values=(("/srv/old", "/srv/new"),))
    before = painted(*FORM)
    then, well, other, longer = (
        plus(before, line(f"{path}/note.txt", 20, 400))
        for path in ("/srv/old", "/srv/new", "/srv/old", "/srv/newer")
    )
    assert a_new_value_is_not_shown(*pair(SAVE, before, then, well, substitutions=folders)) is None
    for wrong in (other, longer):
        reason = a_new_value_is_not_shown(*pair(SAVE, before, then, wrong, substitutions=folders))
        assert reason == '"/srv/new" did not come up where another value did'


def test_a_value_that_stood_alone_does_not_stand_within_a_longer_word() -> None:
    names = Substitutions(values=(("Ada", "Eva"),))
    before = painted(*FORM)
    then, longer = (plus(before, line(f"Dear {name}", 20, 400)) for name in ("Ada", "Eva-Maria"))
    assert a_new_value_is_not_shown(*pair(SAVE, before, then, longer, substitutions=names)) is not None


@pytest.mark.parametrize(
    ("shown", "likely", "is_there"),
    [
        ("plan.csv - Calc", "", True),
        ("plancsv - Calc", "plan.csv - Calc", True),
        ("plancsv - Calc", "", False),
        ("plane.csv - Calc", "", False),
    ],
)
def test_a_file_name_whose_dot_is_not_read_is_looked_at_again(
    shown: str, likely: str, *, is_there: bool
) -> None:
    """`Told` is as sure of one text as of what was read."""
    known = Substitutions(pairs=(("amounts.csv", "plan.csv"),), values=(("amounts", "plan"),))
    before = painted(*FORM)
    then = plus(before, line("amounts.csv - Calc", 20, 400))
    now = plus(before, replace(line(shown, 20, 400), evidence=Told([likely])))
    reason = a_new_value_is_not_shown(*pair(SAVE, before, then, now, substitutions=known))
    assert (reason is None) is is_there


def test_the_icon_behind_a_value_may_be_read_without_a_space() -> None:
    """The tab of a file, with its button to close it."""
    files = Substitutions(values=(("thanks.txt", "final version.txt"),))

    def said(text: str) -> str | None:
        before, after = painted(*FORM), plus(painted(*FORM), line("thanks.txt X", 20, 400))
        now = plus(before, line(text, 20, 400))
        return a_new_value_is_not_shown(*pair(SAVE, before, after, now, substitutions=files))

    assert said("final version.txtX") is None
    assert said("final version.txtX2") is not None
    assert said("finalversion.txt2 X") is not None

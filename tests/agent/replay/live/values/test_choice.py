"""An entry with another text in this run is looked for in its list only, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.target import RecordedTarget
from agent.replay.live.values.choice import Choice, choice_of
from agent.replay.live.values.list_turns import ListTurns
from agent.replay.live.values.substitutions import Substitutions
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.geometry import Box, Point
from tools.relocate.result import NotLocated
from tools.see.scene import Line, Scene

CITIES = ("Berlin", "Leipzig", "Hamburg", "Rostock")
TABLE = line("Leipzig", 500, 400)
FIELD = widget("dropdown", 120, 96, 200)
SHUT = painted(FIELD, TABLE)
ROSTOCK = Point(150, 210)
VALUES = Substitutions(pairs=(("Rostock", "Leipzig"),))


def listed(*cities: str, down: int = 130) -> tuple[Line, ...]:
    return tuple(line(city, 130, down + 24 * row) for row, city in enumerate(cities))


def opened(*cities: str) -> Scene:
    """The drop-down's list hangs below it, over the form."""
    return painted(FIELD, TABLE, *listed(*cities), marks=(Box(122, 124, 4, 100),))


def chosen(now: Scene, before: Scene = SHUT, values: Substitutions = VALUES) -> Choice | None:
    then = opened(*CITIES)
    wanted = RecordedTarget(then.frame, ROSTOCK, 'Click "Rostock".', SHUT.frame, before.frame)
    return choice_of(wanted, now.frame, FakeParser(then, now, before, SHUT), values)


def place(now: Scene, before: Scene = SHUT) -> Box | str:
    choice = chosen(now, before)
    assert choice is not None
    found = choice.find(now.frame, FakeParser(now))
    return found.message if isinstance(found, NotLocated) else found.box


def test_the_open_list_wins_over_the_same_word_elsewhere() -> None:
    assert place(opened(*CITIES)) == listed(*CITIES)[1].box


def test_the_same_word_elsewhere_is_not_the_entry() -> None:
    assert 'no "Leipzig"' in str(place(opened("Berlin", "Hamburg", "Rostock")))


def test_an_entry_in_capitals_is_another_one() -> None:
    assert '"LEIPZIG" is in the list, and no "Leipzig"' in str(place(opened("LEIPZIG", "Hamburg")))
    assert place(opened("LEIPZIG", "Leipzig")) == listed("LEIPZIG", "Leipzig")[1].box


def test_of_two_equal_entries_none_is_the_one() -> None:
    twice, choice = opened("Leipzig", "Hamburg", "Leipzig"), chosen(opened(*CITIES))
    assert choice is not None
    found = Choice(choice.old, choice.text, choice.areas, SHUT).find(twice.frame, FakeParser(twice))
    assert isinstance(found, NotLocated)
    assert found.why == "several"


def test_what_stood_there_before_the_list_opened_is_not_the_entry() -> None:
    shows = line("Leipzig", 130, 100)
    before = painted(FIELD, TABLE, shows)
    lit = painted(FIELD, TABLE, shows, *listed(*CITIES), marks=(Box(122, 94, 4, 130),))
    assert place(lit, before) == listed(*CITIES)[1].box


def test_an_entry_with_the_recorded_text_is_no_changed_choice() -> None:
    assert chosen(opened(*CITIES), values=Substitutions(pairs=(("Berlin", "Bremen"),))) is None


def test_a_list_that_always_stands_there_is_one_too() -> None:
    pane = widget("field", 100, 100, 200, 200)
    before, after = (painted(pane, TABLE, *listed(*cities)) for cities in (CITIES, CITIES[::-1]))
    parser = FakeParser(before, after)
    choice = choice_of(RecordedTarget(before.frame, ROSTOCK), after.frame, parser, VALUES)
    assert choice is not None
    found = choice.find(after.frame, parser)
    assert isinstance(found, Line)
    assert found.box == listed(*CITIES[::-1])[2].box


def test_a_list_is_turned_down_to_its_end_and_then_up() -> None:
    top, end = opened("Berlin", "Hamburg"), opened("Rostock", "Ulm")
    choice, turns = chosen(top), ListTurns()
    assert choice is not None
    assert not turns.begun
    said = [turns.next(choice, ROSTOCK, scene.frame, []) for scene in (top, end, end, top, top)]
    assert [turn and (turn.point, turn.vertical) for turn in said] == [
        (ROSTOCK, -1), (ROSTOCK, -1), (ROSTOCK, 1), (ROSTOCK, 1), None,
    ]  # fmt: skip


def test_the_first_notch_tells_how_many_may_follow_so_that_no_row_is_passed_over() -> None:
    names = [f"Town {number}" for number in range(40)]
    pane = Box(110, 120, 200, 248)
    choice, turns = Choice("Oslo", "Leipzig", (pane,)), ListTurns()
    for first, notches in ((0, -1), (1, -7), (8, -7)):
        rows = [line(name, 130, 130 + 24 * row) for row, name in enumerate(names[first : first + 9])]
        turn = turns.next(choice, ROSTOCK, painted(*rows).frame, [])
        assert turn is not None
        assert turn.vertical == notches


def test_a_list_that_stands_there_shows_other_entries_when_it_was_turned() -> None:
    pane, shown = Box(120, 120, 200, 100), opened("Berlin", "Hamburg")
    for before, areas in ((None, (pane,)), (SHUT, ())):
        turns = ListTurns()
        turns.next(Choice("Oslo", "Leipzig", (pane,), before), ROSTOCK, shown.frame, [])
        assert turns.standing == areas


def test_what_changes_beside_the_list_ends_the_search() -> None:
    top, end = opened("Berlin", "Hamburg"), opened("Rostock", "Ulm")
    asked = painted(FIELD, TABLE, *listed("Rostock", "Ulm"), line("Really?", 600, 20))
    choice, turns = chosen(top), ListTurns()
    assert choice is not None
    assert turns.next(choice, ROSTOCK, top.frame, []) is not None
    assert turns.beside(end.frame, 16) is None
    assert "beside the list" in str(turns.beside(asked.frame, 16))


def test_what_the_pointer_lights_up_in_its_row_does_not() -> None:
    choice = Choice("Oslo", "Leipzig", (Box(120, 120, 200, 100),))
    for height, row, is_reason in ((20, 30, False), (20, 300, True), (200, 30, True)):
        turns = ListTurns()
        marks = (Box(600, 20, 64, height),)
        lit, dark = (painted(FIELD, TABLE, *listed(*CITIES[:2]), marks=marks) for marks in (marks, ()))
        assert turns.next(choice, ROSTOCK, lit.frame, [Point(700, row), Point(5, 500)]) is not None
        assert (turns.beside(dark.frame, 16) is not None) is is_reason


def test_the_scroll_bar_beside_the_list_moves_with_it() -> None:
    pane = Box(120, 120, 200, 100)
    top, end = (
        painted(FIELD, TABLE, *listed("Berlin", "Hamburg"), marks=(Box(326, down, 14, 40),))
        for down in (122, 170)
    )
    far = painted(FIELD, TABLE, *listed("Berlin", "Hamburg"), marks=(Box(420, 122, 14, 40),))
    choice, turns = Choice("Oslo", "Leipzig", (pane,)), ListTurns()
    assert turns.next(choice, ROSTOCK, top.frame, []) is not None
    assert turns.beside(end.frame, 16) is None
    assert turns.beside(far.frame, 16) is not None

"""What a list must show that was turned for an entry of this run, on scenes made by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.compare.texts.turned import without_turned
from agent.replay.live.values.chosen import ChosenEntry
from agent.replay.live.values.substitutions import Substitutions
from tests.agent.replay.live.compare.screens.screens import said, screens, window
from tests.tools.scenes import line, painted, widget
from tools.geometry import Box

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene

COVERED = Box(296, 216, 204, 60)
AREA = Box(300, 190, 200, 160)
NORTH = ("Aalborg", "Bergen", "Drammen", "Gdansk", "Hamburg", "Kiel")
SOUTH = ("Larvik", "Moss", "Narvik", "Oslo", "Riga", "Tallinn")


def listed(names: tuple[str, ...], *more: Line, down: int = 0) -> Scene:
    """A list of names that always stands there, with more on the screen."""
    entries = (line(name, 310, 196 + down + 24 * row) for row, name in enumerate(names))
    return window(widget("field", *AREA), *entries, *more)


def without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name)


def said_of(then: Scene, now: Scene) -> str | None:
    """What is said once Bergen was chosen in the recorded list, and Oslo in this run's, which was turned."""
    was, is_now = listed(NORTH), listed(SOUTH)
    chosen = ChosenEntry(was, was.lines[4], is_now, is_now.lines[6], (AREA,))
    assert (chosen.was.text, chosen.line.text) == ("Bergen", "Oslo")
    wording = Wording(Substitutions(values=(("Bergen", "Oslo"),)), entries=[chosen])
    return said(screens(was, then), screens(is_now, now), wording).reason


def test_it_shows_what_it_showed_when_it_was_turned() -> None:
    assert said_of(listed(NORTH), listed(SOUTH)) is None


def test_a_text_that_is_measured_otherwise_where_it_is_lit_moves_no_list() -> None:
    then = listed(NORTH)
    lit = replace(
        then, lines=tuple(replace(one, box=one.box.shift(0, one.text == "Aalborg")) for one in then.lines)
    )
    assert said_of(lit, listed(SOUTH)) is None


def test_another_text_in_it_or_at_the_chosen_row_is_a_reason() -> None:
    for old, new in (("Riga", "Rome"), ("Oslo", "Oslo (closed)"), ("Oslo", "Osło 2"), ("Moss", "Oslo")):
        now = listed(tuple(new if name == old else name for name in SOUTH))
        assert said_of(listed(NORTH), now) is not None, new


def test_an_entry_that_went_or_came_is_a_reason() -> None:
    assert said_of(listed(NORTH), listed(without(SOUTH, "Riga"))) is not None
    assert said_of(listed(NORTH), listed(without(SOUTH, "Oslo"))) is not None
    assert said_of(listed(NORTH), listed(SOUTH, line("Umea", 420, 220))) is not None


def test_what_came_or_went_in_the_recorded_list_comes_or_goes() -> None:
    """The chosen entry is removed, or marked."""
    removed = listed(without(NORTH, "Bergen"))
    assert said_of(removed, listed(without(SOUTH, "Oslo"))) is None
    assert '"Oslo"' in str(said_of(removed, listed(SOUTH)))
    assert said_of(removed, listed(without(SOUTH, "Riga"))) is not None
    marked, done = listed(NORTH, line("booked", 430, 220)), line("booked", 430, 268)
    assert said_of(marked, listed(SOUTH, done)) is None
    assert said_of(marked, listed(SOUTH)) is not None


def test_a_dialog_over_it_covers_other_entries() -> None:
    def asked(names: tuple[str, ...], question: str) -> Scene:
        entries = (line(name, 310, 196 + 24 * row) for row, name in enumerate(names) if row not in (1, 2))
        dialog = (line(question, 310, 222), line("Yes, do", 310, 250))
        return painted(*window().lines, widget("field", *AREA), *entries, *dialog, marks=(COVERED,))

    then = asked(NORTH, "Ship it today?")
    assert said_of(then, asked(SOUTH, "Ship it today?")) is None
    assert said_of(then, asked(SOUTH, "Sink it today?")) is not None
    assert said_of(then, asked((*SOUTH[:5], "Rome"), "Ship it today?")) is not None


def test_it_may_move_to_show_all_of_the_chosen_row() -> None:
    moved = listed((*SOUTH[1:], "Umea"))
    assert said_of(listed(NORTH), moved) is None
    other = listed((*without(SOUTH[1:], "Riga"), "Rome", "Umea"))
    assert said_of(listed(NORTH), other) is not None


def test_what_stands_beside_it_is_compared() -> None:
    told = [
        listed(names, line(text, 20, 400)) for names, text in ((NORTH, "Port: Bergen"), (SOUTH, "Port: Oslo"))
    ]
    assert said_of(*told) is None
    assert said_of(told[0], listed(SOUTH, line("Port: Riga", 20, 400))) is not None
    assert said_of(told[0], listed(SOUTH, line("Port: Bergen", 20, 400))) is not None


def test_of_two_choices_in_one_list_the_last_one_tells_what_it_shows() -> None:
    north, south, east = listed(NORTH), listed(SOUTH), listed(("Pskov", "Riga", "Tallinn", "Viborg"))
    first = ChosenEntry(north, north.lines[4], south, south.lines[6], (AREA,))
    last = ChosenEntry(north, north.lines[5], east, east.lines[3], (AREA,))
    lines, runs = (north.lines, east.lines), (screens(north, north), screens(east, east))
    both, differ = without_turned(lines, [first, last], *runs, says=str.__eq__)
    assert [[one.text for one in left] for left in both] == [[one.text for one in window().lines]] * 2
    assert differ == ([], [])
    assert without_turned(lines, [last, first], *runs, says=str.__eq__)[1] != ([], [])

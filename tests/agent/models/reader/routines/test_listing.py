"""Entries of lists that always stand there: not clicked before they are in sight, and seen to be chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.models.reader.routines.listing import is_chosen
from tests.agent.models.reader.paper import PaperParser, Part, Program, Run, label
from tools.action import Click, Scroll, Wait
from tools.geometry import Box
from tools.locate.areas.entries import EntryList
from tools.locate.look import Look

if TYPE_CHECKING:
    from tools.action import Action

TOWNS = tuple(f"Town {letter}" for letter in "ABCDEFGHIJKLMNOPQRST")
ROWS = 6
BOX = Box(100, 40, 200, 20 * ROWS + 8)


class Towns(Program):
    """A list with its label, and what it shows."""

    top = 0
    row = -1
    """Which was clicked last."""
    jumps = ""
    """What is chosen whatever is clicked."""

    def __init__(self, names: tuple[str, ...] = TOWNS, *, late: bool = False) -> None:
        super().__init__([label("Towns", 20, 44), Part("field", BOX)])
        self.names, self.late, self.chosen = names, late, ""

    def execute(self, action: Action) -> None:
        if isinstance(action, Scroll):
            self.top = min(len(self.names) - ROWS, max(0, self.top - 2 * action.vertical))
        if isinstance(action, Click):
            row = self.top + (action.point.y - BOX.top - 4) // 20
            self.row = row
            self.chosen = self.jumps or self.names[row]
        if isinstance(action, Wait) or not self.late:
            self.lit = self.chosen

    def shown(self) -> list[Part]:
        rows = [
            Part(None, Box(BOX.left + 4, BOX.top + 6 + 20 * at, 48, 16), text, lit=text == self.lit)
            for at, text in enumerate(self.names[self.top : self.top + ROWS])
        ]
        return [*self.parts, *rows]


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize("town", ["Town B", "Town K", "Town T"])
def test_an_entry_is_brought_into_sight_and_then_clicked_once(town: str, *, late: bool) -> None:
    program = Towns(late=late)
    run = Run(program, f'Select "{town}" in "Towns"')
    assert run.go() == "success"
    assert program.chosen == town
    assert run.calls.count("left_click") == 1


def test_a_list_that_lacks_it_is_turned_from_end_to_end_and_not_clicked() -> None:
    run = Run(Towns(), 'Select "Town Z" in "Towns"')
    assert run.go() == "failure"
    assert 'turned "Towns" from end to end: no "Town Z"' in run.thought
    assert "left_click" not in run.calls


def test_another_chosen_entry_is_a_failure_that_names_it() -> None:
    program = Towns()
    program.jumps = "Town C"
    run = Run(program, 'Select "Town B" in "Towns"')
    assert run.go() == "failure"
    assert 'clicked "Town B" in "Towns", and \'Town C\' is chosen' in run.thought


def named(**others: str) -> tuple[str, ...]:
    """The towns, with others at some places: `at_3="Mail"`."""
    return tuple(others.get(f"at_{at}", name) for at, name in enumerate(TOWNS))


@pytest.mark.parametrize(
    ("names", "row"),
    [
        pytest.param(named(at_2="MAIL", at_15="Mail"), 15, id="out of sight below"),
        pytest.param(named(at_2="MAIL", at_4="Mail"), 4, id="both in sight"),
        pytest.param(named(at_15="MAIL"), 15, id="only in capitals"),
        pytest.param(named(at_1="MAIL"), 1, id="only in capitals, at the top"),
    ],
)
def test_an_entry_in_other_capitals_is_taken_only_where_the_list_has_no_other(
    names: tuple[str, ...], row: int
) -> None:
    program = Towns(names)
    run = Run(program, 'Select "Mail" in "Towns"')
    assert run.go() == "success"
    assert program.row == row
    assert run.calls.count("left_click") == 1


def test_in_a_sorted_list_the_neighbours_tell_that_there_is_no_other() -> None:
    program = Towns()
    run = Run(program, 'Select "town c" in "Towns"')
    assert run.go() == "success"
    assert (program.row, run.calls.count("scroll")) == (2, 0)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        pytest.param(named(at_1="Mail", at_4="Mail"), "2 places are equally good", id="twice in sight"),
        pytest.param(named(at_11="Mail", at_13="Mail"), "2 places are equally good", id="twice further down"),
        pytest.param(named(at_2="MAIL", at_15="mail"), "could be 'MAIL' or 'mail'", id="two other spellings"),
        pytest.param(named(at_2="MAIL", at_3="mail"), "could be 'MAIL' or 'mail'", id="both in sight"),
    ],
)
def test_of_several_entries_none_is_clicked(names: tuple[str, ...], said: str) -> None:
    run = Run(Towns(names), 'Select "Mail" in "Towns"')
    assert run.go() == "failure"
    assert said in run.thought
    assert "left_click" not in run.calls


class HalfARow(Towns):
    """At first the head cuts the first row, or the foot the last one."""

    cut, at_foot = True, False
    reads = "Mall"
    """What the rest of that row reads as."""

    def execute(self, action: Action) -> None:
        way = -1 if self.at_foot else 1
        if self.cut and isinstance(action, Scroll) and action.vertical * way > 0:
            self.cut = False
        super().execute(action)

    def shown(self) -> list[Part]:
        parts = super().shown()
        if self.cut and not self.top:
            at, box = (-1, BOX) if self.at_foot else (2, BOX)
            down = box.bottom - 8 if self.at_foot else box.top
            parts[at] = replace(parts[at], text=self.reads, box=parts[at].box._replace(top=down, height=8))
        return parts


@pytest.mark.parametrize(
    ("at_foot", "names", "row"),
    [
        pytest.param(False, named(at_0="Mail", at_15="Mall"), 15, id="the head cuts another one"),
        pytest.param(True, named(at_5="Mail", at_15="Mall"), 15, id="the foot cuts another one"),
        pytest.param(False, named(at_0="Mall"), 0, id="the head cuts this one"),
        pytest.param(True, named(at_5="Mall"), 5, id="the foot cuts this one"),
    ],
)
def test_a_row_of_which_a_part_is_in_sight_is_turned_before_it_is_clicked(
    names: tuple[str, ...], row: int, *, at_foot: bool
) -> None:
    program = HalfARow(names)
    program.at_foot = at_foot
    run = Run(program, 'Select "Mall" in "Towns"')
    assert run.go() == "success"
    assert program.row == row
    assert run.calls.count("left_click") == 1


def test_an_entry_that_reads_otherwise_once_it_is_lit_is_known_by_its_row() -> None:
    class Lit(Towns):
        def shown(self) -> list[Part]:
            return [replace(part, text="Tawn") if part.lit else part for part in super().shown()]

    run = Run(Lit(), 'Select "Town B" in "Towns"')
    assert run.go() == "success"
    assert run.calls.count("left_click") == 1


def test_an_entry_is_chosen_where_it_alone_is_lit_up() -> None:
    program, parser = Towns(), PaperParser()
    program.lit = "Town C"
    look = Look(parser.paint(program), parser)
    assert is_chosen("Town C", EntryList(BOX), look)
    assert not is_chosen("Town B", EntryList(BOX), look)

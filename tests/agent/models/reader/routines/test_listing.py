"""Entries of lists that always stand there: not clicked before they are in sight, and seen to be chosen."""

from __future__ import annotations

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
    jumps = ""
    """What is chosen whatever is clicked."""

    def __init__(self, *, late: bool = False) -> None:
        super().__init__([label("Towns", 20, 44), Part("field", BOX)])
        self.late, self.chosen = late, ""

    def execute(self, action: Action) -> None:
        if isinstance(action, Scroll):
            self.top = min(len(TOWNS) - ROWS, max(0, self.top - 2 * action.vertical))
        if isinstance(action, Click):
            row = self.top + (action.point.y - BOX.top - 4) // 20
            self.chosen = self.jumps or TOWNS[row]
        if isinstance(action, Wait) or not self.late:
            self.lit = self.chosen

    def shown(self) -> list[Part]:
        rows = [
            Part(None, Box(BOX.left + 4, BOX.top + 6 + 20 * at, 48, 16), text, lit=text == self.lit)
            for at, text in enumerate(TOWNS[self.top : self.top + ROWS])
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


def test_an_entry_is_chosen_where_it_alone_is_lit_up() -> None:
    program, parser = Towns(), PaperParser()
    program.lit = "Town C"
    look = Look(parser.paint(program), parser)
    assert is_chosen("Town C", EntryList(BOX), look)
    assert not is_chosen("Town B", EntryList(BOX), look)

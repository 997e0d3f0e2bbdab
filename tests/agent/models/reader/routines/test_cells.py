"""The editor of a table's cell, and what is selected in it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.cells import edit_cell
from agent.models.reader.routines.focusing import select_all, selecting
from agent.models.reader.routines.routine import Sought, decided
from tests.agent.models.reader.paper import PaperParser, Program, entry, form
from tools.action import Click, Key
from tools.geometry import Point
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine

NAME = Locator("Name")
PICTURES = Path(__file__).parents[1] / "pictures"


def look(program: Program) -> Look:
    """At a program as it is."""
    parser = PaperParser()
    return Look(parser.paint(program), parser)


ALL, THREE_CLICKS = Key(keys=("ctrl", "a")), Click(point=Point(200, 52), count=3)


def acts(routine: Routine, after: Look) -> list[object]:
    """What a routine does from here on, while nothing changes any more."""
    done: list[object] = []
    with suppress(StopIteration):
        while True:
            decision = routine.send(after)
            assert not isinstance(decision, Sought)
            done.append(decided(decision, after).does)
    return done


@pytest.mark.parametrize(
    ("attempt", "opens", "then"),
    [(0, True, []), (0, False, [ALL, THREE_CLICKS]), (1, True, [ALL])],
)
def test_a_cell_of_a_table_is_opened_by_two_clicks_and_no_key_moves_about(
    attempt: int, then: list[object], *, opens: bool
) -> None:
    """Qt's: a third click gives up what the second had selected, and Ctrl+Home goes to another cell."""
    plain, opened = form(text="Grace"), form(text="Grace")
    if opens:
        opened.focus, opened.selected = next(part for part in opened.parts if part.kind), True
    before, after = look(plain), look(opened)
    cell = Locator("Name", qualifiers=(("next to", Locator("Bolt")),))
    field = find_field(before.scene, NAME)
    assert selecting(field, cell, before) == select_all, "a field in a table is one like any other"
    field = replace(field, box=field.box.grow(-1))  # no widget
    assert selecting(field, NAME, before) == select_all, "not named by a column and a row"
    routine = selecting(field, cell, before)(field, cell, attempt, before, first=before.frame)
    aim = next(routine)
    assert callable(aim)
    does = aim(before).does
    assert isinstance(does, Click)
    assert does.count == 2
    assert acts(routine, after) == then


@pytest.mark.parametrize(("attempt", "then"), [(0, []), (1, [ALL])])
def test_the_editor_of_a_page_may_show_what_is_selected_at_another_place_than_its_cell(
    attempt: int, then: list[object]
) -> None:
    """A third click would open an empty one within it, and the text would be lost."""
    before, after = (
        Look(Frame.from_rgb(np.asarray(Image.open(PICTURES / f"cell_{name}.png"))), shared_reader())
        for name in ("plain", "opened")
    )
    cell = Locator("Price", qualifiers=(("in row", Locator("Gasket")),))
    field = find_field(before.scene, cell)
    routine = edit_cell(field, cell, attempt, before, first=before.frame)
    next(routine)  # two clicks
    assert acts(routine, after) == then


@pytest.mark.parametrize(("others", "for_keys"), [(True, True), (True, False), (False, True)])
def test_no_key_follows_where_a_cell_has_no_editor_and_the_table_is_selected(
    *, others: bool, for_keys: bool
) -> None:
    """The next might delete all rows; a text goes to the cell that was clicked."""
    plain = form(text="Grace")
    lit = form(text="Grace")
    for program, text in ((plain, "Ada"), (lit, "Bob")):
        program.parts.append(entry(100 if others else 400, 100, text=text))
    parser = PaperParser()
    before = look(plain)
    after = Look(parser.paint(lit), parser, before.frame)
    field = find_field(before.scene, NAME)
    routine = edit_cell(field, NAME, 1, before, for_keys=for_keys)
    next(routine)
    routine.send(before)
    if others and for_keys:
        with pytest.raises(StepFailed, match="no editor"):
            routine.send(after)
    else:
        assert callable(routine.send(after)), "three clicks"

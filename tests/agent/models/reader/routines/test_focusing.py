"""The field that gets the keyboard, also once the placeholder that named it is gone."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.focusing import current, edit_cell, select_all, selecting
from agent.models.reader.routines.routine import Sought, decided
from tests.agent.models.reader.paper import PaperParser, Part, Program, entry, form
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Click, Key
from tools.geometry import Box, Point
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.scene import Scene

NAME = Locator("Name")
PICTURES = Path(__file__).parents[1] / "pictures"


def look(program: Program) -> Look:
    """At a program as it is."""
    parser = PaperParser()
    return Look(parser.paint(program), parser)


def test_a_field_is_found_anew_and_where_its_name_is_gone_at_its_place() -> None:
    before = look(form(text="Ada"))
    field = find_field(before.scene, NAME)
    assert current(before, field, NAME) == field
    unnamed = Program([part for part in form(text="Ada").parts if part.kind])
    assert current(look(unnamed), field, NAME) == field
    with pytest.raises(NotFound):
        current(look(Program([entry(400, 300)])), field, NAME)


def test_a_field_is_there_while_a_selection_as_high_as_it_leaves_but_its_end() -> None:
    field = find_field(look(form(text="Ada")).scene, NAME)
    box = field.box
    for left, right, there in ((60, 0, True), (60, -40, False), (-20, 0, False)):
        end = Box(box.left + left, box.top, box.width - left + right, box.height)
        program = Program([entry(400, 300), Part("dropdown", end)])
        if there:
            assert current(look(program), field, NAME) == field
        else:
            with pytest.raises(NotFound):
                current(look(program), field, NAME)


def test_a_field_is_there_while_its_border_is_as_it_was() -> None:
    before = look(form(text="Ada"))
    field = find_field(before.scene, NAME)
    hidden = form(text="Grace")
    hidden.parts = [part for part in hidden.parts if part.kind]
    hidden.parts[0].hidden = True
    assert current(look(hidden), field, NAME, before.frame) == field
    with pytest.raises(NotFound):
        current(look(hidden), field, NAME)
    with pytest.raises(NotFound):
        current(look(Program([entry(400, 300)])), field, NAME, before.frame)


@pytest.mark.parametrize("is_selected", [True, False])
def test_a_field_is_there_while_the_text_that_it_held_is_selected(*, is_selected: bool) -> None:
    """A calendar that opened may hide the line at its foot, which is all that is drawn of it."""
    name, field = line("Name", 40, 44), widget("field", 100, 40, 200)
    before = painted(name, field, line("Grace", 106, 44))
    bgrx = before.frame.bgrx.copy()
    bgrx[field.box.bottom - 1] = 0
    if is_selected:
        text = bgrx[42:62, 106:146, :3]
        text[:] = np.where(text == 255, 60, 255)
    hidden = Scene(Frame(bgrx), (name,), ())
    now = Look(hidden.frame, FakeParser(hidden))
    if is_selected:
        assert current(now, field, NAME, before.frame) == field
    else:
        with pytest.raises(NotFound):
            current(now, field, NAME, before.frame)


def test_of_a_field_of_which_a_selection_leaves_a_part_the_border_tells_the_whole() -> None:
    parser = PaperParser()
    frame = parser.paint(form(text="Ada"))
    field = find_field(parser.read(frame), NAME)
    rest = replace(field, box=field.box._replace(left=field.box.left + 12, width=field.box.width - 12))
    cut = Look(frame, parser, complete=lambda scene: replace(scene, widgets=(rest,)))
    assert current(cut, field, NAME) == rest
    assert current(cut, field, NAME, frame) == field


@pytest.mark.parametrize("takes_keys", [True, False])
def test_a_field_that_takes_no_keys_for_all_is_selected_by_three_clicks(*, takes_keys: bool) -> None:
    """Swing's in Motif, once what was typed was not read at first."""
    plain, after = form(text="Grace"), form(text="Grace")
    if takes_keys:
        after.focus, after.selected = next(part for part in after.parts if part.kind), True
    before, seen = look(plain), look(after)
    routine = select_all(find_field(before.scene, NAME), NAME, 1, before)
    next(routine)  # a click
    routine.send(before)  # Ctrl+Home
    routine.send(seen)  # Ctrl+Shift+End
    last: object = None
    with suppress(StopIteration):
        last = routine.send(seen)
    assert (last is None) is takes_keys
    if callable(last):
        does = last(seen).does
        assert isinstance(does, Click)
        assert does.count == 3


ALL, THREE_CLICKS = Key(keys=("ctrl", "a")), Click(point=Point(200, 52), count=3)


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
    done: list[object] = []
    with suppress(StopIteration):
        while True:
            decision = routine.send(after)
            assert not isinstance(decision, Sought)
            done.append(decided(decision, after).does)
    assert done == then


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
    done: list[object] = []
    with suppress(StopIteration):
        while True:
            decision = routine.send(after)
            assert not isinstance(decision, Sought)
            done.append(decided(decision, after).does)
    assert done == then


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

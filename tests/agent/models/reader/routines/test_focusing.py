"""The field that gets the keyboard, with all that it holds selected."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from agent.models.reader.routines.aiming import is_lit, press
from agent.models.reader.routines.focusing import select_all
from agent.models.reader.routines.routine import decided
from tests.agent.models.reader.paper import PaperParser, Program, form
from tools.action import Click, Key
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look

NAME = Locator("Name")
PICTURES = Path(__file__).parents[1] / "pictures"


def look(program: Program) -> Look:
    """At a program as it is."""
    parser = PaperParser()
    return Look(parser.paint(program), parser)


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


def test_chords_are_pressed_one_after_the_other() -> None:
    now = look(form(text="Grace"))
    routine = press((("ctrl", "home"), ("ctrl", "shift", "end")), NAME, now)
    pressed = [decided(next(routine), now).does, decided(routine.send(now), now).does]
    assert pressed == [Key(keys=("ctrl", "home")), Key(keys=("ctrl", "shift", "end"))]


def test_a_text_is_selected_where_most_of_its_pixels_are_others_and_a_caret_is_none() -> None:
    plain, lit = form(text="Grace"), form(text="Grace")
    lit.focus, lit.selected = next(part for part in lit.parts if part.kind), True
    before, after = look(plain).frame, look(lit).frame
    written = look(plain).ink(find_field(look(plain).scene, NAME).box.grow(-4))
    assert written is not None
    assert is_lit(before, after, written)
    assert not is_lit(before, before, written)

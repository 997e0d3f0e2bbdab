"""The field as it is on a later look, also once the placeholder that named it is gone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from agent.models.reader.routines.present import as_it_is, current
from tests.agent.models.reader.paper import PaperParser, Part, Program, entry, form
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.geometry import Box
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look
from tools.observation import Frame
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
    assert current(before, field, NAME) == as_it_is(before, field, NAME, before.frame) == field
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

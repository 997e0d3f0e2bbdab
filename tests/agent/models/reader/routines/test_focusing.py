"""The field that gets the keyboard, also once the placeholder that named it is gone."""

from __future__ import annotations

import pytest

from agent.models.reader.routines.focusing import current
from tests.agent.models.reader.paper import PaperParser, Program, entry, form
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look

NAME = Locator("Name")


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

"""A cell that holds its row's name is known by the new one, at its place or where its row has gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from agent.models.reader.routines.naming import names_its_row, other_name, renamed
from tests.tools.locate.candidates.grids import table
from tests.tools.scenes import FakeParser, line
from tools.locate.fields import find_field
from tools.locate.locator import Locator
from tools.locate.look import Look

if TYPE_CHECKING:
    from tools.see.scene import Scene

ROWS = ("Valve", "Gasket", "Flange")
CELL, OTHER = (
    Locator(column, qualifiers=(("in row", Locator("Gasket")),)) for column in ("Article", "Amount")
)


def table_of(names: tuple[str, ...]) -> Scene:
    """The table with these names of its rows."""
    new = dict(zip(ROWS, names, strict=True))
    page = table(line("4", 124, 84))
    return replace(page, lines=tuple(replace(one, text=new.get(one.text, one.text)) for one in page.lines))


def test_a_cell_names_its_row_by_what_it_holds() -> None:
    page = table(line("4", 124, 84))
    look = Look(page.frame, FakeParser(page))
    assert names_its_row(find_field(page, CELL), CELL, look)
    assert not names_its_row(find_field(page, OTHER), OTHER, look)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Valve", "Ball", "Flange"), None),
        (("Ball", "Valve", "Flange"), None),  # its row has moved
        (ROWS, "'Gasket'"),  # dropped
        (("Ball", "Gasket", "Flange"), "'Gasket'"),  # dropped, and another row has that name
        (("Valve", "Ba", "Flange"), "'Ba'"),
    ],
)
def test_what_became_of_a_name_is_told(names: tuple[str, ...], told: str | None) -> None:
    before, after = (table_of(rows) for rows in (ROWS, names))
    field = find_field(before, CELL)
    shown = other_name("Ball", field, CELL, Look(after.frame, FakeParser(after)))
    assert (shown is None) if told is None else (shown is not None and shown.endswith(f"shows {told}"))


def test_only_the_row_gets_another_name() -> None:
    cell = Locator("Article", qualifiers=(("in row", Locator("Gasket")), ("in", Locator("Stock"))))
    kept = renamed(cell, "Ball")
    assert kept.qualifiers == (("in row", Locator("Ball")), ("in", Locator("Stock")))

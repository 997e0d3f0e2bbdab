"""A cell that holds the text by which its row is named is found where it is the row's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.locate.candidates.grids import AMOUNTS, table, target
from tests.tools.locate.layout.screens import screen
from tests.tools.scenes import line, widget
from tools.geometry import Box
from tools.locate.candidates.own_cells import own_cells
from tools.locate.errors import NotFound
from tools.locate.fields import find_field

HEADER, ROW = Box(30, 24, 56, 16), Box(26, 84, 48, 16)


def test_the_cell_of_the_name_is_the_field_itself_or_its_area() -> None:
    page = table(*AMOUNTS)
    cell = find_field(page, target('"Article" in row "Gasket"'))
    assert Box(20, 80, 101, 31).grow(3).overlap(cell.box) == cell.box
    field, area = widget("field", 22, 80, 96, 26), widget("field", 20, 20, 300, 120)
    assert own_cells(page, [field, area], [HEADER], [ROW]) == [field]


@pytest.mark.parametrize("words", ['"Article" next to "Gasket"', '"Article" in "Gasket"'])
def test_only_a_row_makes_it_one(words: str) -> None:
    with pytest.raises(NotFound):
        find_field(table(*AMOUNTS), target(words))


@pytest.mark.parametrize(("before", "is_name"), [("17", True), ("Zoe", False)])
def test_a_value_of_a_row_that_has_another_name_is_none(before: str, *, is_name: bool) -> None:
    page = table(line("Ann", 124, 84), line(before, 24, 84))
    page = replace(page, lines=tuple(one for one in page.lines if one.text != "Gasket"))
    assert bool(own_cells(page, [], [Box(130, 24, 48, 16)], [Box(124, 84, 24, 16)])) is is_name


def test_without_edges_there_is_none() -> None:
    assert own_cells(table(*AMOUNTS, edges=False), [], [HEADER], [ROW]) == []


@pytest.mark.parametrize(("gap", "count"), [(0, 1), (14, 0)])
def test_a_cell_of_a_table_further_down_is_none_of_this_column(gap: int, count: int) -> None:
    """Two tables of one width, one below the other: the second one's names are of its own header.

    Args:
        gap: pixels between them.
        count: of the cells that are found.
    """
    names = [line("Valve", 26, 54), line("Apple", 26, 84 + gap), line("Pear", 26, 114 + gap)]
    tops = (20, 50, 80 + gap, 110 + gap)
    cells = tuple(Box(20 + 100 * x, top, 101, 31) for x in range(2) for top in tops)
    page = screen(line("Article", 30, 24), line("Amount", 130, 24), *names, panels=cells)
    found = own_cells(page, [], [HEADER], [names[2].box])
    assert len(found) == count


def test_a_field_further_down_that_shows_the_same_leaves_the_cell_in_question() -> None:
    """A list below a table whose label is as the header: a step has to say which."""
    page, below = table(*AMOUNTS), Box(26, 204, 48, 16)
    field = widget("dropdown", 20, 200, 120, 24)
    found = own_cells(page, [field], [HEADER], [ROW, below])
    assert [one.kind for one in found] == ["dropdown", "field"]


def test_a_label_of_a_form_above_a_table_is_no_header() -> None:
    page, field = table(*AMOUNTS), widget("field", HEADER.right + 8, 20, 120, 24)
    assert own_cells(page, [], [HEADER], [ROW])
    assert own_cells(page, [field], [HEADER], [ROW]) == []

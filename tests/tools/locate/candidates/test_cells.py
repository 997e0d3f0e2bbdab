"""Cells of tables, by their column and row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.tools.locate.candidates.grids import AMOUNTS, COLUMNS, ROWS, table, target
from tests.tools.locate.layout.screens import screen
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.candidates.cells import plain_cells, texts_in_cell, widgets_in_cell
from tools.locate.errors import NotFound
from tools.locate.fields import find_field
from tools.locate.find import find
from tools.locate.indicators import find_indicator

if TYPE_CHECKING:
    from tools.see.scene import Line, Scene


def test_a_cell_without_a_field_is_one_by_its_edges() -> None:
    cell = find_field(table(*AMOUNTS), target('"Amount" next to "Gasket"'))
    assert cell.kind == "field"
    assert Box(120, 80, 101, 31).grow(3).overlap(cell.box) == cell.box
    assert cell.box.width > 90
    empty = find_field(table(*AMOUNTS), target('"Price" right of "Flange"'))
    assert empty.box.contains(Box(220, 110, 101, 31).center)


@pytest.mark.parametrize(
    "words", ['"Amount" next to "Amount"', '"Amount" below "Gasket"', '"Amount" in "Gasket"']
)
def test_only_a_row_makes_a_cell(words: str) -> None:
    with pytest.raises(NotFound, match="Amount"):
        find_field(table(*AMOUNTS), target(words))


def test_without_edges_there_is_no_cell() -> None:
    with pytest.raises(NotFound, match='"Amount" is on the screen, but no field'):
        find_field(table(*AMOUNTS, edges=False), target('"Amount" next to "Gasket"'))


@pytest.mark.parametrize("words", ['"Amount" in row "Gasket"', 'the cell in row "Gasket" column "Amount"'])
def test_a_cell_is_clicked_at_the_text_in_it(words: str) -> None:
    for page in (table(*AMOUNTS), table(*AMOUNTS, edges=False)):
        assert find(page, target(words)).line == AMOUNTS[1]
    assert find_field(table(*AMOUNTS), target(words)).box.contains(AMOUNTS[1].box.center)


def test_an_empty_cell_is_clicked_in_its_middle_where_it_has_edges() -> None:
    cell = find(table(*AMOUNTS), target('"Price" in row "Flange"')).line
    assert cell.text == ""
    assert Box(220, 110, 101, 31).grow(3).overlap(cell.box) == cell.box
    with pytest.raises(NotFound, match="there is a 'Price', but not there"):
        find(table(*AMOUNTS, edges=False), target('"Price" in row "Flange"'))


def test_a_text_of_the_row_itself_is_no_header() -> None:
    page = table(line("Edit", 324, 54), line("Edit", 324, 84))
    assert find(page, target('"Edit" in row "Gasket"')).line.box.top == 84


def test_a_cell_is_one_only_where_a_row_is_named_as_one() -> None:
    with pytest.raises(NotFound, match="but not there"):
        find(table(*AMOUNTS), target('"Amount" next to "Gasket"'))


def test_two_cells_that_fit_are_no_answer() -> None:
    page = table(*AMOUNTS, line("Gasket", 26, 144), line("9", 124, 144))
    with pytest.raises(NotFound, match="2 places are equally good"):
        find(page, target('"Amount" in row "Gasket"'))
    assert find(page, target('"Amount" in row "Gasket"' + ' below "Flange"')).line.text == "9"


def test_two_rows_of_one_name_have_two_cells() -> None:
    page = table(*AMOUNTS)
    headers = [one.box for one in page.lines if one.text == "Amount"]
    rows = [one.box for one in page.lines if one.text in ("Valve", "Gasket")]
    assert len(plain_cells(page, headers, rows)) == 2
    assert len(plain_cells(page, headers, rows[1:])) == 1
    assert texts_in_cell(page, headers, rows) == AMOUNTS[:2]


def test_a_check_box_of_a_table_is_named_by_column_and_row() -> None:
    boxes = [widget("checkbox", 150, 55 + 30 * row, 14, 14, checked=False) for row in range(3)]
    other = widget("checkbox", 250, 85, 14, 14, checked=False)
    headers = [line("Article", 30, 24), line("Ready", 130, 24), line("Sent", 240, 24)]
    page = scene(*headers, *(line(text, 26, 54 + 30 * row) for row, text in enumerate(ROWS)), *boxes, other)
    assert find_indicator(page, target('"Ready" next to "Gasket"')) == boxes[1]
    assert find_indicator(page, target('"Sent" next to "Gasket"')) == other
    with pytest.raises(NotFound, match="no box to tick"):
        find_indicator(page, target('"Sent" next to "Valve"'))


def test_a_field_aside_of_its_header_is_in_the_column_that_it_is_nearer_to() -> None:
    fields = [widget("field", left, 50, 40) for left in (100, 220)]
    headers = [line("Amount", 150, 20), line("Price", 270, 20)]
    page = scene(*headers, line("Valve", 20, 54), *fields)
    columns, rows = [headers[0].box], [page.lines[2].box]
    assert widgets_in_cell(page, page.widgets, columns, rows) == [fields[0]]


def test_the_same_row_in_two_tables_is_a_doubt() -> None:
    fields = [widget("field", 120, top, 90) for top in (50, 250)]
    rows = [line("Valve", 20, top + 4) for top in (50, 250)]
    page = scene(line("Amount", 130, 20), line("Amount", 130, 220), *rows, *fields)
    with pytest.raises(NotFound, match="2 places are equally good"):
        find_field(page, target('"Amount" next to "Valve"'))
    titled = scene(*page.lines, *fields, line("Offers", 20, 0), line("Orders", 20, 180))
    assert find_field(titled, target('"Amount" next to "Valve" in "Orders"')) == fields[1]
    assert find_field(titled, target('"Amount" next to "Valve" above "Orders"')) == fields[0]


def ruled(*values: Line, framed: bool = True) -> Scene:
    """Three headers, one of which may look like a field, over rows without edges."""
    headers = [line("Article", 26, 24), line("Amount", 160, 24), line("Price", 262, 24)]
    cells = [widget("field", 216, 20, 90)] if framed else []
    return scene(*headers, *cells, *values, *[line(text, 26, 54 + 30 * row) for row, text in enumerate(ROWS)])


@pytest.mark.parametrize("framed", [True, False])
def test_the_next_cell_is_not_taken_for_an_empty_one(*, framed: bool) -> None:
    page = ruled(line("4", 200, 54), line("12.50", 262, 54), line("99.00", 262, 84), framed=framed)
    assert find(page, target('"Amount" in row "Valve"')).line.text == "4"
    with pytest.raises(NotFound):
        find(page, target('"Amount" in row "Gasket"'))
    with pytest.raises(NotFound):
        find(page, target('"Price" in row "Flange"'))


def test_a_text_over_two_columns_is_in_no_cell() -> None:
    page = ruled(line("4 pieces at once 12.50", 162, 54))
    for column in ("Amount", "Price"):
        with pytest.raises(NotFound):
            find(page, target(f'"{column}" in row "Valve"'))


def test_what_lies_below_no_header_is_in_no_cell_where_no_border_is_known() -> None:
    page = ruled(line("4 at once at 12.50 and so on", 150, 54), line("99", 220, 84))
    for column in ("Amount", "Price"):
        with pytest.raises(NotFound):
            find(page, target(f'"{column}" in row "Gasket"'))


def test_the_only_row_of_a_table_has_the_cells_of_its_header() -> None:
    headers = [line(text, 30 + 100 * column, 24) for column, text in enumerate(COLUMNS)]
    cells = [Box(20 + 100 * x, 20 + 30 * y, 101, 31) for x in range(3) for y in range(2)]
    only = (line("Gasket", 26, 54), line("4", 124, 54))
    cell = find_field(screen(*headers, *only, panels=tuple(cells)), target('"Amount" in row "Gasket"'))
    assert Box(120, 50, 101, 31).grow(3).overlap(cell.box) == cell.box
    aside = [*cells[::2], *(box.shift(40, 0) for box in cells[1::2])]  # it is under no header of its width
    with pytest.raises(NotFound):
        find_field(screen(*headers, *only, panels=tuple(aside)), target('"Amount" in row "Gasket"'))


def test_the_area_of_a_whole_table_is_no_cell_of_its_rows() -> None:
    area = widget("field", 20, 50, 300, 90)
    page = table(*AMOUNTS)
    page = replace(page, widgets=(*page.widgets, area))
    assert find_field(page, target('"Amount" in row "Gasket"')).box.height < 40
    assert widgets_in_cell(page, [area], [Box(130, 24, 48, 16)], [Box(26, 84, 48, 16)]) == []

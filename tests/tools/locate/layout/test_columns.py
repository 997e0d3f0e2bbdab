"""What stands under which of several headings of one row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.layout.columns import in_column

if TYPE_CHECKING:
    from tools.see.scene import Line, Widget


def form(left: int, top: int) -> list[Line | Widget]:
    """Two labelled fields, 340 pixels wide."""
    fields = [widget("field", left + 140, top + row * 30, 200) for row in (0, 1)]
    return [line("Street", left, top + 4), line("Town", left, top + 34), *fields]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(16, 416, id="left"),
        pytest.param(160, 560, id="centred"),
        pytest.param(300, 700, id="right"),
    ],
)
def test_two_headings_side_by_side(one: int, two: int) -> None:
    headings = [line("Billing", one, 20), line("Sending", two, 20)]
    page = scene(*headings, *form(20, 50), *form(420, 50))
    labels = [part.box for part in page.lines if part.text == "Town"]
    fields = [part.box for part in page.widgets]
    assert in_column(page, labels, headings[0].box) == [0]
    assert in_column(page, labels, headings[1].box) == [1]
    assert in_column(page, fields, headings[0].box) == [0, 1]
    assert in_column(page, fields, headings[1].box) == [2, 3]


def test_a_value_beside_the_next_column_is_no_label_of_its_field() -> None:
    headings = [line("Billing", 16, 20), line("Sending", 326, 20)]
    one = [widget("field", 20, 50 + 40 * row, 300) for row in range(2)]
    two = [widget("field", 340, 50 + 40 * row, 300) for row in range(2)]
    page = scene(*headings, *one, *two, line("12 Analytical Road", 26, 54))
    assert in_column(page, [field.box for field in one + two], headings[0].box) == [0, 1]


def test_entries_of_a_list_are_no_labels_of_the_list_beside() -> None:
    lists = [widget("field", left, 50, 160, 180) for left in (20, 204)]
    entries = [line("Alpha", 21, 52), line("Alpha", 205, 70)]
    headings = [line("Available", 66, 20), line("Selected", 252, 20)]
    page = scene(*headings, *lists, *entries, line("Beta", 21, 70), line("Delta", 205, 52))
    assert in_column(page, [entry.box for entry in entries], headings[0].box) == [0]
    assert in_column(page, [entry.box for entry in entries], headings[1].box) == [1]


def test_numbers_of_a_table_stand_right_under_headers_that_are_centred() -> None:
    headers = [line("Net", 195, 20), line("Gross", 325, 20)]
    cells = [line("10.00", 239, 50), line("10.00", 239, 70), line("10.00", 379, 70)]
    page = scene(*headers, *cells, line("107.10", 371, 90), widget("field", 0, 48, 420, 200))
    boxes = [cell.box for cell in cells]
    assert [in_column(page, boxes, header.box) for header in headers] == [[0, 1], [2]]


def test_columns_of_different_width() -> None:
    headings = [line("A", 40, 20), line("Sending", 400, 20)]
    page = scene(*headings, line("Town", 20, 54), widget("button", 20, 80, 60), *form(120, 50))
    towns = [part.box for part in page.lines if part.text == "Town"]
    assert in_column(page, towns, headings[0].box) == [0]
    assert in_column(page, towns, headings[1].box) == [1]


def test_cells_of_a_table_are_in_the_column_of_their_header() -> None:
    headers = [line(text, left, 20) for text, left in (("Article", 20), ("Amount", 120), ("Price", 220))]
    cells = [line(str(number), left, 50) for number, left in ((4, 150), (12, 232), (7, 20))]
    page = scene(*headers, *cells)
    boxes = [cell.box for cell in cells]
    assert [in_column(page, boxes, header.box) for header in headers] == [[2], [0], [1]]


def test_tabs_are_no_headings_of_columns() -> None:
    tabs = [line(text, left, 20) for text, left in (("Customer", 20), ("Addresses", 100), ("Notes", 190))]
    page = scene(*tabs, *form(20, 50), *form(420, 50))
    streets = [part.box for part in page.lines if part.text == "Street"]
    assert in_column(page, streets, tabs[1].box) == [0, 1]


def test_a_label_or_button_beside_a_heading_claims_nothing() -> None:
    heading = line("Billing", 16, 20)
    search = [line("Find", 420, 20), widget("field", 470, 16, 100), widget("button", 300, 16, 60)]
    page = scene(heading, line("Edit", 310, 20), *search, *form(20, 50))
    assert in_column(page, [Box(420, 90, 60, 20)], heading.box) == [0]

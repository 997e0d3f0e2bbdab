"""What a table must hold, and how the first difference is told."""

from __future__ import annotations

from operator import eq

import pytest

from agent.checks.reading import Unreadable
from agent.checks.tables.comparing import a_record, records, some_cells, whole
from agent.checks.tables.table import Table, name_of, place_of

ADA, ZOE = {"Name": "Ada", "City": "Paris"}, {"Name": "Zoë", "City": "Rome"}
TABLE = Table({1: {0: "Name", 1: "City"}, 2: {0: "Ada", 1: "Paris"}, 3: {0: "Zoë", 1: "Rome"}})
ALL = '3 rows: [["Name", "City"], ["Ada", "Paris"], ["Zoë", "Rome"]]'


def test_the_whole_table() -> None:
    rows = [["Name", "City"], ["Ada", "Paris"], ["Zoë", "Rome"]]
    assert whole(TABLE, rows, eq) == (True, ALL, ALL)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([["Name", "City"], ["Ada", "Paris"]], 'A3 is "Zoë", not null; '),
        ([["Name", "City"], ["Ada", "Paris"], ["Zoë", "Oslo"]], 'B3 is "Rome", not "Oslo"; '),
        ([["Name", "City"], ["Ada", "Paris"], ["Zoë", "Rome"], ["Eve", "Bonn"]], "row 4 is not there; "),
        ([["Name", "City"], ["Ada"], ["Zoë", "Rome"]], 'B2 is "Paris", not null; '),
        ([["Name", "City"], ["Ada", "Paris", "x"], ["Zoë", "Rome"]], 'C2 is null, not "x"; '),
        ([["Name", "City"], ["Zoë", "Rome"], ["Ada", "Paris"]], 'A2 is "Ada", not "Zoë"; '),
        ([], 'A1 is "Name", not null; '),
    ],
)
def test_the_first_other_cell_is_told(rows: list[list[str]], said: str) -> None:
    found = whole(TABLE, rows, eq)
    assert not found.passed
    assert found.actual == said + ALL


def test_the_rows_below_the_header_by_column() -> None:
    below = '2 rows: [["Ada", "Paris"], ["Zoë", "Rome"]]'
    assert records(TABLE, [ADA, ZOE], 1, eq) == (
        True,
        '2 rows below the header: [{"Name": "Ada", "City": "Paris"}, {"Name": "Zoë", "City": "Rome"}]',
        below,
    )
    assert records(TABLE, [{"City": "Paris"}, {"Name": "Zoë"}], 1, eq).passed
    assert records(TABLE, [{"Paris": "Rome"}], 2, eq).passed
    assert records(TABLE, [], 3, eq) == (True, "0 rows below the header: []", "0 rows: []")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([ADA], "2 rows: ["),
        ([], "2 rows: ["),
        ([ADA, ZOE, {"Name": None}], "row 4 is not there; 3 rows"),
        ([ZOE, ADA], 'A2 (Name) is "Ada", not "Zoë"; 3 rows'),
        ([ADA, {"City": "rome"}], 'B3 (City) is "Rome", not "rome"; 3 rows'),
    ],
)
def test_other_rows_do_not_hold(rows: list[dict[str, object]], said: str) -> None:
    found = records(TABLE, rows, 1, eq)
    assert not found.passed
    assert found.actual.startswith(said)


def test_one_row_among_others() -> None:
    assert a_record(TABLE, {"City": "Rome"}, 1, eq) == (
        True,
        'a row with {"City": "Rome"}',
        'row 3: ["Zoë", "Rome"]',
    )
    near = a_record(TABLE, {"Name": "Zoë", "City": "Oslo"}, 1, eq)
    assert (near.passed, near.actual) == (
        False,
        'no such row; nearest is row 3: {"Name": "Zoë", "City": "Rome"}',
    )
    none = a_record(TABLE, {"Name": "Eve"}, 1, eq)
    assert (none.passed, none.actual) == (
        False,
        'no row with any of it; 2 rows: [["Ada", "Paris"], ["Zoë", "Rome"]]',
    )
    assert not a_record(TABLE, {"Name": "Name"}, 1, eq).passed  # the header is no row


def test_cells_by_name() -> None:
    assert some_cells(TABLE, {"B3": "Rome", "A1": "Name", "Z9": None}, eq).passed
    wrong = some_cells(TABLE, {"B3": "Rome", "A2": "Eve"}, eq)
    assert wrong == (False, 'B3 is "Rome", A2 is "Eve"', 'B3 is "Rome", A2 is "Ada"')


def test_columns_that_are_not_there_or_there_twice_are_told() -> None:
    with pytest.raises(Unreadable, match='no column "Town"; those of row 1 are "Name", "City"'):
        records(TABLE, [{"Town": "Paris"}], 1, eq)
    with pytest.raises(Unreadable, match='two columns are called "Name"'):
        a_record(Table({1: {0: "Name", 1: "Name"}}), {"Name": "Ada"}, 1, eq)


def test_many_rows_are_not_all_told() -> None:
    many = Table({row: {0: row} for row in range(1, 5001)})
    assert whole(many, [], eq).actual.endswith("[99], [100], ...]")


@pytest.mark.parametrize(
    ("cell", "place"), [("A1", (1, 0)), ("Z9", (9, 25)), ("AA10", (10, 26)), ("XFD1", (1, 16383))]
)
def test_names_of_cells(cell: str, place: tuple[int, int]) -> None:
    assert place_of(cell) == place
    assert name_of(*place) == cell

"""The `sql` check, on real databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from agent.checks.sql import check_rows, same_value
from agent.task.checks import SqlCheck
from tests.agent.checks.contexts import context

if TYPE_CHECKING:
    from pathlib import Path

QUERY = "select name, country, credit from customers order by name"


@pytest.fixture
def database(tmp_path: Path):
    path = tmp_path / "customers.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("create table customers (name text, country text, credit integer)")
        connection.execute("insert into customers values ('Ada \"x\" Lovelace', 'Germany', 2500)")
        connection.execute("insert into customers values ('Zoë', null, 0)")
    return path


def check(equals: Any, query: str = QUERY, name: str = "customers.db"):
    return SqlCheck(database=name, query=query, equals=equals)


def test_equal_rows_hold(database: Path) -> None:
    wanted = [['Ada "x" Lovelace', "Germany", "2500"], ["Zoë", None, 0]]
    assert check_rows(check(wanted), context(database.parent)).passed
    assert check_rows(check(wanted, name=str(database)), context(database.parent / "elsewhere")).passed


@pytest.mark.parametrize(
    "wanted",
    [
        [],
        [["Zoë", None, 0], ['Ada "x" Lovelace', "Germany", 2500]],
        [['Ada "x" Lovelace', "Germany", 2500]],
        [['Ada "x" Lovelace', "Germany"], ["Zoë", None]],
        [['Ada "x" Lovelace', "Germany", 2501], ["Zoë", None, 0]],
        [['Ada "x" Lovelace', "Germany", 2500], ["Zoë", "", 0]],
    ],
)
def test_other_rows_do_not(database: Path, wanted: list[list[Any]]) -> None:
    found = check_rows(check(wanted), context(database.parent))
    assert not found.passed
    assert found.actual == '[["Ada \\"x\\" Lovelace", "Germany", 2500], ["Zoë", null, 0]]'


@pytest.mark.parametrize(
    ("expected", "actual", "passed"),
    [
        (5, 5, True),
        (5, 5.0, True),
        (0.3, 0.1 + 0.2, True),
        ("5", 5, True),
        ("5.00", 5, True),
        (5, "5", True),
        (7, "007", False),
        ("007", "7", False),
        ("Five", 5, False),
        (True, 1, True),
        (False, 1, False),
        (None, None, True),
        (None, 0, False),
        (None, "", False),
        ("", None, False),
        ("abc", b"abc", True),
        ("abc\ufffd", b"abc\xff", False),
        ("a", "A", False),
    ],
)
def test_values(expected: object, actual: object, passed: object) -> None:
    assert same_value(expected, actual) is passed


@pytest.mark.parametrize("size", [1000, 1001, 2500])
def test_a_row_more_or_less_than_many_is_told(tmp_path: Path, size: int) -> None:
    with closing(sqlite3.connect(tmp_path / "many.db")) as connection, connection:
        connection.execute("create table numbers (n integer)")
        connection.executemany("insert into numbers values (?)", [(n,) for n in range(size)])
    for expected in (size - 1, size, size + 1):
        wanted = check([[n] for n in range(expected)], "select n from numbers order by n", "many.db")
        assert check_rows(wanted, context(tmp_path)).passed is (expected == size)


def test_no_rows_are_told_as_such(database: Path) -> None:
    found = check_rows(check([], "select * from customers where name = 'x'"), context(database.parent))
    assert found == (True, "no rows", "no rows")


@pytest.mark.parametrize(
    "query",
    [
        "delete from customers",
        "select 1; select 2",
        "selekt",
        "select gone from customers",
        "attach 'x.db' as x",
        "-- nothing",
        "  ",
        "select hex(zeroblob(100000000))",
        "select replace(hex(zeroblob(7000000)), '0', 'xx')",
    ],
)
def test_a_query_that_writes_or_is_wrong_fails_and_changes_nothing(database: Path, query: str) -> None:
    before = database.read_bytes()
    found = check_rows(check([["x"]], query), context(database.parent))
    assert not found.passed
    assert database.read_bytes() == before
    assert sorted(path.name for path in database.parent.iterdir()) == ["customers.db"]


def test_a_query_that_asks_for_nothing_does_not_hold(database: Path) -> None:
    found = check_rows(check([], "-- select name from customers"), context(database.parent))
    assert found == (False, "no rows", "the query can't be done: it asks for nothing")


def test_a_name_that_is_too_long_for_a_file_is_that_of_none(tmp_path: Path) -> None:
    assert "there is no database" in check_rows(check([[1]], name="x" * 5000), context(tmp_path)).actual


def test_an_endless_query_is_broken_off(database: Path) -> None:
    endless = "with recursive n(x) as (select 1 union all select x + 1 from n) select max(x) from n"
    assert "interrupted" in check_rows(check([[1]], endless), context(database.parent), seconds=0.2).actual


def test_a_missing_database_is_not_made(tmp_path: Path) -> None:
    found = check_rows(check([[1]], name="gone.db"), context(tmp_path))
    assert found.actual == f"there is no database {tmp_path / 'gone.db'}"
    assert not list(tmp_path.iterdir())

"""The `sql` check, on real databases."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from agent.checks.sql import check_rows, why_unreachable
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


@pytest.mark.parametrize("url", ["sqlite:///customers.db", "sqlite+pysqlite:///{folder}/customers.db"])
def test_a_file_that_a_url_names_is_read_as_one_that_is_written_alone(database: Path, url: str) -> None:
    address = url.format(folder=database.parent)
    found = check_rows(SqlCheck(url=address, query=QUERY, equals=[["Zoë"]]), context(database.parent))
    assert found.actual == '[["Ada \\"x\\" Lovelace", "Germany", 2500], ["Zoë", null, 0]]'
    gone = check_rows(
        SqlCheck(url=address, query="delete from customers", equals=[]), context(database.parent)
    )
    assert "the query can't be done" in gone.actual
    missing = SqlCheck(url="sqlite:///gone.db", query="select 1", equals=[[1]])
    assert "there is no database" in check_rows(missing, context(database.parent)).actual
    assert not (database.parent / "gone.db").exists()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///a.db?mode=rwc", "sqlite+aiosqlite:///a.db"])
def test_of_a_file_only_its_path_is_used(tmp_path: Path, url: str) -> None:
    reason = why_unreachable(SqlCheck(url=url, query="select 1", equals=[]), {})
    assert reason is not None
    assert reason.startswith("of a SQLite URL only the path of a file is used")
    assert not list(tmp_path.iterdir())


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


def test_of_many_rows_the_difference_comes_first(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "many.db")) as connection, connection:
        connection.execute("create table numbers (n integer)")
        connection.executemany("insert into numbers values (?)", [(n,) for n in range(100)])
    query = "select n, n from numbers order by n"
    wanted = [[n, n if n != 80 else 8] for n in range(100)]
    told = check_rows(check(wanted, query, "many.db"), context(tmp_path)).actual
    assert told.startswith("row 81, column 2 is 80, not 8; in all [[0, 0], [1, 1]")
    told = check_rows(check([[n, n] for n in range(99)], query, "many.db"), context(tmp_path)).actual
    assert told.startswith("100 rows, not 99; in all")

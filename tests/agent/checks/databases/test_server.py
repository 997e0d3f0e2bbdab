"""The `sql` check over a URL, on a real PostgreSQL server: what it reads, and that it never writes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from agent.checks.databases.address import opened_by
from agent.checks.databases.server import engine_of, rows_of_server
from agent.checks.databases.unanswered import Unanswered
from agent.checks.sql import check_rows
from agent.task.checks import SqlCheck
from tests.agent.checks.contexts import context
from tests.agent.checks.databases.postgres import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path


def check(port: int, query: str, equals: Any = ()) -> SqlCheck:
    url = f"postgresql+psycopg://crm:${{secret.PW}}@127.0.0.1:{port}/crm"
    return SqlCheck(url=url, query=query, equals=equals)


def looked_at(folder: Path, one: SqlCheck, **more: Any) -> Any:
    return check_rows(one, context(folder, environ={"PW": PASSWORD}), **more)


def names(port: int) -> list[str]:
    with psycopg.connect(host="127.0.0.1", port=port, user="crm", dbname="crm", password=PASSWORD) as one:
        return [name for (name,) in one.execute("select name from customers order by name").fetchall()]


ROW = [
    "Ada", 2500.10, "1815-12-10", "2026-11-27T07:30:00Z", "08:30", True, "png",
    '["vip", "new"]', '{"a": [1, null]}', "0B7E3F6E-6F1C-4F5E-9D0C-1F2A3B4C5D6E", 0.1,
]  # fmt: skip


def test_values_of_every_kind_are_those_that_a_task_writes(tmp_path: Path, port: int) -> None:
    ada = check(port, "select * from customers where name = 'Ada'", [ROW])
    assert looked_at(tmp_path, ada).passed
    assert looked_at(tmp_path, check(port, "select credit from customers", [["2500.10"], [None]])).passed
    zoe = check(port, "select photo, active from customers where name like 'Z%'", [["\\xff00", "false"]])
    assert looked_at(tmp_path, zoe).passed


@pytest.mark.parametrize(
    ("column", "wrong"),
    [
        ("name", "ada"),
        ("credit", 2500.11),
        ("credit", "2500.101"),
        ("joined", "1815-12-11"),
        ("joined", 1815),
        ("seen", "2026-11-27T08:30:00Z"),
        ("at", "08:31"),
        ("active", False),
        ("photo", "gif"),
        ("tags", '["new", "vip"]'),
        ("more", '{"a": [1]}'),
        ("id", None),
        ("share", 0.2),
    ],
)
def test_another_value_does_not_hold(tmp_path: Path, port: int, column: str, wrong: Any) -> None:
    found = looked_at(tmp_path, check(port, f"select {column} from customers where name = 'Ada'", [[wrong]]))
    assert not found.passed
    assert found.expected != found.actual


def test_what_was_there_is_told_exactly(tmp_path: Path, port: int) -> None:
    told = looked_at(tmp_path, check(port, "select * from customers")).actual
    assert told.startswith("2 rows, not 0; in all [[")
    assert '["Ada", 2500.10, 1815-12-10, 2026-11-27 07:30:00+00:00, 08:30:00, true, "png", ' in told
    assert '["vip", "new"], {"a": [1, null]}, 0b7e3f6e-6f1c-4f5e-9d0c-1f2a3b4c5d6e, 0.1]' in told
    assert '["Zoë", null, null, null, null, false, "\\\\xff00",' in told


@pytest.mark.parametrize(
    "query",
    [
        "delete from customers",
        "delete from customers returning name",
        "select 1; delete from customers",
        "commit; delete from customers",
        "set transaction read write",
        "with gone as (delete from customers returning name) select name from gone",
        "select name into copy from customers",
        "select nextval('numbers')",
        "select sneak()",
        "select set_config('transaction_read_only', 'off', false), sneak()",
        "explain analyze delete from customers",
        "/* select */ delete from customers",
        "-- select\ndelete from customers",
        "(delete from customers)",
        "truncate customers",
        "copy customers to program 'true'",
        "do $$ begin delete from customers; end $$",
        "select gone from customers",
        "",
    ],
)
def test_a_query_that_writes_is_refused_and_writes_nothing(tmp_path: Path, port: int, query: str) -> None:
    one = SqlCheck.model_construct(url=check(port, "x").url, database=None, query=query, equals=())
    found = looked_at(tmp_path, one)
    assert not found.passed
    assert "the query can't be done" in found.actual
    assert names(port) == ["Ada", "Zoë"]


@pytest.mark.parametrize(
    ("query", "row"),
    [
        ("select '12:30', ':name', 'a'::text", ["12:30", ":name", "a"]),
        ("select '50 %', '%s', E'\\\\:x'", ["50 %", "%s", "\\:x"]),
        ("values (1, null);", [1, None]),
        ("with one as (select 1 as n) select n from one", [1]),
        ("((select 1))", [1]),
        ("-- all\nselect /* one */ 1", [1]),
        ("table (select 1)", None),
    ],
)  # fmt: skip
def test_what_stands_in_a_query_is_taken_as_it_is(tmp_path: Path, port: int, query: str, row: Any) -> None:
    found = looked_at(tmp_path, check(port, query, [row] if row else []))
    assert found.passed is (row is not None), found


def test_a_query_that_takes_too_long_is_broken_off(tmp_path: Path, port: int) -> None:
    told = looked_at(tmp_path, check(port, "select pg_sleep(60)"), seconds=0.2).actual
    assert "canceling statement due to statement timeout" in told


def test_of_many_rows_no_more_are_fetched_than_are_told(port: int) -> None:
    url = opened_by(check(port, "x").url or "", {"PW": PASSWORD})
    assert len(rows_of_server(url, "select generate_series(1, 1000000)", 7, 5)) == 7


def test_a_whole_url_can_be_a_secret(tmp_path: Path, port: int) -> None:
    from sqlalchemy import URL

    whole = URL.create("postgresql+psycopg", "crm", PASSWORD, "127.0.0.1", port, "crm")
    environ = {"DATABASE_URL": whole.render_as_string(hide_password=False)}
    one = SqlCheck(url="${secret.DATABASE_URL}", query="select 1", equals=[[1]])
    assert check_rows(one, context(tmp_path, environ=environ)).passed


def test_a_driver_need_not_be_named(tmp_path: Path, port: int) -> None:
    url = f"postgresql://crm:${{secret.PW}}@127.0.0.1:{port}/crm"
    assert looked_at(tmp_path, SqlCheck(url=url, query="select 1", equals=[[1]])).passed


def test_a_wrong_password_is_told_without_it(tmp_path: Path, port: int) -> None:
    found = check_rows(check(port, "select 1", [[1]]), context(tmp_path, environ={"PW": "wrong-horse"}))
    assert 'password authentication failed for user "crm"' in found.actual
    assert "wrong-horse" not in found.actual


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = looked_at(tmp_path, check(1, "select 1", [[1]]))
    assert not found.passed
    assert "connection refused" in found.actual.lower()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql+pymysql://crm@localhost/crm", "the driver pymysql is not installed: pip install pymysql"),
        ("mysql://crm@localhost/crm", "the driver MySQLdb is not installed: pip install mysqlclient"),
        ("postgresql+psycopg2://localhost/crm", "pip install psycopg2-binary"),
        ("crm://localhost/crm", 'SQLAlchemy knows no "crm"'),
        ("postgresql+psycopg_async://localhost/crm", "asynchronous programs"),
    ],
)
def test_a_driver_that_is_missing_is_told_with_what_brings_it(url: str, said: str) -> None:
    with pytest.raises(Unanswered) as found:
        engine_of(opened_by(url, {}))
    assert said in str(found.value)


def test_what_is_no_url_is_told_without_its_secrets() -> None:
    with pytest.raises(Unanswered) as found:
        opened_by("${secret.DATABASE_URL}", {"DATABASE_URL": "hunter22"})
    assert str(found.value).startswith("${secret.DATABASE_URL} is no URL of a database")

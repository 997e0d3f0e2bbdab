"""`sql` check: the rows that a query finds in a SQLite database."""

from __future__ import annotations

import json
import os
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from agent.checks.context import CheckContext, Found
from agent.checks.numbers import number, same_number

if TYPE_CHECKING:
    from pathlib import Path

    from agent.task.checks import SqlCheck

_MOST_ROWS = 1000
"""That a failure looks at; where more are expected, one more than those."""
_LONGEST_QUERY = 5.0
"""Seconds."""
_LONGEST_VALUE = 16_000_000
"""Bytes; nothing that is compared with text in a task file is longer."""
_STEPS = 10_000
"""Of SQLite's virtual machine, between two looks at the clock."""


def check_rows(check: SqlCheck, context: CheckContext, seconds: float = _LONGEST_QUERY) -> Found:
    """Compare the rows, in the query's order. After `seconds` the query is broken off."""
    import sqlite3  # noqa: PLC0415  (loaded on use)

    expected = _spell(check.equals)
    path = context.workdir / check.database
    if not os.path.isfile(path):  # noqa: PTH113  (pathlib's raises for names that are too long)
        return Found(passed=False, expected=expected, actual=f"there is no database {path}")
    try:
        rows = _query(path, check.query, max(_MOST_ROWS, len(check.equals) + 1), seconds)
    except (sqlite3.Error, sqlite3.Warning) as error:
        return Found(passed=False, expected=expected, actual=f"the query can't be done: {error}")
    passed = len(rows) == len(check.equals) and all(
        len(row) == len(wanted) and all(map(same_value, wanted, row))
        for row, wanted in zip(rows, check.equals, strict=True)
    )
    return Found(passed, expected, _spell(rows))


def same_value(expected: Any, actual: Any) -> bool:
    """Whether a database's value is the one a task file means.

    A variable's value is always text, and SQLite stores any type in any column: a number and a text that
    writes the same number agree. Expected text may write it in any way (`"2500.00"`, `2500`); text in the
    database must be how one writes the number (`007` is not 7).
    """
    if isinstance(actual, bytes):
        actual = actual.decode(errors="surrogateescape")
    if isinstance(actual, int | float):
        wanted = number(expected) if isinstance(expected, str) else expected
        return wanted is not None and same_number(wanted, actual)
    if isinstance(expected, int | float) and isinstance(actual, str):
        return actual == json.dumps(expected)
    return type(expected) is type(actual) and bool(expected == actual)


def _query(path: Path, query: str, most: int, seconds: float) -> list[tuple[Any, ...]]:
    """The rows, or the first of them, from a connection that can do nothing but read this one database."""
    import sqlite3  # noqa: PLC0415

    uri = f"{path.resolve().as_uri()}?mode=ro"
    deadline = time.monotonic() + seconds
    with closing(sqlite3.connect(uri, uri=True, timeout=0.5)) as database:
        reads = {
            sqlite3.SQLITE_SELECT,
            sqlite3.SQLITE_READ,
            sqlite3.SQLITE_FUNCTION,
            sqlite3.SQLITE_RECURSIVE,
        }
        database.set_authorizer(  # `mode=ro` alone would let ATTACH make another database
            lambda what, *_: sqlite3.SQLITE_OK if what in reads else sqlite3.SQLITE_DENY
        )
        database.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS)
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        found = database.execute(query)
        if found.description is None:
            raise sqlite3.ProgrammingError("it asks for nothing")
        return found.fetchmany(most)


def _spell(rows: Any) -> str:
    if not rows:
        return "no rows"
    return json.dumps(rows, ensure_ascii=False, default=lambda blob: blob.decode(errors="replace"))

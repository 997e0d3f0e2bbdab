"""Query of a SQLite file, over a connection that can do nothing but read it."""

from __future__ import annotations

import os
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

from agent.checks.databases.unanswered import Unanswered

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST_VALUE = 16_000_000
"""Bytes; nothing that is compared with text in a task file is longer."""
_STEPS = 10_000
"""Of SQLite's virtual machine, between two looks at the clock."""


def rows_of_file(path: Path, query: str, most: int, seconds: float) -> list[tuple[Any, ...]]:
    """The rows, or the first of them.

    Args:
        path: the file; it is not made.
        query: one statement.
        most: number of rows.
        seconds: after which the query is broken off.

    Raises:
        Unanswered: there is no such file, or the query can't be done.
    """
    import sqlite3  # noqa: PLC0415  (loaded on use)

    if not os.path.isfile(path):  # noqa: PTH113  (pathlib's raises for names that are too long)
        raise Unanswered(f"there is no database {path}")
    uri = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=0.5)) as database:
            _bound(database, time.monotonic() + seconds)
            found = database.execute(query)
            if found.description is None:
                raise Unanswered("the query can't be done: it asks for nothing")
            return found.fetchmany(most)
    except (sqlite3.Error, sqlite3.Warning) as error:
        raise Unanswered(f"the query can't be done: {error}") from None


def _bound(database: Any, deadline: float) -> None:
    import sqlite3  # noqa: PLC0415

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

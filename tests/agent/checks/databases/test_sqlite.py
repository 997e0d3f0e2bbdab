"""A SQLite file that is only read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from agent.checks.databases.sqlite import rows_of_file
from agent.checks.databases.unanswered import Unanswered

if TYPE_CHECKING:
    from pathlib import Path


def test_no_more_rows_are_read_than_are_asked_for_and_none_is_written(tmp_path: Path) -> None:
    path = tmp_path / "numbers.db"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("create table numbers (n integer)")
        database.executemany("insert into numbers values (?)", [(n,) for n in range(5)])
    before = path.read_bytes()
    assert rows_of_file(path, "select n from numbers order by n", 3, 5) == [(0,), (1,), (2,)]
    with pytest.raises(Unanswered, match="the query can't be done: not authorized"):
        rows_of_file(path, "delete from numbers", 3, 5)
    assert path.read_bytes() == before

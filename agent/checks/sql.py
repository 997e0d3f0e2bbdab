"""`sql` check: the rows that a query finds in a database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from agent.checks.context import CheckContext, Found
from agent.checks.databases.address import opened_by
from agent.checks.databases.server import engine_of, rows_of_server
from agent.checks.databases.sqlite import rows_of_file
from agent.checks.databases.unanswered import Unanswered
from agent.checks.difference import told
from agent.checks.values import same_value, spell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import URL

    from agent.task.checks import SqlCheck

_MOST_ROWS = 1000
"""That a failure looks at; where more are expected, one more than those."""
_LONGEST_QUERY = 5.0
"""Seconds."""


def check_rows(check: SqlCheck, context: CheckContext, seconds: float = _LONGEST_QUERY) -> Found:
    """Compare the rows, in the query's order. After `seconds` the query is broken off."""
    expected = _told(check.equals)
    try:
        rows = _rows(check, context, max(_MOST_ROWS, len(check.equals) + 1), seconds)
    except Unanswered as reason:
        return Found(passed=False, expected=expected, actual=str(reason))
    other = _first_other(check.equals, rows)
    return Found(other is None, expected, told(_told(rows), other) if other else _told(rows))


def _first_other(wanted: Sequence[Sequence[Any]], rows: Sequence[Sequence[Any]]) -> str | None:
    """The first row that is another one; None: none is."""
    for number, (expected, row) in enumerate(zip(wanted, rows, strict=False), start=1):
        if len(row) != len(expected):
            return f"row {number} has {len(row)} columns, not {len(expected)}"
        for column, (value, found) in enumerate(zip(expected, row, strict=True), start=1):
            if not same_value(value, found):
                return f"row {number}, column {column} is {spell(found)}, not {spell(value)}"
    return f"{len(rows)} rows, not {len(wanted)}" if len(rows) != len(wanted) else None


def why_unreachable(check: SqlCheck, environ: Mapping[str, str]) -> str | None:
    """Why no query can be sent: what is no URL, a driver that is missing; None: nothing speaks against it."""
    try:
        url = opened_by(check.url, environ) if check.url else None
        if url is not None and not _is_file(url):
            engine_of(url).dispose()
    except Unanswered as reason:
        return str(reason)
    return None


def _rows(check: SqlCheck, context: CheckContext, most: int, seconds: float) -> list[tuple[Any, ...]]:
    if check.database is not None:
        return rows_of_file(context.workdir / check.database, check.query, most, seconds)
    url = opened_by(check.url or "", context.environ)
    if not _is_file(url):
        return rows_of_server(url, check.query, most, seconds)
    return rows_of_file(context.workdir / Path(url.database or ""), check.query, most, seconds)


def _is_file(url: URL) -> bool:
    """Whether it names a SQLite file, which needs no driver.

    Raises:
        Unanswered: it names more than a file.
    """
    if url.get_backend_name() != "sqlite":
        return False
    if url.drivername not in ("sqlite", "sqlite+pysqlite") or url.query or not url.database:
        raise Unanswered("of a SQLite URL only the path of a file is used: sqlite:///customers.db")
    return True


def _told(rows: Any) -> str:
    return spell(rows) if rows else "no rows"

"""Query of a database that SQLAlchemy reaches, in a transaction that may only read and is taken back."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from agent.checks.databases.address import install_line
from agent.checks.databases.statement import one_statement
from agent.checks.databases.unanswered import Unanswered
from agent.redact.texts import hide

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import URL, Engine

_READ_ONLY = {
    "postgresql": (
        "set transaction read only",
        "set local statement_timeout = {milliseconds}",
        "set local lock_timeout = {milliseconds}",
    ),
    "mysql": ("start transaction read only",),
    "mariadb": ("start transaction read only",),
    "oracle": ("set transaction read only",),
}
"""What makes a server refuse all that writes; of others only `select` is asked, and taken back."""
_ASKING = ("select", "with", "values", "table")
_TO_CONNECT = {"psycopg": "connect_timeout", "psycopg2": "connect_timeout", "pymysql": "connect_timeout"}
"""Option of a driver: seconds that connecting may take."""
_CONNECTING = 3
"""Seconds."""


def rows_of_server(url: URL, query: str, most: int, seconds: float) -> list[tuple[Any, ...]]:
    """The rows, or the first of them.

    Args:
        url: with its secrets; the password is in no message.
        query: one statement that asks.
        most: number of rows.
        seconds: after which the query is given up.

    Raises:
        Unanswered: it can't be done, or would write: then nothing was written.
    """
    from sqlalchemy.exc import DBAPIError, SQLAlchemyError  # noqa: PLC0415  (heavy: loaded on use)

    backend = url.get_backend_name()
    statement = one_statement(query, _ASKING if backend in _READ_ONLY else ("select",))
    engine = engine_of(url)
    try:
        return _within(seconds + _CONNECTING, lambda: _ask(engine, statement, most, seconds))
    except DBAPIError as error:
        raise Unanswered(f"the query can't be done: {_words(error.orig, url)}") from None
    except SQLAlchemyError as error:
        raise Unanswered(f"the query can't be done: {_words(error, url)}") from None
    finally:
        engine.dispose()


def engine_of(url: URL) -> Engine:
    """The engine of a URL, not yet connected.

    Raises:
        Unanswered: there is no such kind of database, or its driver is missing; says what to install.
    """
    from sqlalchemy import NullPool, create_engine  # noqa: PLC0415  (heavy: loaded on use)
    from sqlalchemy.exc import ArgumentError, InvalidRequestError, NoSuchModuleError  # noqa: PLC0415

    try:
        option = _TO_CONNECT.get(url.get_driver_name())
        arguments = {option: _CONNECTING} if option else {}
        engine = create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=arguments)
    except NoSuchModuleError:
        raise Unanswered(
            f'SQLAlchemy knows no "{url.drivername}"; write kind+driver, such as postgresql+psycopg'
        ) from None
    except ModuleNotFoundError as missing:
        raise Unanswered(install_line(missing.name or url.drivername)) from None
    except (ArgumentError, InvalidRequestError, TypeError) as error:
        raise Unanswered(f"the URL can't be used: {_words(error, url)}") from None
    if engine.dialect.is_async:
        raise Unanswered(f"{url.drivername} is a driver for asynchronous programs; name another one")
    return engine


def _ask(engine: Engine, statement: str, most: int, seconds: float) -> list[tuple[Any, ...]]:
    from sqlalchemy import text  # noqa: PLC0415

    few = {"stream_results": True, "max_row_buffer": most}  # else a driver may fetch all of them
    with engine.connect() as connection:
        for line in _READ_ONLY.get(engine.dialect.name, ()):
            connection.exec_driver_sql(line.format(milliseconds=int(seconds * 1000)))
        found = connection.execute(text(statement.replace(":", "\\:")), execution_options=few)
        if not found.returns_rows:
            raise Unanswered("the query can't be done: it asks for nothing")
        rows = [tuple(row) for row in found.fetchmany(most)]
        found.close()
        connection.rollback()
        return rows


def _within(seconds: float, does: Callable[[], list[tuple[Any, ...]]]) -> list[tuple[Any, ...]]:
    """What it returns or raises; a server that never answers is left to a thread that nobody waits for."""
    done: list[Any] = []

    def work() -> None:
        try:
            done.append(does())
        except BaseException as error:  # noqa: BLE001  (raised where it is waited for)
            done.append(error)

    thread = threading.Thread(target=work, name="sql check", daemon=True)
    thread.start()
    thread.join(seconds)
    if not done:
        raise Unanswered(f"the query can't be done: no answer within {seconds:g} s")
    [found] = done
    if isinstance(found, BaseException):
        raise found
    rows: list[tuple[Any, ...]] = found
    return rows


def _words(error: BaseException | None, url: URL) -> str:
    """What the driver says, in one line, without the password."""
    said = " ".join(str(error).split()) or type(error).__name__
    return hide(said, {"PASSWORD": str(url.password)}) if url.password else said

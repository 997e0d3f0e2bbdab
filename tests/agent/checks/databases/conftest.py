"""A PostgreSQL server with a table of customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from tests.agent.checks.databases.postgres import PASSWORD, server

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = """
create table customers (
    name text, credit numeric(10, 2), joined date, seen timestamptz, at time, active bool, photo bytea,
    tags text[], more jsonb, id uuid, share float8
);
insert into customers values
    ('Ada', 2500.10, '1815-12-10', '2026-11-27 08:30:00+01', '08:30', true, 'png',
     '{vip,new}', '{"a": [1, null]}', '0b7e3f6e-6f1c-4f5e-9d0c-1f2a3b4c5d6e', 0.1),
    ('Zoë', null, null, null, null, false, '\\xff00', null, null, null, null);
create sequence numbers;
create function sneak() returns int language sql
    as $$ insert into customers (name) values ('Eve') returning 1 $$;
"""


@pytest.fixture(scope="session")
def port() -> Iterator[int]:
    with server() as port:
        with psycopg.connect(host="127.0.0.1", port=port, user="crm", dbname="crm", password=PASSWORD) as one:
            one.execute(TABLE)
        yield port


@pytest.fixture
def entries(port: int) -> Iterator[None]:
    """An empty table that programs write to."""
    with psycopg.connect(
        host="127.0.0.1", port=port, user="crm", dbname="crm", password=PASSWORD, autocommit=True
    ) as one:
        one.execute("create table entries (name text, amount numeric(10, 2))")
        yield
        one.execute("drop table entries")

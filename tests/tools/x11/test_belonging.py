"""Which windows a dialog or a menu is of, on a server without a window manager."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from xcffib import xproto

from tests.tools.xserver import bare_xserver
from tools.x11.belonging import belongs_to
from tools.x11.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def connection() -> Iterator[Connection]:
    with bare_xserver() as display, Connection(display) as connection:
        yield connection


def made(connection: Connection, *, unmanaged: bool = False) -> int:
    window = connection.new_id()
    place = connection.root, 0, 0, 9, 9, 0, 1, 0
    connection.core.CreateWindow(0, window, *place, xproto.CW.OverrideRedirect, [int(unmanaged)])
    return window


def test_a_dialog_is_of_its_window_and_of_that_ones(connection: Connection) -> None:
    main, dialog, question = (made(connection) for _ in range(3))
    connection.write_numbers(dialog, "WM_TRANSIENT_FOR", (main,), "WINDOW")
    connection.write_numbers(question, "WM_TRANSIENT_FOR", (dialog,), "WINDOW")
    assert belongs_to(connection, question) == [dialog, main]
    assert belongs_to(connection, main) == []


def test_dialogs_that_are_of_each_other_come_to_an_end(connection: Connection) -> None:
    one, other = made(connection), made(connection)
    for window, of in ((one, other), (other, one)):
        connection.write_numbers(window, "WM_TRANSIENT_FOR", (of,), "WINDOW")
    assert set(belongs_to(connection, one)) == {one, other}


def test_a_menu_is_of_its_programs_active_window_or_of_any(connection: Connection) -> None:
    one, other, menu = made(connection), made(connection), made(connection, unmanaged=True)
    connection.write_numbers(connection.root, "_NET_CLIENT_LIST", (one, other), "WINDOW")
    assert belongs_to(connection, menu) == [one, other]
    connection.write_numbers(connection.root, "_NET_ACTIVE_WINDOW", (other,), "WINDOW")
    assert belongs_to(connection, menu) == [other]
    with Connection(connection.display) as stranger:
        assert belongs_to(connection, made(stranger, unmanaged=True)) == []


def test_one_that_is_gone_is_of_none(connection: Connection) -> None:
    assert belongs_to(connection, connection.new_id()) == []

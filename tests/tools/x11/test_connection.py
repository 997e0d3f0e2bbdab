"""What a connection asks a real server, and how it says that there is none."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import xcffib
import xcffib.xtest
from xcffib.xproto import WindowClass, WindowError

from tests.tools.xserver import bare_xserver
from tools.errors import DisplayLost, EnvironmentFault
from tools.x11.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def connection(xserver: str) -> Iterator[Connection]:
    with Connection(xserver) as connection:
        yield connection


def make_window(connection: Connection, parent: int) -> int:
    window = connection.new_id()
    kind, visual = WindowClass.InputOutput, xcffib.CopyFromParent
    connection.core.CreateWindow(0, window, parent, 0, 0, 9, 9, 0, kind, visual, 0, [])
    return window


def test_a_name_has_one_number(connection: Connection, xserver: str) -> None:
    assert connection.atom("STRING") == xcffib.xproto.Atom.STRING
    with Connection(xserver) as other:
        assert connection.atom("_DESKHAND_TEST") == other.atom("_DESKHAND_TEST") != connection.atom("STRING")


def test_properties_are_read_as_they_were_written(connection: Connection) -> None:
    window = make_window(connection, connection.root)
    connection.write(window, "WM_NAME", "Zoë".encode("latin-1"))
    connection.write_numbers(window, "_DESKHAND_TEST", (7, 2**32 - 1), "CARDINAL")
    assert connection.read(window, "WM_NAME") == b"Zo\xeb"
    assert connection.read_numbers(window, "_DESKHAND_TEST") == (7, 2**32 - 1)
    assert connection.read(window, "_NET_WM_NAME") == b""
    assert connection.read_numbers(window, "_NET_WM_NAME") == ()


def test_a_property_of_another_shape_is_no_trap(connection: Connection) -> None:
    window = make_window(connection, connection.root)
    connection.write(window, "WM_PROTOCOLS", b"12345")
    assert connection.read_numbers(window, "WM_PROTOCOLS") == (0x34333231,)


def test_the_way_out_of_a_window_ends_below_the_root(connection: Connection) -> None:
    outer = make_window(connection, connection.root)
    middle = make_window(connection, outer)
    inner = make_window(connection, middle)
    assert list(connection.way_out(inner)) == [inner, middle, outer]
    assert connection.outermost(inner) == connection.outermost(outer) == outer
    assert list(connection.way_out(connection.root)) == []
    assert connection.outermost(connection.root) == connection.root


def test_a_window_that_is_gone_says_so(connection: Connection) -> None:
    window = make_window(connection, connection.root)
    connection.core.DestroyWindow(window)
    for ask in (lambda: connection.read(window, "WM_NAME"), lambda: connection.outermost(window)):
        with pytest.raises(WindowError):
            ask()


def test_events_are_those_that_have_come_in(connection: Connection) -> None:
    assert list(connection.events()) == []
    assert not connection.await_more(0.01)
    window = make_window(connection, connection.root)
    mask = [xcffib.xproto.EventMask.PropertyChange]
    connection.core.ChangeWindowAttributes(window, xcffib.xproto.CW.EventMask, mask)
    connection.write(window, "WM_NAME", b"one")
    connection.sync()
    assert [event.atom for event in connection.events()] == [xcffib.xproto.Atom.WM_NAME]


def test_an_extension_that_is_missing_is_named(connection: Connection) -> None:
    assert connection.extension(xcffib.xtest) is connection.extension(xcffib.xtest)
    missing = SimpleNamespace(key=SimpleNamespace(name="DESKHAND-NONE"))
    with pytest.raises(EnvironmentFault, match="lacks the extension DESKHAND-NONE; use one that has it"):
        connection.extension(missing)


def test_a_server_that_goes_away_is_lost() -> None:
    with bare_xserver() as display:
        connection = Connection(display)
    with pytest.raises(DisplayLost, match=rf"display {display} went away"), connection.alive():
        connection.sync()
    connection.close()


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(EnvironmentFault, match=r"no X server answers at display ':987'; start one"):
        Connection(":987")

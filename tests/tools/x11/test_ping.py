"""Pings, answered or not by a program written for it."""

from __future__ import annotations

import struct
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
import xcffib
from xcffib import xproto

from tests.tools.xserver import bare_xserver
from tools.x11.connection import Connection
from tools.x11.ping import await_answer

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def display() -> Iterator[str]:
    """Without a window manager: nobody takes the keyboard away."""
    with bare_xserver() as display:
        yield display


@contextmanager
def program(display: str, *, protocols: tuple[str, ...], answers: bool) -> Iterator[None]:
    """A window that has the keyboard, in one that names the protocols; whether it answers pings."""
    with Connection(display) as connection:
        outer = _shown(connection, connection.root)
        named = tuple(connection.atom(name) for name in protocols)
        if named:
            connection.write_numbers(outer, "WM_PROTOCOLS", named, "ATOM")
        inner = _shown(connection, outer)
        connection.core.SetInputFocus(xproto.InputFocus.PointerRoot, inner, xproto.Time.CurrentTime)
        connection.sync()
        over = threading.Event()
        thread = threading.Thread(target=_answer, args=(connection, over, answers))
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()


def _shown(connection: Connection, parent: int) -> int:
    window = connection.new_id()
    kind, visual = xproto.WindowClass.InputOutput, xcffib.CopyFromParent
    connection.core.CreateWindow(0, window, parent, 0, 0, 50, 50, 0, kind, visual, 0, [])
    connection.core.MapWindow(window)
    return window


def _answer(connection: Connection, over: threading.Event, answers: bool) -> None:  # noqa: FBT001  (of a thread)
    while not over.is_set():
        for event in connection.events():
            if answers and isinstance(event, xproto.ClientMessageEvent):
                ping = list(event.data.data32)
                back = struct.pack("=BB2xII5I", event.event_number, 32, connection.root, event.type, *ping)
                mask = xproto.EventMask.SubstructureNotify | xproto.EventMask.SubstructureRedirect
                connection.core.SendEvent(0, connection.root, mask, back)
                connection.flush()
        connection.await_more(0.01)


def test_a_program_that_answers_has_read_its_events(display: str) -> None:
    protocols = ("WM_DELETE_WINDOW", "_NET_WM_PING")
    with program(display, protocols=protocols, answers=True), Connection(display) as connection:
        assert await_answer(connection, 20)


def test_one_that_is_busy_is_waited_for_no_longer_than_said(display: str) -> None:
    with (
        program(display, protocols=("_NET_WM_PING",), answers=False),
        Connection(display) as connection,
    ):
        began = time.monotonic()
        assert not await_answer(connection, 0.2)
        assert time.monotonic() - began >= 0.2


@pytest.mark.parametrize("protocols", [(), ("WM_DELETE_WINDOW",)])
def test_one_that_answers_no_pings_is_not_waited_for(display: str, protocols: tuple[str, ...]) -> None:
    with program(display, protocols=protocols, answers=True), Connection(display) as connection:
        began = time.monotonic()
        assert not await_answer(connection, 60)
        assert time.monotonic() - began < 30


def test_where_nobody_has_the_keyboard_nobody_is_asked(display: str) -> None:
    with Connection(display) as connection:
        assert not await_answer(connection, 60)

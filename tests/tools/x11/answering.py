"""A program that has the keyboard, and answers pings or does not."""

from __future__ import annotations

import struct
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import xcffib
from xcffib import xproto

from tools.x11.connection import Connection

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def program(display: str, *, protocols: tuple[str, ...], answers: bool) -> Iterator[None]:
    """A window that has the keyboard, in one that names the protocols; whether it answers pings."""
    with Connection(display) as connection:
        outer = shown(connection, connection.root)
        named = tuple(connection.atom(name) for name in protocols)
        if named:
            connection.write_numbers(outer, "WM_PROTOCOLS", named, "ATOM")
        inner = shown(connection, outer)
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


def shown(connection: Connection, parent: int) -> int:
    """A window that was asked for in another one; a window manager may still have to show it."""
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

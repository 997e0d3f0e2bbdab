"""Device events of a display's mouse and keyboard, whatever window they go to.

Nothing is grabbed or kept from the programs. Source: "Record Extension Protocol Specification", version 1.13.
The request `EnableContext` has a connection of its own: it is answered by one reply after another.
"""

from __future__ import annotations

import queue
import struct
import threading
import time
from dataclasses import dataclass, replace
from typing import Self

import xcffib
import xcffib.record
from xcffib import xproto

from tools.errors import DisplayLost
from tools.geometry import ScreenPoint
from tools.x11.connection import Connection
from tools.x11.keys import keymap

KEY_DOWN = xproto.KeyPressEvent.event_number
BUTTON_DOWN, BUTTON_UP = xproto.ButtonPressEvent.event_number, xproto.ButtonReleaseEvent.event_number
MOTION = xproto.MotionNotifyEvent.event_number
_EVENT = struct.Struct("=BBxxIIIIhhhhHxx")
"""A core device event: kind, detail, time, root, event, child, root x, root y, x, y, state."""
_FROM_SERVER, _FROM_CLIENT, _END_OF_DATA = 0, 1, 5
REMAP = 100
"""The request `ChangeKeyboardMapping`."""
_REMAPPED = struct.Struct("=BBHBBxx")
"""Its head: opcode, count of keycodes, length, first keycode, keysyms a keycode; the keysyms follow."""


@dataclass(frozen=True, slots=True)
class DeviceEvent:
    """An event as it came in."""

    kind: int
    """`KEY_DOWN`, `BUTTON_DOWN`, `BUTTON_UP`, `MOTION`, `REMAP` or another of the core protocol's."""
    detail: int
    """Keycode or button."""
    at: float
    """Monotonic seconds."""
    place: ScreenPoint
    """Of the pointer."""
    state: int
    """The bits of modifiers, locks and buttons."""
    window: int = 0
    """Of a button: the top window under the pointer; of a key: the one with the focus. 0: none."""
    keys: keymap.Snapshot | None = None
    """Of a key: the keyboard map when it was pressed."""
    symbols: tuple[tuple[int, int], ...] = ()
    """Of a `REMAP`: what keys now mean, without and with Shift, from keycode `detail` on."""


class DeviceEvents:
    """The events of a display, from its making until `close`."""

    def __init__(self, display: str) -> None:
        """Begin to listen.

        Raises:
            EnvironmentFault: no X server answers there, or it lacks RECORD or XKB.
        """
        self._asking, self._hearing = Connection(display), Connection(display)
        self._heard: queue.SimpleQueue[DeviceEvent] = queue.SimpleQueue()
        self._behind = float("inf")
        try:
            with self._asking.alive():
                self._begin()
        except BaseException:
            self._disconnect()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def take(self) -> list[DeviceEvent]:
        """What was heard since the last call, in order.

        Raises:
            DisplayLost: the display is gone.
        """
        taken = []
        while not self._heard.empty():
            taken.append(self._heard.get())
        if not taken and not self._thread.is_alive():
            raise DisplayLost(
                f"the X server of display {self._asking.display} is gone, or no longer tells what is done"
            )
        return taken

    def close(self) -> None:
        """Stop listening."""
        try:
            with self._asking.alive():
                self._record.DisableContext(self._context)
                self._asking.sync()
            self._thread.join()
        finally:
            self._disconnect()

    def _begin(self) -> None:
        keymap.use(self._asking)
        self._record = self._asking.extension(xcffib.record)
        self._record.QueryVersion(1, 13).reply()
        self._context = self._asking.new_id()
        everything = [xcffib.record.CS.AllClients]
        self._record.CreateContext(self._context, 0, 1, 1, everything, [_wanted()], is_checked=True).check()
        self.keys_at_start = keymap.snapshot(self._asking)
        """The keyboard map before the first event."""
        started = threading.Event()
        self._thread = threading.Thread(target=self._listen, args=(started,), name="listener", daemon=True)
        self._thread.start()
        started.wait()

    def _disconnect(self) -> None:
        self._asking.close()
        self._hearing.close()

    def _listen(self, started: threading.Event) -> None:
        cookie = self._hearing.extension(xcffib.record).EnableContext(self._context)
        try:
            while True:
                reply = xcffib.record.EnableContextReply(self._hearing.raw_reply(cookie))
                arrived = time.monotonic()
                started.set()  # the first reply says that it has begun
                if reply.category == _END_OF_DATA:
                    return
                if reply.category == _FROM_SERVER:
                    for event in _EVENT.iter_unpack(reply.data.buf()):
                        self._heard.put(self._noted(event, arrived))
                if reply.category == _FROM_CLIENT:
                    self._heard.put(_remapping(reply.data.buf(), arrived))
        except (xcffib.ConnectionException, xcffib.XcffibException):
            return  # `take` tells
        finally:
            started.set()

    def _noted(self, event: tuple[int, ...], arrived: float) -> DeviceEvent:
        """The event, with what must be asked at once: soon it may be another window or key map."""
        kind, detail, stamp, *_, x, y, _, _, state = event
        heard = DeviceEvent(kind & 0x7F, detail, self._time(stamp, arrived), ScreenPoint(x, y), state)
        if heard.kind == BUTTON_DOWN:
            return replace(heard, window=self._under_pointer())
        if heard.kind == KEY_DOWN:
            return replace(heard, keys=keymap.snapshot(self._asking), window=self._focused())
        return heard

    def _under_pointer(self) -> int:
        return int(self._asking.core.QueryPointer(self._asking.root).reply().child)

    def _focused(self) -> int:
        """The top window that has the focus; 0 when none has, or it is just going."""
        window = self._asking.focus()
        try:
            return self._asking.outermost(window) if window > xproto.InputFocus.PointerRoot else 0
        except xproto.WindowError:
            return 0

    def _time(self, stamp: int, arrived: float) -> float:
        """When an event happened, by this process's clock: events can come late, never early.

        The server counts milliseconds; the least lag seen so far tells its zero.
        """
        self._behind = min(self._behind, arrived - stamp / 1000)
        return min(arrived, stamp / 1000 + self._behind)


def _remapping(request: bytes, arrived: float) -> DeviceEvent:
    """Keys are given another meaning, by a program that types what the layout lacks."""
    _, count, _, first, each = _REMAPPED.unpack_from(request)
    listed = struct.unpack_from(f"={count * each}I", request, _REMAPPED.size)
    symbols = tuple(zip(listed[::each], listed[1::each] if each > 1 else listed, strict=True))
    return DeviceEvent(REMAP, first, arrived, ScreenPoint(0, 0), 0, symbols=symbols)


def _wanted() -> xcffib.record.Range:
    """What mouse and keyboard do, and new meanings of keys."""
    none, nothing = (0, 0), ((0, 0), (0, 0))
    events = (KEY_DOWN, MOTION)
    return xcffib.record.Range.synthetic(
        (REMAP, REMAP), none, nothing, nothing, none, events, none, client_started=False, client_died=False
    )

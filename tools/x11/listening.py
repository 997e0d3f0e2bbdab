"""Hears what a person does with mouse and keyboard, whatever window it goes to. Through the RECORD extension.

Nothing is grabbed or kept from the programs. Source: "Record Extension Protocol Specification", version 1.13.
The request `EnableContext` has a connection of its own: it is answered by one reply after another.
"""

from __future__ import annotations

import queue
import struct
import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

import xcffib
import xcffib.record
from xcffib import xproto

from tools.errors import DisplayLost
from tools.geometry import ScreenPoint
from tools.host.gestures import ButtonDown, ButtonUp, KeyDown, Moved
from tools.x11.connection import Connection
from tools.x11.keys import keymap, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.host.gestures import Event
    from tools.observation import Monitor

_KEY_DOWN = xproto.KeyPressEvent.event_number
_BUTTON_DOWN, _BUTTON_UP = xproto.ButtonPressEvent.event_number, xproto.ButtonReleaseEvent.event_number
_MOTION = xproto.MotionNotifyEvent.event_number
_EVENT = struct.Struct("=BBxxIIIIhhhhHxx")
"""A core device event: kind, detail, time, root, event, child, root x, root y, x, y, state."""
_FROM_SERVER, _FROM_CLIENT, _END_OF_DATA = 0, 1, 5
_REMAP = 100
"""The request `ChangeKeyboardMapping`."""
_REMAPPED = struct.Struct("=BBHBBxx")
"""Its head: opcode, count of keycodes, length, first keycode, keysyms a keycode; the keysyms follow."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """An event as it came in."""

    kind: int
    detail: int
    at: float
    place: ScreenPoint
    state: int
    window: int = 0
    keys: keymap.Snapshot | None = None
    symbols: tuple[tuple[int, int], ...] = ()
    """Of keys that were given another meaning, from keycode `detail` on."""


class Listener:
    """The events of a display, from its making until `close`."""

    def __init__(self, display: str) -> None:
        """Begin to listen.

        Raises:
            EnvironmentFault: no X server answers there, or it lacks RECORD.
        """
        self._raw = b""
        self._put: dict[int, tuple[int, int]] = {}
        """Keycode -> the symbols, without and with Shift, that a program has put on it."""
        self._asking, self._hearing = Connection(display), Connection(display)
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

    def take(self, monitor: Monitor) -> list[Event]:
        """What was heard since the last call, in order.

        Args:
            monitor: where the frame lies whose pixels the events' points are given in.

        Raises:
            DisplayLost: the display is gone.
        """
        taken: list[Event] = []
        while not self._heard.empty():
            taken += self._told(self._heard.get(), monitor)
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
        self._learn(keymap.snapshot(self._asking))
        self._behind = float("inf")
        self._heard: queue.SimpleQueue[_Heard] = queue.SimpleQueue()
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

    def _noted(self, event: tuple[int, ...], arrived: float) -> _Heard:
        """The event, with what must be asked at once: soon it may be another window or key map."""
        kind, detail, stamp, *_, x, y, _, _, state = event
        heard = _Heard(kind & 0x7F, detail, self._time(stamp, arrived), ScreenPoint(x, y), state)
        if heard.kind == _BUTTON_DOWN:
            return replace(heard, window=int(self._asking.core.QueryPointer(self._asking.root).reply().child))
        if heard.kind == _KEY_DOWN:
            return replace(heard, keys=keymap.snapshot(self._asking), window=self._focused())
        return heard

    def _told(self, heard: _Heard, monitor: Monitor) -> Iterator[Event]:
        point = monitor.to_frame(heard.place)
        if heard.kind == _REMAP:
            self._put |= dict(enumerate(heard.symbols, heard.detail))
        elif heard.kind == _MOTION:
            yield Moved(heard.at, point)
        elif heard.kind == _BUTTON_UP:
            yield ButtonUp(heard.at, heard.detail, point)
        elif heard.kind == _BUTTON_DOWN:
            yield ButtonDown(heard.at, heard.detail, point, self._held(heard.state), heard.window)
        elif heard.keys is not None:
            self._learn(heard.keys)
            yield from self._key(heard)

    def _learn(self, keys: keymap.Snapshot) -> None:
        """Work a key map out, unless it is the one that is known."""
        if self._raw == keys.raw:
            return
        self._raw, self._keymap = keys.raw, keys.keymap()
        known = self._keymap
        named = ((known.modifiers_of(code), meaning.modifier(known.symbol(code, 0))) for code in known.codes)
        self._modifiers = {bits: name for bits, name in named if bits and name}

    def _key(self, heard: _Heard) -> Iterator[KeyDown]:
        put = self._put.get(heard.detail, (0, 0))
        bare = put[0] or self._keymap.symbol(heard.detail, 0)
        symbol = put[heard.state & 1] or self._keymap.symbol(heard.detail, heard.state & 0xFF)
        if meaning.says_nothing(bare) or meaning.says_nothing(symbol):
            return
        yield KeyDown(
            heard.at,
            meaning.name(bare) or meaning.name(symbol),
            meaning.character(symbol),
            meaning.accent(symbol),
            self._held(heard.state),
            heard.window,
        )

    def _held(self, state: int) -> frozenset[str]:
        """The modifiers in an event's state, without locks."""
        return frozenset(name for bits, name in self._modifiers.items() if bits & state & 0xFF)

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


def _remapping(request: bytes, arrived: float) -> _Heard:
    """Keys are given another meaning, by a program that types what the layout lacks."""
    _, count, _, first, each = _REMAPPED.unpack_from(request)
    symbols = struct.unpack_from(f"={count * each}I", request, _REMAPPED.size)
    return _Heard(
        _REMAP,
        first,
        arrived,
        ScreenPoint(0, 0),
        0,
        symbols=tuple(zip(symbols[::each], symbols[1::each] if each > 1 else symbols, strict=True)),
    )


def _wanted() -> xcffib.record.Range:
    """What mouse and keyboard do, and new meanings of keys."""
    none, nothing = (0, 0), ((0, 0), (0, 0))
    events = (_KEY_DOWN, _MOTION)
    return xcffib.record.Range.synthetic(
        (_REMAP, _REMAP), none, nothing, nothing, none, events, none, client_started=False, client_died=False
    )

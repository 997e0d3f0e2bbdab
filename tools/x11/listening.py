"""Listening to a person's mouse and keyboard, with the meaning of each key press."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from tools.host.person.events import ButtonDown, ButtonUp, KeyDown, Moved
from tools.x11.device_events import BUTTON_DOWN, BUTTON_UP, MOTION, REMAP, DeviceEvents
from tools.x11.keys import keymap, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.host.person.events import Event
    from tools.observation import Monitor
    from tools.x11.device_events import DeviceEvent


class Listener:
    """What is done on a display, from its making until `close`."""

    def __init__(self, display: str) -> None:
        """Begin to listen.

        Raises:
            EnvironmentFault: no X server answers there, or it lacks RECORD or XKB.
        """
        self._events = DeviceEvents(display)
        self._keys = Keys(self._events.keys_at_start)

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
        return [event for heard in self._events.take() for event in self._meant(heard, monitor)]

    def close(self) -> None:
        """Stop listening."""
        self._events.close()

    def _meant(self, heard: DeviceEvent, monitor: Monitor) -> Iterator[Event]:
        point = monitor.to_frame(heard.place)
        if heard.kind == REMAP:
            self._keys.put(heard)
        elif heard.kind == MOTION:
            yield Moved(heard.at, point)
        elif heard.kind == BUTTON_UP:
            yield ButtonUp(heard.at, heard.detail, point)
        elif heard.kind == BUTTON_DOWN:
            held = self._keys.held(heard.state)
            yield ButtonDown(heard.at, heard.detail, point, held, heard.window)
        elif heard.keys is not None:
            self._keys.learn(heard.keys)
            yield from self._keys.pressed(heard)


class Keys:
    """What a display's keys mean, as its layout and its programs go on changing them."""

    def __init__(self, keys: keymap.Snapshot) -> None:
        self._put: dict[int, tuple[int, int]] = {}
        """Keycode -> the symbols, without and with Shift, that a program has put on it."""
        self._raw = b""
        self.learn(keys)

    def learn(self, keys: keymap.Snapshot) -> None:
        """Work a key map out, unless it is the one that is known."""
        if self._raw == keys.raw:
            return
        self._raw, self._keymap = keys.raw, keys.keymap()
        known = self._keymap
        named = ((known.modifiers_of(code), meaning.modifier(known.symbol(code, 0))) for code in known.codes)
        self._modifiers = {bits: name for bits, name in named if bits and name}

    def put(self, heard: DeviceEvent) -> None:
        """Take note that a program has given keys another meaning."""
        self._put |= dict(enumerate(heard.symbols, heard.detail))

    def pressed(self, heard: DeviceEvent) -> Iterator[KeyDown]:
        """A key press, if it says anything to a program by itself."""
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
            self.held(heard.state),
            heard.window,
        )

    def held(self, state: int) -> frozenset[str]:
        """The modifiers in an event's state, without locks."""
        return frozenset(name for bits, name in self._modifiers.items() if bits & state & 0xFF)

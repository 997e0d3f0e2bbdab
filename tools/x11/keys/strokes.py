"""Strokes that make a symbol: a key of the layout, or a spare key that is mapped to it.

Programs look a key's meaning up when they come to its event, not when it was sent. So a spare key is given
another meaning only when its last press has surely been read: otherwise what is typed would be another text.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tools.errors import EnvironmentFault, Refused, ScreenChanged
from tools.x11.idle import await_idle
from tools.x11.keys import keymap
from tools.x11.keys.positions import REAL, composed, refusal
from tools.x11.ping import await_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.x11.connection import Connection

_LAG_SECONDS = 0.1
"""That a program is given at least to look up a key it was sent before the key gets another meaning."""
STALL_SECONDS = 20.0
"""That one may take of which it can be told whether it has; then it has stalled."""
_CLOSING_SECONDS = 2.0
"""The same in the end, when its keys are only cleared."""


class Unread(ScreenChanged):
    """The program with the keyboard has not come to the keys that it was sent."""


class KeyboardChanged(ScreenChanged):
    """Somebody else has changed the layout, or switched a lock: the last key may have made another sign."""


class Strokes:
    """The strokes of a display's keyboard, under the layout of each moment."""

    def __init__(self, connection: Connection, stall: float = STALL_SECONDS) -> None:
        """Read the map.

        Args:
            connection: one that uses XKB, and whose events nobody waits for.
            stall: seconds that a program may take to come to its keys.
        """
        self._connection, self._stall = connection, stall
        self._known = keymap.read(connection, None)
        self._steady: bytes | None = None
        """The map and its state since `hold_to`; None: they may change."""
        self._used: dict[int, float] = {}
        """Spare keycode -> when it was last pressed (monotonic seconds)."""
        self._by_position = False

    def hold_to(self) -> None:
        """From now on the map and its state must stay, but for what is put on spare keys."""
        self._steady = self._now()

    def require(self, symbols: Sequence[int], most: int, *, by_position: bool) -> None:
        """Take note of how the window that has the keyboard takes keys, before the first one.

        Args:
            symbols: what is to be typed.
            most: strokes that may make one of them: 2 allow a dead key.
            by_position: whether it passes on which keys are pressed (`positions`).

        Raises:
            Refused: it does, and no key that it passes on makes one of them.
        """
        self._by_position = by_position
        once = dict.fromkeys(symbols if by_position else ())
        if lacking := [one for one in once if not 1 <= len(self._real(one)) <= most]:
            raise Refused(refusal(lacking))

    def check(self) -> None:
        """Do nothing if all is as at `hold_to`.

        Raises:
            KeyboardChanged: it is not.
        """
        if self._steady not in (None, self._now()):
            raise KeyboardChanged("the keyboard's layout or a lock was changed, maybe before the last key")

    def of(self, symbol: int, coming: Sequence[int]) -> tuple[tuple[int, ...], ...]:
        """The keys to hold and press for a symbol, in order; twice where it takes a dead key.

        Args:
            symbol: a keysym.
            coming: it and those that will be asked for next. Those that the layout lacks are put on spare
                keys together, as far as these go.

        Raises:
            EnvironmentFault: the layout has no key for it and none to spare.
            Unread: the spare keys still stand for others that were not read.
            KeyboardChanged: as `check`.
        """
        self.check()
        strokes = self._real(symbol) if self._by_position else (self._find(symbol, coming),)
        return tuple(self._codes(stroke) for stroke in strokes)

    def chord(self, symbols: Sequence[int]) -> tuple[int, ...]:
        """The keys to press, in order, with the modifiers that a key needs and that are not yet held.

        Raises:
            EnvironmentFault, Unread: as `of`.
        """
        codes: list[int] = []
        held = 0
        for place, symbol in enumerate(symbols):
            stroke = self._find(symbol, symbols[place:])
            known = self._known[1]
            codes += (*known.keys_for(stroke.modifiers & ~held), stroke.keycode)
            held |= stroke.modifiers | known.modifiers_of(stroke.keycode)
        return tuple(dict.fromkeys(codes))

    def note(self, codes: Iterable[int]) -> None:
        """Remember that these keys were pressed just now."""
        bound = self._known[1].bound
        self._used |= {code: time.monotonic() for code in codes if code in bound}

    def await_reading(self, seconds: float = _CLOSING_SECONDS) -> bool | None:
        """Wait until the program has come to all keys that it was sent; None: it can't be told."""
        read = await_answer(self._connection, seconds)
        return await_idle(self._connection, seconds) if read is None else read

    def clear(self) -> None:
        """Take off the spare keys whatever was put on them, once it has been read; what is not stays."""
        if not self._is_read(self._used, _CLOSING_SECONDS):
            return
        for code in self._keymap().bound:
            keymap.bind(self._connection, code, None)

    def _codes(self, stroke: keymap.Stroke) -> tuple[int, ...]:
        return (*self._known[1].keys_for(stroke.modifiers), stroke.keycode)

    def _real(self, symbol: int) -> tuple[keymap.Stroke, ...]:
        """The strokes on keys of a PC keyboard that make a symbol, maybe with a dead key; none: none do."""
        known = self._keymap()
        for symbols in ((symbol,), composed(symbol) or ()):
            found = [stroke for one in symbols if (stroke := known.find(one))]
            real = tuple(stroke for stroke in found if REAL.issuperset(self._codes(stroke)))
            if real and len(real) == len(symbols):
                return real
        return ()

    def _keymap(self) -> keymap.Keymap:
        """The map as it is at this moment."""
        self._known = keymap.read(self._connection, self._known)
        return self._known[1]

    def _now(self) -> bytes:
        self._keymap()
        return self._known[0]

    def _find(self, symbol: int, coming: Sequence[int]) -> keymap.Stroke:
        """How to make a symbol; puts it, and those coming, on spare keys if the layout lacks it."""
        stroke = self._keymap().find(symbol)
        if stroke is None:
            self._bind_missing(coming)
            stroke = self._keymap().find(symbol)
        if stroke is None:
            raise EnvironmentFault(
                f"the keyboard layout of {self._connection.display} has no key for keysym {symbol:#x} and "
                "none to spare; set another layout with setxkbmap"
            )
        return stroke

    def _bind_missing(self, coming: Sequence[int]) -> None:
        """Put as many of the missing symbols, in order, as there are spare keys on those unused longest."""
        known = self._keymap()
        missing = list(dict.fromkeys(symbol for symbol in coming if known.find(symbol) is None))
        oldest_first = sorted(known.spares, key=lambda code: (code in known.bound, self._used.get(code, 0.0)))
        pairs = list(zip(oldest_first, missing, strict=False))
        if not self._is_read([code for code, _ in pairs], self._stall):
            raise Unread(f"the program that has the keyboard took no keys for {self._stall:g} s")
        for code, symbol in pairs:
            keymap.bind(self._connection, code, symbol)
        if self._steady:
            self._steady = self._steady[: keymap.STATE] + self._now()[keymap.STATE :]
            self.check()

    def _is_read(self, codes: Iterable[int], seconds: float) -> bool:
        """Wait until the program has looked up the last press of these keys; False if it has surely not."""
        latest = max((self._used.get(code, 0.0) for code in codes), default=0.0)
        if not latest:
            return True
        time.sleep(max(0.0, latest + _LAG_SECONDS - time.monotonic()))
        return self.await_reading(seconds) is not False

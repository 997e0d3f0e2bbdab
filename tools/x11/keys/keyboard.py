"""Exact typing of any text, under any layout, through the XTEST extension.

A character that the layout has is typed with its own key and modifiers. Any other is first put on a keycode
that the layout leaves empty. The clipboard is never touched.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import xcffib.xkb
import xcffib.xproto
import xcffib.xtest

from tools.errors import BrokenOff, Refused, ScreenChanged
from tools.keys import GoOn, unhindered
from tools.x11.connection import Connection
from tools.x11.keys import keymap, keysyms
from tools.x11.keys.focus import CORE_KEYBOARD, Focus
from tools.x11.keys.strokes import STALL_SECONDS, KeyboardChanged, Strokes, Unread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_KEY_PRESS = xcffib.xproto.KeyPressEvent.event_number
_KEY_RELEASE = xcffib.xproto.KeyReleaseEvent.event_number
_BUTTON_RELEASE = xcffib.xproto.ButtonReleaseEvent.event_number
_HOLD_MS = 2
"""That a chord is held."""
_PACE_SECONDS = 0.002
"""From key to key. Programs lose or reorder keys that come much faster than any person types."""
_LOCKS = frozenset({"capslock", "numlock", "scrolllock"})


class X11Keyboard:
    """The keyboard of one X display."""

    def __init__(self, display: str, stall: float = STALL_SECONDS) -> None:
        """Connect.

        Args:
            display: its name.
            stall: seconds that a program may take to come to the keys that it was sent.

        Raises:
            EnvironmentFault: no X server answers there, or it lacks XTEST or XKB.
        """
        self._connection = Connection(display)
        self._xtest, self._xkb = self._connection.extension(xcffib.xtest), keymap.use(self._connection)
        self._strokes = Strokes(self._connection, stall)
        self._focus = Focus(self._connection, self._xkb)
        self._down: list[int] = []
        """Keycodes held at this moment, in the order of their presses."""

    def type(self, text: str, go_on: GoOn = unhindered) -> None:
        """Type text exactly; a line feed is Enter, a tab is Tab.

        Args:
            text: what is typed.
            go_on: called before each key with how many characters of how many are typed; what it raises ends
                the typing.

        Raises:
            Refused: a character that no key types (a control character), or that the window would not pass on
                to another machine; nothing was typed.
            BrokenOff: in the middle another window took the keyboard, a person held a modifier, or the
                program took no more keys; the rest was not typed.
            DisplayLost: the X server went away.
        """
        try:
            symbols = [keysyms.of_character(character) for character in text.replace("\r\n", "\n")]
        except ValueError as error:
            raise Refused(f"{error}; take it out of the text, or press the key it stands for") from error
        with self._connection.alive():
            self._unlocked(lambda: self._type_symbols(symbols, go_on))

    def _type_symbols(self, symbols: Sequence[int], go_on: GoOn) -> None:
        """One after the other, as long as they go to one window: what is behind an Enter too."""
        if why := self._focus.begin():
            raise _broken_off(why, 0, len(symbols))
        holder, typed = self._focus.holder(), 0
        self._strokes.hold_to()
        self._strokes.require(symbols, 2, by_position=self._focus.passes_positions())
        try:
            for typed, symbol in enumerate(symbols):
                go_on(typed, len(symbols))
                taps = self._strokes.of(symbol, symbols[typed:])
                if holder is not None and not self._focus.holds(holder):
                    raise _broken_off("another window took the keyboard", typed, len(symbols))
                if why := self._focus.held() or self._focus.taken():
                    raise _broken_off(why, typed, len(symbols))
                for codes in taps:
                    self._tap(codes)
                    time.sleep(_PACE_SECONDS)
            typed = len(symbols)
            self._strokes.await_reading()  # programs look up what a key means when they come to it
            self._strokes.check()
        except (Unread, KeyboardChanged) as change:
            raise _broken_off(str(change), typed, len(symbols)) from change

    def press(self, keys: Sequence[str]) -> None:
        """Press keys in order and release them in reverse order, as one chord.

        Modifiers that a key needs under this layout are held with it: `ctrl` and `+` hold Shift where the
        plus is on a shifted key.

        Args:
            keys: names as `tools.keys.canonical` gives them.

        Raises:
            ScreenChanged: a person holds a modifier; nothing was pressed.
            Refused: the window would not pass on a key; nothing was pressed.
            DisplayLost: the X server went away.
        """
        symbols = [keysyms.of_key(key) for key in keys]
        with self._connection.alive():
            if why := self._focus.begin() or self._focus.held():
                raise ScreenChanged(f"{why}; nothing was pressed")
            self._strokes.require(symbols, 1, by_position=self._focus.passes_positions())
            if _LOCKS.isdisjoint(keys):
                self._unlocked(lambda: self._tap(self._strokes.chord(symbols), _HOLD_MS))
            else:
                self._tap(self._strokes.chord(symbols), _HOLD_MS)

    def release(self) -> None:
        """Release every key and mouse button that is down on the display, whoever pressed it by program.

        Raises:
            DisplayLost: the X server went away.
        """
        with self._connection.alive():
            keys = self._connection.core.QueryKeymap()
            pointer = self._connection.core.QueryPointer(self._connection.root).reply()
            buttons = pointer.mask >> 8  # bit 0: button 1
            down = int.from_bytes(bytes(keys.reply().keys), "little")
            for code in (code for code in range(256) if down >> code & 1):
                self._send(_KEY_RELEASE, code)
            for button in (button for button in range(1, 6) if buttons >> (button - 1) & 1):
                self._send(_BUTTON_RELEASE, button)
            self._connection.sync()

    def close(self) -> None:
        """Give the keys that were put on spare keycodes back, and disconnect."""
        try:
            with self._connection.alive():
                self._strokes.clear()
                self._connection.sync()
        finally:
            self._connection.close()

    # No context managers below: an interrupt inside contextlib's own code, which is where one often lands,
    # leaves the block without its end. A plain `finally` can't be missed, and the outer one of `_unlocked`
    # makes good what an interrupt broke off in the inner one.

    def _tap(self, codes: Sequence[int], hold_ms: int = 0) -> None:
        """Press keys in order, hold them for a while, release them in reverse order.

        All is sent at once, and the server keeps the time: were this process to lose the processor with a key
        down, as it does for a second on a busy machine, the server would repeat the key.
        """
        try:
            for code in codes:
                self._down.append(code)  # before the press: an interrupt in between must not leave it down
                self._send(_KEY_PRESS, code)
            self._strokes.note(codes)
        finally:
            self._let_go(hold_ms)

    def _let_go(self, delay_ms: int = 0) -> None:
        """Release what `_tap` has pressed; may be called again when it was broken off."""
        while self._down:
            self._send(_KEY_RELEASE, self._down[-1], delay_ms)
            self._down.pop()
            delay_ms = 0
        self._connection.sync()

    def _unlocked(self, act: Callable[[], None]) -> None:
        """Act with Caps Lock and its like off, and no latch on: with them keys make other characters."""
        state = self._xkb.GetState(CORE_KEYBOARD).reply()
        locked = state.lockedMods
        try:
            if locked or state.latchedMods or state.latchedGroup:
                self._lock(locked, 0)
            act()
        finally:
            self._let_go()
            if locked:
                self._lock(locked, locked)
                self._connection.sync()

    def _lock(self, affected: int, locked: int) -> None:
        """Set those locks, and no latch: it is for one key, whatever that is."""
        self._xkb.LatchLockState(CORE_KEYBOARD, affected, locked, 0, 0, 0xFF, 1, 0)

    def _send(self, kind: int, detail: int, delay_ms: int = 0) -> None:
        """Have the server act, so long after what was sent before."""
        self._xtest.FakeInput(kind, detail, delay_ms, xcffib.NONE, 0, 0, 0)


def _broken_off(why: str, typed: int, of: int) -> BrokenOff:
    return BrokenOff(
        f"{why} after {typed} of {of} characters, and the rest was not typed; "
        "decide again on the new screenshot"
    )

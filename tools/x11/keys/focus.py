"""Focus: which window keys go to, and what is held down on the keyboard meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import xcffib.xkb
import xcffib.xproto

from tools.x11.grabs import Grabs
from tools.x11.keys.positions import passes_positions

if TYPE_CHECKING:
    from tools.x11.connection import Connection

_TAKEN = "another program has taken all keys for itself"
CORE_KEYBOARD = int(xcffib.xkb.ID.UseCoreKbd)
_NO_WINDOW = (0, 1)
"""In place of the window that has the keyboard: none (None), or the one under the pointer (PointerRoot)."""
_HELD = {1: "Shift", 4: "Ctrl", 8: "Alt", 64: "Super", 128: "AltGr"}
"""Modifiers by their bits, as common layouts have them. 2 and 16, Caps Lock and Num Lock, are locks."""


class Focus:
    """The keyboard focus of one display.

    Args:
        connection: one that uses XKB.
        xkb: its XKB extension.
    """

    def __init__(self, connection: Connection, xkb: Any) -> None:
        self._connection, self._xkb = connection, xkb
        self._grabs = Grabs(connection)
        self._may_be_taken = False

    def holder(self) -> tuple[int, int] | None:
        """The window that keys go to, and the outermost one that it is in; None where the pointer decides.

        Toolkits pass the keyboard on within a window (GTK to one that nobody sees) when they have got it.
        """
        inner = self._connection.focus()
        if inner in _NO_WINDOW:
            return None
        try:
            return inner, self._connection.outermost(inner)
        except xcffib.xproto.WindowError:  # it has just gone
            return None

    def holds(self, holder: tuple[int, int]) -> bool:
        """Whether keys still go to the same outermost window."""
        if self._connection.focus() == holder[0]:
            return True
        now = self.holder()
        return now is not None and now[1] == holder[1]

    def passes_positions(self) -> bool:
        """Whether keys go to a window that passes on which one is pressed (`positions`)."""
        inner = self._connection.focus()
        return inner not in _NO_WINDOW and passes_positions(self._connection, inner)

    def begin(self) -> str:
        """Look who has the keyboard before a text or a chord; why nothing may be pressed, or nothing."""
        if self._is_elsewhere():
            return "the keyboard belongs to a window on another screen"
        self._may_be_taken = self._grabs.keys_are_taken()
        return _TAKEN if self._may_be_taken and self._grabs.is_locked() else ""

    def _is_elsewhere(self) -> bool:
        inner = self._connection.focus()
        try:
            root = inner not in _NO_WINDOW and self._connection.core.QueryTree(inner).reply().root
        except xcffib.xproto.WindowError:  # it has just gone
            return False
        return root not in (False, self._connection.root)

    def taken(self) -> str:
        """Why no more may be typed: another program has grabbed the keyboard since `begin`; or nothing.

        One that had it before may be what is typed into: a password's dialog, the window of another machine.
        """
        return _TAKEN if not self._may_be_taken and self._grabs.keys_are_taken() else ""

    def held(self) -> str:
        """Which modifiers are held down at this moment, in a sentence; or nothing.

        We hold none between two keys: it is a person, whose Ctrl would make the next letter a shortcut.
        """
        base = self._xkb.GetState(CORE_KEYBOARD).reply().baseMods
        names = "+".join(name for bit, name in _HELD.items() if base & bit)
        return f"{names} is held down on the keyboard" if names else ""

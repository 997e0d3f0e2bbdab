"""Key positions: typing into a window whose program passes on which key was pressed, not what it made.

An RDP client sends scancodes, and the far machine makes characters of them under its own layout. What stands
on a spare key means nothing there, nor do keys that no PC keyboard has. A dead key means what it does here.
Codes are those of evdev, which X servers on Linux have in common (xkeyboard-config, `keycodes/evdev`).
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import xcffib.xproto

from tools.x11.keys import keysyms, meaning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.x11.connection import Connection

_PASSING = frozenset({b"xfreerdp"})
"""Classes of such windows (WM_CLASS). VNC viewers send what a key made."""
TYPED = (*range(10, 22), *range(24, 36), *range(38, 50), *range(51, 62), 65)
"""The keys that letters, digits and signs are on."""
ISO = 94
"""The key left of Z, which not all keyboards have."""
REAL = frozenset((*range(9, 84), *range(85, 92), ISO, 95, 96, *range(104, 120), 127, *range(133, 136)))
"""The keys of a PC keyboard."""
_SPACED = {"^": "circumflex", "`": "grave", "~": "tilde"}
"""Signs that a dead key makes with the space bar, on X11 and Windows alike."""
_PARTS = 2


def passes_positions(connection: Connection, window: int) -> bool:
    """Whether a window is one of those, or lies in one."""
    try:
        classes = [connection.read(around, "WM_CLASS") for around in connection.way_out(window)]
    except xcffib.xproto.WindowError:  # it has just gone
        return False
    return any(not _PASSING.isdisjoint(named.split(b"\0")) for named in classes)


def composed(keysym: int) -> tuple[int, int] | None:
    """The dead key and the key after it that make a character together, as keysyms."""
    sign = meaning.character(keysym)
    if sign in _SPACED:
        return meaning.dead_key(_SPACED[sign]), keysyms.of_key("space")
    parts = unicodedata.normalize("NFD", sign)
    dead = meaning.dead_key_of(parts[1]) if len(parts) == _PARTS else None
    return None if dead is None else (dead, keysyms.of_character(parts[0]))


def refusal(lacking: Iterable[int]) -> str:
    """Why what has these symbols is not typed, and what to do."""
    named = ", ".join(f'"{meaning.character(keysym) or meaning.name(keysym)}"' for keysym in lacking)
    return (
        "this window passes on to another machine which keys are pressed, and the keyboard layout of this "
        f"display has none for {named}; nothing was typed. Give both a layout that has it "
        "(setup: [[setxkbmap, de]])"
    )

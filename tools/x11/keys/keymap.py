"""Keyboard map of the server: which key makes which symbol, with which modifiers held.

Read through the XKB extension rather than the core protocol: with two layouts loaded (`us,de`) the core
columns of one group can't be told from those of another, and only XKB says which modifiers choose a level.
Source: "The X Keyboard Extension: Protocol Specification", sections 7 (key types, wrapping of groups into
range) and 15 (`kbGetMap`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import xcffib.xkb
from xcffib import keysymdef

from tools.x11.keys import keysyms
from tools.x11.keys.positions import ISO, REAL, TYPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.x11.connection import Connection

_PARTS = xcffib.xkb.MapPart.KeyTypes | xcffib.xkb.MapPart.KeySyms | xcffib.xkb.MapPart.ModifierMap
_CORE_KEYBOARD = int(xcffib.xkb.ID.UseCoreKbd)
_LEVEL_KEYS = frozenset(
    int(getattr(keysymdef, f"XK_{name}"))
    for name in ("Shift_L", "Shift_R", "ISO_Level3_Shift", "ISO_Level5_Shift")
)
"""Keys that only choose a level. Control or Alt held for a character would make it a shortcut."""

_MARK = keysymdef.XK_VoidSymbol
STATE = 3


@dataclass(frozen=True, slots=True)
class Stroke:
    """How to make one symbol: this key, with these modifiers held."""

    keycode: int
    modifiers: int
    """Real modifier bits, as in an event's state."""


class Keymap:
    """One state of the keyboard map, seen from one layout (XKB group)."""

    def __init__(self, raw: Any, group: int) -> None:
        """Work out every symbol's stroke.

        Args:
            raw: an unpacked `kbGetMap` reply with key types, symbols and the modifier map.
            group: the layout in effect, from 0.
        """
        self._types = list(raw.types_rtrn)
        self._rows = {raw.firstKeySym + index: row for index, row in enumerate(raw.syms_rtrn)}
        self._group = group
        self._modifier_map = {entry.keycode: entry.mods for entry in raw.modmap_rtrn}
        self.modifier_keys = dict(self._find_modifier_keys())
        """Real modifier bit -> the key to hold for it, of those that only choose a level."""
        self.spares = tuple(code for code, row in self._rows.items() if not any(row.syms) or _is_marked(row))
        """Keycodes to which the layout gives nothing, or on which an agent has put something."""
        self.bound = tuple(code for code in self.spares if _is_marked(self._rows[code]))
        """Those of `spares` on which an agent has put something."""
        self._strokes = self._find_strokes()

    @property
    def codes(self) -> tuple[int, ...]:
        """All keycodes."""
        return tuple(self._rows)

    def find(self, keysym: int) -> Stroke | None:
        """A symbol's stroke, if a key has it: with the fewest modifiers on the keys that people type with.

        Layouts have signs on keys that no keyboard has, too, "(" on one without Shift (see `positions`).
        """
        return self._strokes.get(keysym)

    def symbol(self, code: int, modifiers: int) -> int:
        """The symbol a key makes with exactly these modifiers held; 0 for none, and for no key."""
        row = self._rows.get(code)
        if row is None:
            return 0
        group = _wrap(self._group, row.groupInfo)
        if group is None:
            return 0
        key_type = self._types[row.kt_index[group]]
        effective = modifiers & key_type.mods_mask
        level = next((e.level for e in key_type.map if e.active and e.mods_mask == effective), 0)
        return int(row.syms[group * row.width + level])

    def modifiers_of(self, keycode: int) -> int:
        """The modifier bits that are set while a key is held."""
        return int(self._modifier_map.get(keycode, 0))

    def keys_for(self, modifiers: int) -> tuple[int, ...]:
        """The keys to hold for modifier bits."""
        return tuple(code for bit, code in self.modifier_keys.items() if bit & modifiers)

    def _find_modifier_keys(self) -> Iterator[tuple[int, int]]:
        """Of each bit the keys that choose a level; the last one stays, the lowest that keyboards have.

        The right Alt chooses one as AltGr, though the map gives the bit to a key of that name alone.
        """
        given = sorted(self._modifier_map.items(), reverse=True)
        bits = {symbol: bit for code, bit in given if (symbol := self.symbol(code, 0)) in _LEVEL_KEYS}
        for code in sorted(self._rows, key=lambda code: (code in REAL, -code)):
            bit = bits.get(self.symbol(code, 0))
            if bit is not None and self._modifier_map.get(code, bit) == bit:
                yield bit, code

    def _find_strokes(self) -> dict[int, Stroke]:
        bits = tuple(self.modifier_keys)
        modifiers = [sum(held) for count in range(len(bits) + 1) for held in combinations(bits, count)]
        others = [code for code in self._rows if code not in (*TYPED, ISO)]
        strokes: dict[int, Stroke] = {}
        for codes in (TYPED, [ISO], others):
            for held in modifiers:
                for code in codes:
                    strokes.setdefault(keysyms.modern(self.symbol(code, held)), Stroke(code, held))
        strokes.pop(0, None)
        strokes.pop(_MARK, None)
        return strokes


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The map at one moment, not yet worked out: quick enough to be taken for a key just pressed."""

    raw: bytes
    """Equal for equal maps in the same state: the first `STATE` bytes are the layout in effect and locks."""
    group: int
    unpacker: Any

    def keymap(self) -> Keymap:
        """The map, worked out, which takes some milliseconds. Once only: the reply is used up."""
        return Keymap(xcffib.xkb.GetMapReply(self.unpacker), self.group)


def use(connection: Connection) -> Any:
    """The requests of XKB, once the server is told that they will come.

    Raises:
        EnvironmentFault: the server lacks it.
    """
    xkb = connection.extension(xcffib.xkb)
    xkb.UseExtension(1, 0).reply()
    return xkb


def snapshot(connection: Connection) -> Snapshot:
    """The map as it is now, on a connection that uses XKB.

    Asking each time costs 0.1 ms and can miss no change, which waiting for change events can.
    """
    xkb = connection.extension(xcffib.xkb)
    state = xkb.GetState(_CORE_KEYBOARD)
    cookie = xkb.GetMap(_CORE_KEYBOARD, _PARTS, *[0] * 16)
    now = state.reply()
    unpacker = connection.raw_reply(cookie)
    state_bytes = bytes([now.group, now.lockedMods, now.latchedMods])
    raw = state_bytes + bytes(unpacker.buf[8 : unpacker.known_max])  # 8: past the sequence number
    return Snapshot(raw, now.group, unpacker)


def read(connection: Connection, known: tuple[bytes, Keymap] | None) -> tuple[bytes, Keymap]:
    """The map as it is now, with its raw form; `known` again when nothing has changed."""
    now = snapshot(connection)
    return known if known is not None and known[0] == now.raw else (now.raw, now.keymap())


def bind(connection: Connection, keycode: int, keysym: int | None) -> None:
    """Put a symbol on a spare key, marked so that any agent can tell it is one of ours; None takes it off.

    Three layouts get the symbol, a letter in both cases; the fourth gets the mark, which outlives this
    process and needs no other record.
    """
    columns = [*keysyms.cases(keysym)] * 3 + [_MARK] * 2 if keysym is not None else [0]
    connection.core.ChangeKeyboardMapping(1, keycode, len(columns), columns)


def _is_marked(row: Any) -> bool:
    return len(row.syms) > 2 and set(row.syms[-2:]) == {_MARK}  # noqa: PLR2004  (the last group's two levels)


def _wrap(group: int, info: int) -> int | None:
    """Which of a key's own groups answers for the layout in effect; None when it has none."""
    count = info & 0x0F
    if group < count:
        return group
    if count == 0:
        return None
    if info & 0xC0 == 0x40:  # noqa: PLR2004  (bits 6-7: clamp)
        return count - 1
    if info & 0xC0 == 0x80:  # noqa: PLR2004  (bits 6-7: redirect to bits 4-5)
        target = info >> 4 & 0x03
        return target if target < count else 0
    return group % count

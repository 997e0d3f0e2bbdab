"""The keyboard map, read from a real server and worked out of a reply made by hand."""

from __future__ import annotations

import subprocess
from types import SimpleNamespace
from typing import Any

from xcffib import keysymdef

from tests.tools.xserver import bare_xserver
from tools.x11.connection import Connection
from tools.x11.keys import keymap
from tools.x11.keys.keysyms import of_character

SHIFT, CONTROL = 1, 4
A_KEY, SHIFT_KEY, SPARE, OURS = 38, 50, 93, 97


def row(symbols: list[int], kind: int) -> Any:
    """A key's symbols, two levels a group."""
    groups = len(symbols) // 2
    return SimpleNamespace(syms=symbols, width=2, groupInfo=groups, kt_index=[kind] * groups)


def reply() -> Any:
    """One layout: a letter, a Shift, an empty key and one on which an agent has put something."""
    plain = SimpleNamespace(mods_mask=0, map=[])
    lettered = SimpleNamespace(mods_mask=SHIFT, map=[SimpleNamespace(active=True, mods_mask=SHIFT, level=1)])
    mark = [keysymdef.XK_VoidSymbol] * 2
    rows = {
        A_KEY: ([ord("a"), ord("A")], 1),
        SHIFT_KEY: ([keysymdef.XK_Shift_L, 0], 0),
        SPARE: ([0, 0], 0),
        OURS: ([of_character("東")] * 6 + mark, 0),
    }
    taken = ([ord("x"), 0], 0)
    listed = [row(*rows.get(code, taken)) for code in range(A_KEY, OURS + 1)]
    return SimpleNamespace(
        types_rtrn=[plain, lettered],
        firstKeySym=A_KEY,
        syms_rtrn=listed,
        modmap_rtrn=[SimpleNamespace(keycode=SHIFT_KEY, mods=SHIFT)],
    )


def test_a_symbol_is_made_with_the_fewest_modifiers() -> None:
    known = keymap.Keymap(reply(), 0)
    assert known.find(ord("a")) == keymap.Stroke(A_KEY, 0)
    assert known.find(ord("A")) == keymap.Stroke(A_KEY, SHIFT)
    assert known.find(ord("b")) is None
    assert known.keys_for(SHIFT) == (SHIFT_KEY,)
    assert known.keys_for(CONTROL) == (), "Control would make it a shortcut"


def test_a_key_makes_what_its_modifiers_say() -> None:
    known = keymap.Keymap(reply(), 0)
    assert [known.symbol(A_KEY, held) for held in (0, SHIFT, CONTROL, SHIFT | CONTROL)] == [97, 65, 97, 65]
    assert known.symbol(SPARE, 0) == 0
    assert known.symbol(200, 0) == 0, "no such key"
    assert known.modifiers_of(SHIFT_KEY) == SHIFT
    assert known.modifiers_of(A_KEY) == 0


def test_spare_keys_are_the_empty_ones_and_those_of_an_agent() -> None:
    known = keymap.Keymap(reply(), 0)
    assert known.spares == (SPARE, OURS)
    assert known.bound == (OURS,)
    assert known.find(of_character("東")) == keymap.Stroke(OURS, 0)


def test_the_layout_in_effect_is_the_one_that_counts() -> None:
    with bare_xserver() as display, Connection(display) as connection:
        subprocess.run(["setxkbmap", "-display", display, "-layout", "us,de"], check=True)
        xkb = keymap.use(connection)
        _, us = keymap.read(connection, None)
        xkb.LatchLockState(0x100, 0, 0, 1, 1, 0, 0, 0)
        _, de = keymap.read(connection, None)
        assert us.find(of_character("z")).keycode == de.find(of_character("y")).keycode
        assert us.find(of_character("€")) is None
        assert de.find(of_character("€")) is not None
        assert de.find(of_character("^")) is None  # only as a dead key


def test_a_known_map_is_not_worked_out_again(xserver: str) -> None:
    with Connection(xserver) as connection:
        keymap.use(connection)
        known = keymap.read(connection, None)
        assert keymap.read(connection, known) is known

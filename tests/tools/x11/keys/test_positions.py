"""Windows that pass on which keys are pressed: typed with the keys of a PC keyboard, or not at all."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.tools.x11.answering import program
from tests.tools.xserver import bare_xserver
from tools.errors import Refused
from tools.x11.connection import Connection
from tools.x11.keys import keymap, positions
from tools.x11.keys.keyboard import X11Keyboard
from tools.x11.keys.keysyms import of_character, of_key
from tools.x11.keys.strokes import Strokes

if TYPE_CHECKING:
    from collections.abc import Iterator

SHIFT, ALT_GR, EIGHT, CIRCUMFLEX, E, Q, SPACE = 50, 108, 17, 49, 26, 24, 65
"""Codes of keys, by what a German keyboard has on them."""


@pytest.fixture
def display() -> Iterator[str]:
    with bare_xserver() as display:
        subprocess.run(["setxkbmap", "-display", display, "de"], check=True)
        yield display


@pytest.fixture
def connection(display: str) -> Iterator[Connection]:
    with Connection(display) as connection:
        keymap.use(connection)
        yield connection


@pytest.mark.parametrize(
    ("sign", "taps"),
    [
        ("(", ((SHIFT, EIGHT),)),  # the layout has it on a key without Shift, too, which no keyboard has
        ("@", ((ALT_GR, Q),)),
        ("ê", ((CIRCUMFLEX,), (E,))),
        ("Ê", ((CIRCUMFLEX,), (SHIFT, E))),
        ("^", ((CIRCUMFLEX,), (SPACE,))),
    ],
)
def test_a_sign_is_made_with_keys_that_a_keyboard_has(
    connection: Connection, sign: str, taps: tuple[tuple[int, ...], ...]
) -> None:
    strokes, symbol = Strokes(connection), of_character(sign)
    strokes.require([symbol], 2, by_position=True)
    assert strokes.of(symbol, [symbol]) == taps
    assert keymap.read(connection, None)[1].bound == (), "nothing is put on spare keys"


def test_what_its_layout_lacks_is_not_typed_at_all(display: str, connection: Connection) -> None:
    keyboard = X11Keyboard(display)
    with program(display, protocols=("_NET_WM_PING",), answers=True):
        window = connection.outermost(connection.focus())
        keyboard.type("日本")  # onto spare keys: to a window of this machine
        connection.write(window, "WM_CLASS", b"xfreerdp\0xfreerdp\0")
        connection.sync()
        with pytest.raises(Refused, match='has none for "日", "本"; nothing was typed'):
            keyboard.type("a日本")
        with pytest.raises(Refused, match='has none for "ê"'):
            keyboard.press(["ctrl", "ê"])  # a chord has no place for a dead key
        keyboard.press(["ctrl", "super", "f12"])
        keyboard.type("Grüße, 5 €")
    keyboard.close()


def test_a_window_that_is_gone_passes_nothing_on(connection: Connection) -> None:
    assert not positions.passes_positions(connection, connection.new_id())


def test_a_sign_that_two_systems_make_otherwise_is_not_composed() -> None:
    assert positions.composed(of_character("\N{ACUTE ACCENT}")) is None, (
        "twice the dead key on X11, once and a space on Windows"
    )
    assert positions.composed(of_character("ø")) is None
    assert positions.composed(of_key("enter")) is None

"""Which keys make a symbol, on a real keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.x11.answering import program
from tests.tools.xserver import bare_xserver
from tools.errors import ScreenChanged
from tools.x11.connection import Connection
from tools.x11.keys import keymap
from tools.x11.keys.keyboard import X11Keyboard
from tools.x11.keys.keysyms import of_character, of_key
from tools.x11.keys.strokes import Strokes, Unread

if TYPE_CHECKING:
    from collections.abc import Iterator

A, CAPITAL, EAST, CAPITAL_CITY = (of_character(character) for character in "aA東京")


@pytest.fixture
def connection(xserver: str) -> Iterator[Connection]:
    with Connection(xserver) as connection:
        keymap.use(connection)
        yield connection


@pytest.fixture
def strokes(connection: Connection) -> Iterator[Strokes]:
    strokes = Strokes(connection)
    yield strokes
    strokes.clear()


def test_a_capital_is_the_letter_s_key_with_shift_before_it(strokes: Strokes) -> None:
    ((letter,),) = strokes.of(A, [A])
    ((shift, again),) = strokes.of(CAPITAL, [CAPITAL])
    assert again == letter != shift


def test_a_chord_holds_each_key_once(strokes: Strokes) -> None:
    control, shift, letter = strokes.chord([of_key("ctrl"), of_key("shift"), CAPITAL])
    assert len({control, shift, letter}) == 3
    assert strokes.chord([of_key("ctrl"), of_character("+")])[1:] == strokes.of(of_character("+"), [])[0]


def test_what_the_layout_lacks_is_put_on_spare_keys_together(
    strokes: Strokes, connection: Connection
) -> None:
    coming = [EAST, CAPITAL_CITY, A]
    ((code,),) = strokes.of(EAST, coming)
    _, known = keymap.read(connection, None)
    assert known.find(EAST) == keymap.Stroke(code, 0)
    assert len(known.bound) == 2, "the second is there before it is asked for"
    assert strokes.of(CAPITAL_CITY, coming[1:]) != ((code,),)


def test_spare_keys_are_given_back(connection: Connection) -> None:
    strokes = Strokes(connection)
    strokes.note(strokes.of(EAST, [EAST])[0])
    strokes.clear()
    assert keymap.read(connection, None)[1].bound == ()


MANY = [0x1000000 + code for code in range(0x4E00, 0x4E00 + 400)]
"""More characters than there are keys."""


@pytest.mark.parametrize("answers", [True, False])
def test_a_spare_key_gets_no_other_meaning_before_its_last_press_was_read(*, answers: bool) -> None:
    with (
        bare_xserver() as display,
        program(display, protocols=("_NET_WM_PING",), answers=answers),
        Connection(display) as connection,
    ):
        keymap.use(connection)
        strokes = Strokes(connection, stall=20 if answers else 0.1)
        codes = strokes.of(MANY[0], MANY)
        bound = keymap.read(connection, None)[1].bound
        strokes.note(bound)
        further = MANY[len(bound) :]
        if answers:
            assert strokes.of(further[0], further)
        else:
            with pytest.raises(Unread, match=r"took no keys for 0\.1 s"):
                strokes.of(further[0], further)
            assert strokes.of(MANY[0], MANY) == codes, "what is on them stays"


def test_a_program_that_takes_no_keys_is_typed_no_other_text() -> None:
    text = "".join(chr(symbol - 0x1000000) for symbol in MANY)
    with bare_xserver() as display, program(display, protocols=("_NET_WM_PING",), answers=False):
        keyboard = X11Keyboard(display, stall=0.1)
        with pytest.raises(ScreenChanged, match=r"took no keys for 0\.1 s after \d+ of 400 characters"):
            keyboard.type(text)
        keyboard.close()

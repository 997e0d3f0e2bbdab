"""What a keysym means: a character, a key's name, or nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from xcffib import keysymdef

from tools.keys import MODIFIERS, NAMES
from tools.x11.keys import meaning
from tools.x11.keys.keysyms import of_character, of_key


@pytest.mark.parametrize("name", sorted(NAMES - MODIFIERS))
def test_every_named_key_has_its_name_back(name: str) -> None:
    assert meaning.name(of_key(name)) == name


@given(st.characters(exclude_categories=("Cc", "Cs")).filter(lambda one: one.isprintable() or one.isspace()))
@example("€")
@example("漢")
@example("😀")
def test_every_character_comes_back(character: str) -> None:
    assert meaning.character(of_character(character)) == character


@pytest.mark.parametrize(
    ("keysym", "character"),
    [
        (keysymdef.XK_EuroSign, "€"),
        (keysymdef.XK_Cyrillic_zhe, "ж"),
        (keysymdef.XK_KP_7, "7"),
        (keysymdef.XK_KP_Add, "+"),
        (keysymdef.XK_KP_Enter, ""),
        (keysymdef.XK_Return, ""),
        (keysymdef.XK_Shift_L, ""),
        (keysymdef.XK_dead_acute, ""),
        (0x1000000 + 0x110000, ""),
        (0, ""),
    ],
)
def test_a_key_types_its_character_or_none(keysym: int, character: str) -> None:
    assert meaning.character(keysym) == character


@pytest.mark.parametrize(
    ("keysym", "name"),
    [
        (keysymdef.XK_KP_Home, "home"),
        (keysymdef.XK_KP_Enter, "enter"),
        (keysymdef.XK_ISO_Left_Tab, "tab"),
        (keysymdef.XK_A, "a"),
        (keysymdef.XK_KP_7, "7"),
        (of_character("ẞ"), "ß"),
        (of_character("İ"), "İ"),  # two letters when small
        (keysymdef.XK_Shift_L, ""),
    ],
)
def test_a_key_is_named_as_steps_name_it(keysym: int, name: str) -> None:
    assert meaning.name(keysym) == name


def test_a_dead_key_puts_its_accent_on_a_letter() -> None:
    acute = meaning.accent(keysymdef.XK_dead_acute)
    assert unicodedata.normalize("NFC", f"e{acute}") == "é"
    assert meaning.accent(keysymdef.XK_e) == ""


@pytest.mark.parametrize(
    ("keysym", "name"),
    [
        (keysymdef.XK_Shift_R, "shift"),
        (keysymdef.XK_Control_L, "ctrl"),
        (keysymdef.XK_Meta_L, "alt"),
        (keysymdef.XK_ISO_Level3_Shift, "altgr"),
        (keysymdef.XK_a, None),
    ],
)
def test_modifiers(keysym: int, name: str | None) -> None:
    assert meaning.modifier(keysym) == name
    assert meaning.says_nothing(keysym) is (name is not None)


@pytest.mark.parametrize("keysym", [keysymdef.XK_Caps_Lock, 0xFE08, 0x1008FF13])
def test_locks_layouts_and_the_volume_say_nothing_to_a_program(keysym: int) -> None:
    assert meaning.says_nothing(keysym)


@pytest.mark.parametrize("keysym", [keysymdef.XK_Return, keysymdef.XK_space, keysymdef.XK_dead_acute])
def test_other_keys_do(keysym: int) -> None:
    assert not meaning.says_nothing(keysym)

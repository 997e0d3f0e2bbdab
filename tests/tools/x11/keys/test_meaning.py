"""What key presses mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xcffib import keysymdef

from tools.keys import MODIFIERS, NAMES
from tools.x11.keys import keysyms, meaning


@given(st.characters(exclude_categories=("Cc", "Cs")).filter(lambda one: one.isprintable()))
def test_a_typed_character_is_the_one_of_its_symbol(character: str) -> None:
    assert meaning.character(keysyms.of_character(character)) == character


@pytest.mark.parametrize("name", sorted(NAMES - MODIFIERS))
def test_a_named_key_is_called_by_its_name(name: str) -> None:
    assert meaning.name(keysyms.of_key(name)) == name


def test_a_letter_is_named_small_whatever_its_case() -> None:
    assert meaning.name(ord("S")) == meaning.name(ord("s")) == "s"
    assert meaning.name(ord("ß")) == "ß"


@pytest.mark.parametrize(
    ("key", "name"),
    [("KP_Enter", "enter"), ("ISO_Left_Tab", "tab"), ("KP_Home", "home")],
)
def test_keys_beside_the_usual_ones_are_named_like_them(key: str, name: str) -> None:
    symbol = getattr(keysymdef, f"XK_{key}")
    assert (meaning.name(symbol), meaning.character(symbol)) == (name, "")


def test_the_number_pad_types() -> None:
    assert meaning.character(keysymdef.XK_KP_7) == "7"
    assert meaning.character(keysymdef.XK_KP_Add) == "+"


def test_dead_keys_type_nothing_and_have_an_accent() -> None:
    assert meaning.accent(keysymdef.XK_dead_acute) == "\u0301"
    assert meaning.character(keysymdef.XK_dead_acute) == ""
    assert meaning.accent(ord("a")) == ""


@pytest.mark.parametrize(
    "key", ["Shift_L", "Control_R", "Caps_Lock", "ISO_Level3_Shift", "ISO_Next_Group", "Super_L"]
)
def test_modifiers_locks_and_layouts_say_nothing_by_themselves(key: str) -> None:
    assert meaning.says_nothing(getattr(keysymdef, f"XK_{key}"))


def test_the_volume_is_not_for_programs_and_letters_are() -> None:
    assert meaning.says_nothing(0x1008FF12)
    assert not meaning.says_nothing(ord("a"))


def test_modifiers_have_names() -> None:
    assert meaning.modifier(keysymdef.XK_Alt_R) == "alt"
    assert meaning.modifier(keysymdef.XK_ISO_Level3_Shift) == "altgr"
    assert meaning.modifier(ord("a")) is None

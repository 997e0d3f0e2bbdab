"""The numbers of keys and characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.keys import NAMES
from tools.x11.keys import keysyms

TYPED = st.characters(exclude_categories=("Cc", "Cs"))
"""Any character that a key can type."""


def test_every_named_key_has_a_symbol() -> None:
    assert all(keysyms.of_key(name) for name in NAMES)
    assert keysyms.of_key("enter") == keysyms.of_character("\n") == 0xFF0D
    assert keysyms.of_key("f24") == 0xFFD5


def test_characters_have_the_numbers_of_the_protocol() -> None:
    assert keysyms.of_character("é") == 0xE9
    assert keysyms.of_character("😀") == 0x0101F600
    assert keysyms.of_character("\t") == keysyms.of_key("tab")


@pytest.mark.parametrize("character", ["\x1b", "\x7f", "\x85", "\ud800"])
def test_what_no_key_types_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match=rf"U\+{ord(character):04X}"):
        keysyms.of_character(character)


@pytest.mark.parametrize(
    ("old", "character"),
    [(0x01A3, "Ł"), (0x06D6, "ж"), (0x07EB, "λ"), (0x07F3, "ς"), (0x20AC, "€"), (0x13BD, "œ"), (0x0DA1, "ก")],
)
def test_older_numbers_of_national_sets_mean_the_same(old: int, character: str) -> None:
    assert keysyms.modern(old) == keysyms.of_character(character)


@given(TYPED)
def test_a_character_s_own_number_is_the_modern_one(character: str) -> None:
    symbol = keysyms.of_character(character)
    assert keysyms.modern(symbol) == symbol


@given(TYPED)
def test_a_symbol_is_one_of_its_two_cases(character: str) -> None:
    symbol = keysyms.of_character(character)
    assert symbol in keysyms.cases(symbol)


def test_letters_with_two_cases_have_both() -> None:
    assert keysyms.cases(ord("ä")) == keysyms.cases(ord("Ä")) == (ord("ä"), ord("Ä"))
    assert keysyms.cases(ord("ß")) == (ord("ß"), ord("ß")), "its capital is two letters"
    assert keysyms.cases(0xFF0D) == (0xFF0D, 0xFF0D), "Enter is no letter"

"""When a text that was read is the one meant."""

from __future__ import annotations

import pytest

from tools.locate.contents import ends_with, is_part, reads_as
from tools.ocrtext.within import contains, difference


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Save", "save"),
        ("Full name", "Full  name:"),
        ("E-mail", "E-mail *"),
        ("Save as", "Save As... Shift+Ctrl+S"),
        ("Save as...", "Save As…"),
        ("Street 1", "Street l"),
        ("Save As...", "Save ASs..."),
        ("OK", "0K"),
        ("Country", "Countrv"),
        ("I accept the terms", "I acceptthe terms"),
        ("Zoë Łukasiewicz", "Zoe tukasiewicz"),
        ("=", "\u4e8c"),
    ],
)
def test_slips_of_the_ocr_are_the_same_text(wanted: str, seen: str):
    assert difference(wanted, seen) is not None


@pytest.mark.parametrize(
    ("wanted", "seen"),
    [
        ("Save", "Send"),
        ("Save", "Safe"),
        ("Save", "Save customer"),
        ("Street 1", "Street 2"),
        ("Item 11", "Item 17"),
        ("Item 1", "Item 11"),
        ("No", "Yes"),
        ("C", "G"),
        ("4", "A"),
        ("+", "-"),
        ("...", ""),
    ],
)
def test_labels_a_letter_apart_are_two(wanted: str, seen: str):
    assert difference(wanted, seen) is None


def test_the_exact_text_is_nearest():
    assert difference("Save", "Save") == 0
    assert 0 < difference("Save", "SAVE:") < difference("Hello", "Hell0")


def test_contains_is_by_whole_words():
    assert contains("Customer saved", "Status: customer saved.")
    assert contains("7397", "4738+2659 = 7397")
    assert contains("Save this customer?", "Savethiscustomer?")
    assert not contains("save", "unsaved changes")
    assert not contains("739", "7397")


@pytest.mark.parametrize(
    ("text", "seen", "same"),
    [
        ("2500", "2500", True),
        ("2500", "2500|", True),
        ("2500", "02500", False),
        ("2500", "2600", False),
        ("Ada Lovelace", "Ada Lovelace", True),
        ("Ada Lovelace", "AdaLovelac", True),
        ("Ada Lovelace", "", False),
        ("Ada Lovelace", "old Ada Lovelace", False),
        ("Ada", "xAda", False),
        ("Ada", "Ada|", True),
        ("Ada Lovelace", "Ada LovelaceAda Lovelace", False),
        ("ada@engine.example", "ada@engine.exampIe", True),
        ("12 Analytical Road", "17 Analytical Road", False),
    ],
)
def test_what_a_field_shows(text: str, seen: str, same: bool):  # noqa: FBT001 (a table)
    assert reads_as(text, seen) is same


def test_parts_and_ends():
    assert is_part("a very long text that does not fit", "that does not fit")
    assert not is_part("a very long text that does not fit", "something else")
    assert ends_with("late", "Better late|")
    assert not ends_with("late", "later than that")

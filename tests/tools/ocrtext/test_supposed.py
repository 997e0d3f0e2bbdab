"""What a line would say, were another text there."""

from __future__ import annotations

import pytest

from tools.ocrtext.supposed import misread, supposed, supposed_within


@pytest.mark.parametrize(
    ("wanted", "seen", "whole"),
    [
        ("Save", "Σave", "Save"),
        ("Close", "Cose", "Close"),
        ("save", "ΣAVE", "SAVE"),
        ("Save as", "Σave As... Ctrl+S", "Save As... Ctrl+S"),
        ("File name", "Eile name:", "File name:"),
        ("I accept the terms", "I acceptthe tems", "I acceptthe terms"),
        ("€ 99,00", "99,00", "€ 99,00"),
        ("O", "Q", None),
        ("Save", "Cancel", None),
        ("Item 1", "Item 2", None),
        ("Item 1", "Item l", None),
        ("5.00", "5,00", None),
        ("Save", "", None),
    ],
)
def test_the_case_and_the_ending_are_those_that_were_read(wanted: str, seen: str, whole: str | None) -> None:
    assert supposed(wanted, seen) == whole


def test_a_part_is_supposed_wherever_it_may_stand() -> None:
    assert list(supposed_within("Łódź", "City: Lodz now")) == ["City: Łódź now"]
    assert list(supposed_within("Łódź", "City: Kiel now")) == []


@pytest.mark.parametrize(
    ("typed", "seen", "whole"),
    [
        ("2500", "25O0", "2500"),
        ("2500", "25O0l", "2500l"),
        ("Lovelace", "Love1ace", "Lovelace"),
        ("2500", "2600", None),
        ("2500", "S500", None),
        ("2500", "250", None),
        ("700", "7001", None),
        ("Ada", "Ada1", "Ada1"),
    ],
)
def test_what_was_typed_may_be_read_with_digits_for_letters(typed: str, seen: str, whole: str | None) -> None:
    assert misread(typed, seen) == whole


def test_where_no_caret_can_be_none_is_supposed() -> None:
    assert misread("Norma", "Normal") == "Normal"
    assert misread("Norma", "Normal", caret=False) == "Norma"

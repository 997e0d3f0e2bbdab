"""When what a field shows is what was typed."""

from __future__ import annotations

import pytest

from tools.ocrtext.typed import ends_with, is_part, reads_as


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("2500", "2500"),
        ("2500", "2500|"),
        ("2500", "2500l"),
        ("Ada Lovelace", "Ada Lovelace"),
        ("Ada Lovelace", "AdaLovelace"),
        ("O", "0"),
        ("Ada", "Ada|"),
        ("Ada", "Ada1"),
        ("ada@engine.example", "ada@engine.exampIe"),
        ("Łódź", "Łódź|"),
        ("", ""),
    ],
)
def test_a_field_shows_what_was_typed(text: str, seen: str) -> None:
    assert reads_as(text, seen)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("2500", "02500"),
        ("2500", "25O0"),
        ("0", "O"),
        ("Łódź", "Lodz"),
        ("Ada Lovelace", "Ada Lovelac"),
        ("report_7", "report 7"),
        ("a-b", "a_b"),
        ("2500", "2600"),
        ("2500", "25001"),
        ("5", "S"),
        ("Ada Lovelace", ""),
        ("Ada Lovelace", "old Ada Lovelace"),
        ("Ada", "xAda"),
        ("Ada Lovelace", "Ada LovelaceAda Lovelace"),
        ("12 Analytical Road", "17 Analytical Road"),
        ("15 Analytical Road", "1 Analytical Road"),
        ("15 Analytical Road", "1S0 Analytical Road"),
    ],
)
def test_a_field_shows_something_else(text: str, seen: str) -> None:
    assert not reads_as(text, seen)


def test_parts_and_ends() -> None:
    assert is_part("a very long text that does not fit", "that does not fit")
    assert not is_part("a very long text that does not fit", "something else")
    assert ends_with("late", "Better late|")
    assert not ends_with("late", "later than that")
    assert not ends_with("15", "Road IS")

"""When what a field shows is what was typed."""

from __future__ import annotations

import pytest

from tools.ocrtext.typed import ends_with, goes_on, is_beginning, is_cut_off, is_end, reads_as


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("2500", "2500"),
        ("2500", "2500|"),
        ("2500", "2500l"),
        ("11", "11]"),
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


@pytest.mark.parametrize(
    ("text", "seen", "end"),
    [
        ("a very long text that does not fit", "that does not fit", True),
        ("a very long text that does not fit", "xhat does not fit|", True),
        ("12345678901234567890", "34567890", True),
        ("a very long text that does not fit", "a very long text", False),
        ("a very long text that does not fit", "something else", False),
        ("Christopher Columbus", "Christopher", False),
        ("5000", "500", False),
        ("10000", "1000", False),
        ("fit", "fit", False),
    ],
)
def test_a_field_that_is_too_short_shows_the_end_of_what_was_typed(
    text: str, seen: str, *, end: bool
) -> None:
    assert is_end(text, seen) is end


def test_of_a_text_from_edge_to_edge_the_first_letter_may_be_cut() -> None:
    assert is_end("Bitte beim Nachbarn", "3itte beim Nachbarn", is_cut=True)
    assert not is_end("Bitte beim Nachbarn", "3itte beim Nachbarn")
    assert not is_end("Bitte beim Nachbarn", "Bitte beim Machbarn", is_cut=True)
    assert not is_end("Bitte beim Nachbarn", "33itte beim Nachbarn", is_cut=True)
    assert not is_end("8 boxes beim Nachbarn", "3 boxes beim Nachbarn", is_cut=True)


def test_a_mark_with_the_caret_behind_it_may_be_read_as_an_arrow() -> None:
    assert is_end("A name that is long, Ph. D.", "is long, Ph. D↓")
    assert not is_end("A name that is long, Ph. D", "is long, Ph. ↓")
    assert not is_end("A name that is long, Ph. D.", "is long, Ph. D!")


def test_a_field_that_was_left_may_show_the_beginning() -> None:
    assert is_beginning("a very long text that does not fit", "a very long text t")
    assert is_beginning("a very long text that does not fit", "a very long text l")
    assert not is_beginning("a very long text that does not fit", "that does not fit")
    assert not is_beginning("5000", "5001")


def test_ends() -> None:
    assert ends_with("late", "Better late|")
    assert not ends_with("late", "later than that")
    assert not ends_with("15", "Road IS")


def test_where_no_caret_can_be_an_l_is_a_letter() -> None:
    assert reads_as("Norma", "Normal")
    assert not reads_as("Norma", "Normal", caret=False)
    assert reads_as("Normal", "Normal", caret=False)


@pytest.mark.parametrize(
    ("text", "seen", "on"),
    [
        ("Rush", "Rush hour", True),
        ("Norma", "Normal", True),
        ("Rush", "Rush", False),
        ("Rush", "Lush hour", False),
        ("", "x", False),
    ],
)
def test_what_goes_on_behind_a_text(text: str, seen: str, *, on: bool) -> None:
    assert goes_on(text, seen) == on


@pytest.mark.parametrize(
    ("text", "seen", "off"),
    [
        ("Medium", "Mediun ①", True),  # its m is cut, and an icon stands behind it
        ("Medium", "Mediun 0", True),
        ("Medium", "Mediu", True),
        ("Norway", "lorway X", True),  # its end, for there the caret is
        ("Series S", "Series X", False),
        ("West Germany", "West Gern", True),
        ("Media", "Mediun", False),
        ("Medium", "Me", False),
        ("Medium", "", False),
        ("Germany", "Germany West", False),
        ("Item 1", "Item 2", False),
        ("Item 12", "Item 1", False),  # which may be the whole of another one
    ],
)
def test_what_is_cut_off_is_a_beginning_or_an_end_and_no_number_is_out_of_sight(
    text: str, seen: str, *, off: bool
) -> None:
    assert is_cut_off(text, seen) is off

"""What it costs to read one sign for another."""

from __future__ import annotations

import pytest

from tools.ocrtext.signs import ACCENT, LETTER, NEVER, SLIP, loss, signs, swap, unspaced


def test_each_sign_knows_the_word_that_it_stands_in() -> None:
    assert [sign.word for sign in signs("He11o, 5")] == ["he11o"] * 5 + ["", "", "5"]


def test_a_mark_of_a_number_is_bound_and_one_of_a_sentence_is_not() -> None:
    assert [
        sign.text for text in ("-5", "5.00", "12:30", "a-b", "so.") for sign in signs(text) if sign.bound
    ] == [
        "-",
        ".",
        ":",
    ]


def test_spaces_do_not_count() -> None:
    assert [sign.text for sign in unspaced(" I accept ")] == list("iaccept")


@pytest.mark.parametrize(
    ("wanted", "seen", "cost"),
    [
        ("a", "A", 0),
        ("é", "e", ACCENT),
        ("l", "i", SLIP),
        ("a", "b", LETTER),
        ("5", "6", NEVER),
        ("5", "S", NEVER),
        ("1", "l", NEVER),
        (".", ",", SLIP),
    ],
)
def test_a_sign_alone(wanted: str, seen: str, cost: float) -> None:
    assert swap(*signs(wanted), *signs(seen)) == cost


def test_a_digit_may_be_a_letter_within_a_word_only() -> None:
    assert swap(signs("Hello")[2], signs("He1lo")[2]) == SLIP
    assert swap(signs("11")[0], signs("1l")[1]) == SLIP  # the letter stands in a number
    assert swap(signs("11")[0], signs("II")[0]) == NEVER
    assert swap(signs("B2")[1], signs("BZ")[1]) == NEVER  # of another look


def test_the_point_of_a_number_is_neither_lost_nor_a_comma() -> None:
    point, comma = signs("5.00")[1], signs("5,00")[1]
    assert swap(point, comma) == loss(point) == NEVER
    assert loss(signs("so.")[2]) == SLIP


def test_a_thin_letter_is_lost_sooner_than_another() -> None:
    assert loss(*signs("l")) == LETTER < loss(*signs("m"))
    assert loss(*signs("5")) == NEVER

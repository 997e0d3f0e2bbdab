"""What the table of signs promises."""

from __future__ import annotations

import string
import unicodedata

import pytest

from tools.ocrtext.table import OPERATORS, bare, drawn_alike, group_of, without_marks


def test_no_digit_is_read_for_another() -> None:
    assert len({group_of(digit) for digit in string.digits}) == 10


def test_what_a_sign_is_read_for_is_read_for_the_same() -> None:
    signs = {
        *string.printable.lower(),
        *OPERATORS,
        *OPERATORS.values(),
        *"\u2013\u2014\u2212\u2018\u201c\u00d7\u00f7",
    }
    assert all(group_of(group_of(sign)) == group_of(sign) for sign in signs)
    assert all(group_of(seen) == group_of(drawn) for seen, drawn in OPERATORS.items())


def test_what_fonts_draw_alike_is_also_read_alike() -> None:
    for sign in "-\u2013\u2014\u2212'\u2019`\"\u201clI|":
        assert group_of(drawn_alike(sign).lower()) == group_of(sign.lower())


def test_accents_are_taken_off_and_voicing_marks_are_not() -> None:
    assert [bare(sign) for sign in "é\u0142\u00f8\u0131ź\u0439"] == list("eloiz\u0438")
    assert bare("\u30d1") == "\u30d1"


@pytest.mark.parametrize(("one", "other"), [("5", "s"), ("8", "b"), ("2", "z"), ("m", "n"), ("+", "-")])
def test_what_was_never_measured_is_in_no_common_group(one: str, other: str) -> None:
    assert group_of(one) != group_of(other)


def test_a_sign_that_is_an_accent_alone_stays() -> None:
    assert bare("\u0301") == "\u0301"


def test_an_accent_that_makes_a_letter_is_no_mark() -> None:
    assert without_marks("e\u0301") == "é"
    assert without_marks("i\u0307stanbul") == "istanbul"
    assert without_marks(unicodedata.normalize("NFD", "\u30d1")) == "\u30d1"


def test_drawn_alike_keeps_case_and_length() -> None:
    assert drawn_alike("File I") == drawn_alike("File l")
    assert drawn_alike("OK") != drawn_alike("ok")
    assert drawn_alike("Kom ih\u0103g") == drawn_alike("Kom ih\u00e5g")
    assert drawn_alike("\u00c5r") != drawn_alike("Ar")
    assert len(drawn_alike("a\u2013b\u201cc|")) == 6

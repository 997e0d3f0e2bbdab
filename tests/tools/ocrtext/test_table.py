"""What the table of signs promises."""

from __future__ import annotations

import string

from tools.ocrtext.table import OPERATORS, bare, drawn_alike, group_of


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

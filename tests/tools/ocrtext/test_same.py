"""When two texts that were read are one."""

from __future__ import annotations

import pytest

from tools.ocrtext.same import begins_small, is_other_case, same, unlikeness, zero_in_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Save", "Save"),
        ("Full name:", "Full  name"),
        ("I accept the terms", "I acceptthe terms"),
        ("OK", "0K"),
        ("File I", "File l"),
        ("Save as\u2026", "Save as..."),
        ("re-read", "re\u2013read"),
    ],
)
def test_one_text(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Save", "Send"),
        ("Mail", "Mall"),
        ("Countrv", "Country"),
        ("Install for all users of this computer", "Install for all user of this computer"),
        ("Copy the customer address list A", "Copy the customer address list B"),
        ("Item 10", "Item 1O"),
        ("Room 8", "Room B"),
        ("Street 1", "Street 2"),
        ("Gate F1", "Gate F2"),
        ("Total: 5", "Total: S"),
        ("Łódź", "Lodz"),
        ("Vienna", "Yienna"),
        ("1.000", "1,000"),
        ("Save", ""),
        ("+", "-"),
    ],
)
def test_two_texts(one: str, other: str) -> None:
    assert not same(one, other)


@pytest.mark.parametrize(
    ("seen", "wanted", "small"),
    [
        ("yes", "Yes", True),
        ("paid", "Paid:", False),  # a p has one shape
        ("delivered", "Delivered", True),
        ("Yes", "yes", False),
        ("YES", "Yes", False),
        ("save", "Save", False),  # so has an s
        ("öppen", "Öppen", False),  # and an o with dots
        ("états", "États", True),
        ("no", "Yes", False),
        ("", "Yes", False),
    ],
)
def test_a_small_letter_where_a_capital_is_wanted(seen: str, wanted: str, *, small: bool) -> None:
    assert begins_small(seen, wanted) is small


@pytest.mark.parametrize(
    ("wanted", "seen", "is_other"),
    [
        ("Mail", "MAIL", True), ("Mail", "Mall", False), ("Mail", "Mail:", False), ("vocs", "VOCS", False),
        ("riga", "Riga", True), ("Post", "mail", False), ("Öppen", "öppen", False), ("États", "états", True),
    ],
)  # fmt: skip
def test_capitals_make_another_spelling_where_they_look_otherwise(
    wanted: str, seen: str, *, is_other: bool
) -> None:
    assert is_other_case(wanted, seen) is is_other


@pytest.mark.parametrize("seen", ["Öffnen…", "Öffnen..", "Öffnen ..."])
def test_an_ellipsis_is_one_however_it_is_read_and_a_text_without_is_less_like(seen: str) -> None:
    assert unlikeness("Öffnen...", seen) == 0
    assert unlikeness("Öffnen...", "Öffnen") == unlikeness("Öffnen", seen) == 0.05


@pytest.mark.parametrize(
    ("wanted", "rival", "place"),
    [
        ("Ort", "0rt", 0),
        ("Export...", "Exp0rt... Ctrl+E", 3),
        ("Venci miento", "Venci mient0", 10),
        ("Order no. 80", "0rder no. 80", 0),
        ("OK", "0K", None),
        ("PORT", "P0RT", None),
        ("Zone O", "Zone 0", None),
        ("B2Bo", "B2B0", None),
        ("Mail", "Mai1", None),
    ],
)
def test_a_zero_for_an_o_in_a_word_of_small_letters(wanted: str, rival: str, place: int | None) -> None:
    assert zero_in_word(wanted, rival) == place

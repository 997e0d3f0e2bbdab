"""A text that was read with full confidence is not believed where it may as well be another."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tests.tools.see.text.drawn import (
    ARIAL,
    BOLD,
    MONO,
    MONO_BOLD,
    SANS,
    SERIF,
    line_of,
    picture_of,
)
from tools.ocrtext.same import same
from tools.see.text.cut import bars_in, signs_apart
from tools.see.text.rings import rings
from tools.see.text.rivals import likely_rival, rivals
from tools.see.text.saying import doubt, lines_that_say, says_within, unlikeness_of


@pytest.mark.parametrize(
    ("wanted", "there", "font", "size", "mode"),
    [
        ("Clip", "C1ip", BOLD, 12, "1"),
        ("Clip", "C1ip", BOLD, 12, "L"),
        ("File", "Fi1e", MONO, 14, "L"),
        ("File", "Fi1e", SERIF, 12, "L"),
        ("Delete", "De1ete", SANS, 12, "L"),
        ("Sales", "Sa1es", MONO_BOLD, 12, "L"),
        ("INV-1001", "INV-l00l", SANS, 12, "L"),
        ("INV-1001", "INV-l00l", ARIAL, 14, "L"),
        ("Invoice 10", "Invoice 1O", MONO, 12, "L"),
        ("INV-1001", "INV-1OO1", MONO, 14, "L"),
        ("Room 200", "Room 2OO", MONO_BOLD, 12, "L"),
        ("OK", "0K", BOLD, 14, "L"),
        ("LOG", "L0G", MONO, 12, "L"),
        ("jo", "j0", SANS, 13, "L"),
    ],
)
def test_what_reads_as_a_name_may_be_a_rival_of_it(
    wanted: str, there: str, font: str, size: int, mode: str
) -> None:
    line = line_of(there, font, size, mode)
    assert same(wanted, line.text)
    assert unlikeness_of(line, wanted) is None
    assert not says_within(line, wanted)
    assert "can't be told apart" in (doubt(wanted, [line]) or "")


@pytest.mark.parametrize(
    ("wanted", "there", "font", "size"),
    [
        ("Code", "C0de", MONO, 14),
        # A j reaches below the line and an accent above it: next to them a zero is low as well.
        ("join", "j0in", SANS, 13),
        ("job", "j0b", SANS, 13),
        ("hoj", "h0j", SANS, 13),
        ("\u00c9cho", "\u00c9ch0", SANS, 14),
        ("J\u00e5mo", "J\u00e5m0", SANS, 13),
    ],
)
def test_a_zero_in_a_word_makes_another_value_of_it_and_no_other_caption(
    wanted: str, there: str, font: str, size: int
) -> None:
    line = line_of(there, font, size, "L")
    assert same(wanted, line.text)
    assert unlikeness_of(line, wanted) is None
    assert not says_within(line, wanted)
    assert [found for found, _ in lines_that_say([line], wanted)] == [line]
    assert doubt(wanted, [line]) is None


@pytest.mark.parametrize("font", [SANS, BOLD, SERIF, ARIAL, MONO, MONO_BOLD])
@pytest.mark.parametrize("size", [12, 14])
@pytest.mark.parametrize(
    "text",
    [
        "Clip",
        "Delete",
        "File",
        "Cancel",
        "Open",
        "Code",
        "Width",
        "INV-1001",
        "Invoice 10",
        "Import all",
        "Sales 5",
        "Project job",
        "\u00c9cole 3",
    ],
)
def test_a_name_is_found_where_it_stands(text: str, font: str, size: int) -> None:
    line = line_of(text, font, size)
    assert same(text, line.text)
    assert doubt(text, [line]) is None


@pytest.mark.parametrize("there", ["INV-1OO1", "Invoice 1O", "Room 2OO"])
def test_an_o_among_digits_is_read_as_one_in_bold(there: str) -> None:
    assert line_of(there, BOLD, 13).text == there


def test_the_look_that_is_the_best_decides_only_with_the_others() -> None:
    picture = picture_of("Clip", MONO)

    def odds(_: object, text: str, others: list[tuple[int, str]]) -> list[float]:
        """Likely at the first look, not at the others."""
        assert text == "Clip"
        assert (1, "1") in others
        looks.append(others)
        return [-1.0 if len(looks) == 1 else -20.0 for _ in others]

    looks: list[list[tuple[int, str]]] = []
    assert likely_rival("Clip", range(4), [picture] * 5, odds) is None  # type: ignore[arg-type]
    assert len(looks) == 1 + 5
    assert likely_rival("Clip", range(4), [picture], lambda *_: [-1.0]) == "C1ip"
    assert likely_rival("Clip", range(4), [picture], lambda *_: []) is None
    assert likely_rival("Clip", range(3, 4), [picture], lambda *_: [0.0]) is None


def test_a_bar_is_no_one_and_a_low_ring_no_zero() -> None:
    glyphs = signs_apart(picture_of("Close", SANS), "Close")
    assert glyphs is not None
    assert list(rivals("Close", glyphs)) == []
    assert [one.sign for one in rivals("Close", [None] * 5)] == ["1", "0"]


@pytest.mark.parametrize(
    ("font", "size", "is_told"),
    [(SANS, 13, True), (BOLD, 16, True), (ARIAL, 20, True), (SANS, 16, False), (MONO, 14, False)],
)
def test_a_w_that_is_much_wider_than_high_is_no_v(font: str, size: int, *, is_told: bool) -> None:
    glyphs = signs_apart(picture_of("Gewicht", font, size), "Gewicht")
    assert glyphs is not None
    assert [one.sign for one in rivals("Gewicht", glyphs)] == ([] if is_told else ["v"])


@pytest.mark.parametrize("size", [13, 14, 20])
def test_an_o_is_told_from_a_zero_by_the_middles_of_its_strokes(size: int) -> None:
    for text, sign in (("Ort", "O"), ("0rt", None)):
        glyphs = signs_apart(picture_of(text, SANS, size), text)
        assert glyphs is not None
        assert rings("Ort", glyphs)[0] == sign, size


def test_where_a_shape_tells_the_odds_do_not_count() -> None:
    glyphs = signs_apart(picture_of("O0", SANS, 16), "O0")
    assert glyphs is not None
    (rival,) = rivals("00", glyphs)
    assert (rival.place, rival.sign, rival.least) == (0, "O", -math.inf)


def test_an_empty_picture_has_no_glyphs() -> None:
    assert signs_apart(np.zeros((0, 9, 3), np.uint8), "l") is None
    assert signs_apart(picture_of("abc"), "abcdefghi") is None


@pytest.mark.parametrize(("there", "bars"), [("Trefall", {5, 6}), ("Trefa1l", set()), ("Trefa11", set())])
def test_a_bar_is_told_among_letters_that_need_not_be_apart(there: str, bars: set[int]) -> None:
    assert bars_in(picture_of(there, SANS, 10), "Trefall") == bars


def test_pieces_of_letters_are_no_signs() -> None:
    light = np.full((20, 30, 3), 240, np.uint8)
    light[4:14, 4:6] = light[12:14, 8:10] = light[4:14, 14:16] = 20  # a stem, a foot and a stem
    assert signs_apart(light, "l.l") is not None
    assert signs_apart(light, "lal") is None, "no letter is so low"

"""Marks before a caption: by the text that was read, and by the pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.see.canvas import Canvas
from tests.tools.see.text.drawn import SANS, SERIF, line_of, picture_of
from tools.geometry import Box
from tools.locate.find import find
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.scene import Line
from tools.see.text.marks import (
    before_picture,
    behind_mark,
    behind_picture,
    beyond_picture,
    ends_in_arrow,
    is_marked,
    with_blank,
)

if TYPE_CHECKING:
    from tools.see.ocr import ScreenReader


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("▶ Options", True),
        ("• Sverige", True),
        ("▶Options", True),
        ("- 5", False),
        ("\u03b3- Opciones", True),
        ("T- Shirt", False),
        ("\u03b1- \u0392\u03ae\u03c4\u03b1", False),
        ("Options", False),
        ("(a) b", False),
        ("·a", False),
    ],
)
def test_a_sign_by_itself_before_letters_is_a_mark(text: str, *, marked: bool) -> None:
    assert is_marked(text) == marked


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Ver\u25bc", True),
        ("View \u25be", True),
        ("\u25bc", False),
        ("\u25bc Options", False),
        ("Ver", False),
        ("3 \u25b6", False),
    ],
)
def test_an_arrow_behind_letters_is_no_part_of_a_caption(text: str, *, ends: bool) -> None:
    assert ends_in_arrow(text) == ends


def test_a_capital_with_an_accent_before_one_with_a_tail_is_a_word() -> None:
    canvas = Canvas()
    canvas.fill(Box(20, 20, 9, 16), 20)
    canvas.fill(Box(37, 25, 6, 13), 20)
    for at in range(1, 5):
        canvas.fill(Box(37 + 8 * at, 28, 6, 8), 20)
    assert beyond_picture(canvas.frame, Box(17, 18, 60, 22), is_word=True) is None


def test_a_caption_stands_before_the_widest_gap_near_its_end() -> None:
    canvas = Canvas()
    for left in (20, 34, 48):
        canvas.fill(Box(left, 22, 10, 10), 20)
    canvas.fill(Box(70, 22, 6, 10), 20)
    canvas.fill(Box(79, 22, 6, 10), 20)
    box = Box(16, 20, 72, 16)
    before = before_picture(canvas.frame, box)
    assert before is not None
    assert 58 <= before.right < 70
    assert before_picture(canvas.frame, Box(16, 20, 14, 16)) is None


@pytest.mark.parametrize(
    ("text", "sign_at", "read"),
    [
        ("Spara\u4f01", 70, "Spara \u4f01"),
        ("Spara\u4f01", 62, "Spara\u4f01"),  # as close as in one text
        ("1000\u4e07", 70, "1000\u4e07"),  # a number goes on in one
        ("Spara.\u4f01", 70, "Spara.\u4f01"),
        ("Sparad", 70, "Sparad"),
        ("", 70, ""),
    ],
)
def test_between_letters_and_an_ideograph_that_stand_apart_is_a_blank(
    text: str, sign_at: int, read: str
) -> None:
    canvas = Canvas()
    for left in (20, 34, 48):
        canvas.fill(Box(left, 22, 10, 10), 20)
    canvas.fill(Box(sign_at, 22, 10, 10), 20)
    assert with_blank(canvas.frame, Line(text, Box(16, 20, 72, 16))).text == read


def test_the_blank_before_another_word_is_none_before_a_sign() -> None:
    canvas = Canvas()
    for left in (20, 34, 56, 68):
        canvas.fill(Box(left, 22, 10, 10), 20)
    line = Line("on C\u76d8", Box(16, 20, 66, 16))
    assert with_blank(canvas.frame, line) == line


def test_a_caption_stands_behind_the_first_space() -> None:
    canvas = Canvas()
    canvas.fill(Box(20, 24, 6, 6), 20)
    canvas.fill(Box(34, 22, 30, 10), 20)
    assert behind_mark(canvas.frame, Box(17, 20, 50, 16)) == Box(32, 20, 35, 16)
    assert behind_mark(canvas.frame, Box(32, 20, 35, 16)) is None


def test_a_word_that_a_mark_was_read_with_is_no_mark() -> None:
    canvas = Canvas()
    canvas.fill(Box(20, 22, 6, 10), 20)
    canvas.fill(Box(28, 22, 12, 10), 20)
    canvas.fill(Box(46, 22, 30, 10), 20)
    assert behind_mark(canvas.frame, Box(17, 20, 62, 16)) is None


@pytest.mark.parametrize(
    ("picture", "letter", "is_one"),
    [
        (Box(20, 24, 28, 14), Box(56, 25, 6, 12), True),  # a switch: wider than a letter
        (Box(20, 22, 16, 16), Box(44, 25, 6, 12), True),  # higher than the first letter
        (Box(20, 25, 12, 12), Box(44, 25, 6, 12), True),  # further off than words stand
        (Box(20, 25, 12, 12), Box(37, 25, 6, 12), False),  # a letter by itself, and a space
        (Box(20, 26, 12, 12), Box(39, 25, 6, 12), True),  # a little lower than letters stand
        (Box(20, 26, 12, 12), Box(36, 25, 6, 12), False),  # but close
        (Box(20, 28, 12, 12), Box(39, 25, 6, 12), False),  # a small letter with a tail
        (Box(20, 25, 12, 12), Box(34, 25, 6, 12), False),  # the first letter of a word
    ],
)
def test_what_no_letter_can_be_is_a_picture(picture: Box, letter: Box, *, is_one: bool) -> None:
    canvas = Canvas()
    canvas.fill(picture, 20)
    for at in range(5):
        canvas.fill(letter.shift(8 * at, 0), 20)
    line = Box(17, 20, letter.left + 40 - 17, 20)
    found = beyond_picture(canvas.frame, line)
    assert (found is not None and found.left == letter.left - 2) is is_one
    corner = canvas.fill(Box(17, 20, 2, 1), 20)
    assert (beyond_picture(canvas.frame, line.union(corner)) is not None) is is_one, "of the button's face"


@pytest.mark.parametrize(
    ("picture", "letter", "is_one"),
    [
        (Box(20, 24, 14, 14), Box(41, 25, 6, 12), True),  # over both ends of a capital: a magnifying glass
        (Box(20, 24, 14, 14), Box(38, 25, 6, 12), False),  # close
        (Box(20, 25, 12, 12), Box(41, 29, 6, 8), False),  # a capital before a small letter
        (Box(20, 25, 10, 12), Box(50, 25, 6, 12), False),  # far off in a font of one width
        (Box(20, 25, 12, 12), Box(50, 25, 6, 12), True),  # which has no letters as wide, and others no space
        (Box(20, 25, 18, 12), Box(46, 25, 6, 12), False),  # a W is wider than others
        (
            Box(20, 21, 9, 15),
            Box(37, 25, 6, 12),
            True,
        ),  # a sheet of paper, higher than a capital
        (Box(20, 21, 9, 15), Box(33, 25, 6, 12), False),  # close
        (Box(20, 21, 9, 16), Box(37, 25, 6, 12), False),  # a capital with an accent, on their base line
        (Box(20, 24, 9, 12), Box(37, 25, 6, 12), False),  # hardly higher
    ],
)
def test_what_was_read_as_a_word_is_a_picture_only_where_no_word_can_be_it(
    picture: Box, letter: Box, *, is_one: bool
) -> None:
    canvas = Canvas()
    canvas.fill(picture, 20)
    for at in range(5):
        canvas.fill(letter.shift(8 * at, 0), 20)
    line = Box(17, 20, letter.left + 40 - 17, 20)
    found = beyond_picture(canvas.frame, line, is_word=True)
    assert (found is not None and found.left == letter.left - 2) is is_one


def test_a_picture_that_was_read_as_a_letter_stands_before_its_caption() -> None:
    canvas = Canvas()
    canvas.fill(Box(20, 20, 24, 24), 20)
    canvas.fill(Box(48, 26, 60, 12), 20)
    assert behind_picture(canvas.frame, Box(17, 17, 94, 30)) == Box(46, 17, 65, 30)


@pytest.mark.parametrize(
    "first",
    [Box(20, 20, 24, 18), Box(20, 26, 24, 18), Box(20, 24, 16, 16), Box(23, 20, 24, 24)],
    ids=["level with its foot", "level with its top", "hardly larger", "close"],
)
def test_a_letter_is_no_picture(first: Box) -> None:
    canvas = Canvas()
    canvas.fill(first, 20)
    canvas.fill(Box(48, 26, 60, 12), 20)
    assert behind_picture(canvas.frame, Box(17, 17, 94, 30)) is None
    assert behind_picture(canvas.frame, Box(200, 17, 94, 30)) is None


@pytest.mark.parametrize("text", ["A Story", "Q Fichier", "I agree"])
@pytest.mark.parametrize("font", [SANS, SERIF])
@pytest.mark.parametrize("size", [11, 16, 30])
def test_a_word_of_one_letter_is_a_part_of_its_text(text: str, font: str, size: int) -> None:
    line = line_of(text, font, size)
    frame = Frame.from_rgb(picture_of(text, font, size))
    assert behind_picture(frame, line.box) is None


def test_an_entry_of_a_tree_is_named_without_the_arrow_that_was_read_with_it(reader: ScreenReader) -> None:
    canvas = Canvas()
    canvas.text("> Options", 20, 20, scale=0.6)
    scene = reader.read(canvas.frame)
    assert [line.text for line in scene.lines] == ["> Options"]
    spot = find(scene, Locator("Options"))
    assert spot.line.text == "Options"
    assert spot.line.box.left > scene.lines[0].box.left

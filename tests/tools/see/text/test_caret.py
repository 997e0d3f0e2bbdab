"""The text caret is taken out of the picture, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.tools.see.canvas import EDGE, WHITE, Canvas
from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.text.caret import find_carets, without_caret

FIELD = Box(20, 20, 160, 28)


def in_a_field(text: str = "Ada") -> Canvas:
    canvas = Canvas()
    canvas.box(FIELD)
    canvas.text(text, FIELD.left + 6, FIELD.top + 9)
    return canvas


@pytest.mark.parametrize("width", [1, 2])
def test_a_bar_behind_the_letters_is_painted_over(width: int) -> None:
    canvas = in_a_field()
    before = canvas.frame
    caret = canvas.fill(Box(54, 25, width, 18), 0)
    assert find_carets(canvas.frame) == [caret]
    assert np.array_equal(without_caret(canvas.frame).words, before.words)


def test_a_bar_with_feet_is_painted_over_with_them() -> None:
    """Swing's in Motif: behind a 6 its foot lies under the digit, which was lost with it."""
    canvas = in_a_field()
    before = canvas.frame
    for box in (Box(56, 25, 1, 19), Box(54, 25, 5, 1), Box(54, 43, 5, 1)):
        canvas.fill(box, 0)
    assert np.array_equal(without_caret(canvas.frame).words, before.words)
    canvas.fill(Box(56, 25, 1, 19), 0)
    canvas.fill(Box(58, 43, 1, 1), WHITE)
    assert find_carets(canvas.frame) == [], "one foot is shorter: a letter"


@pytest.mark.parametrize("text", ["Henry II", "II", "Item I", "Hinweis"])
@pytest.mark.parametrize("size", [20, 22])
def test_a_serif_letter_without_smoothing_is_no_caret(text: str, size: int) -> None:
    picture = Image.new("RGB", (320, 80), "white")
    drawn = ImageDraw.Draw(picture)
    drawn.fontmode = "1"
    font = ImageFont.truetype("DejaVuSerif.ttf", size)
    drawn.text((40, 20), text, font=font, fill="black")
    assert find_carets(Frame.from_rgb(np.asarray(picture))) == []


def test_the_caret_of_an_empty_field_of_a_dark_theme_is_light() -> None:
    canvas = Canvas(ground=60)
    canvas.box(FIELD, inside=30)
    caret = canvas.fill(Box(26, 25, 1, 18), WHITE)
    assert find_carets(canvas.frame) == [caret]


def test_a_frame_without_one_is_left_as_it_is() -> None:
    frame = in_a_field().frame
    assert without_caret(frame) is frame


@pytest.mark.parametrize("top", [21, 22])
def test_a_caret_as_high_as_its_field_may_touch_one_of_its_borders(top: int) -> None:
    canvas = in_a_field()
    caret = canvas.fill(Box(54, top, 1, 25), 0)  # up to the lower border, or down from the upper one
    assert find_carets(canvas.frame) == [caret]


def test_a_caret_may_go_from_border_to_border_beside_a_letter_and_a_line_of_theirs_may_not() -> None:
    """A spin box of Tk: its line is as high as it is inside, and one digit was lost behind the caret."""
    canvas = in_a_field()
    whole = Box(47, FIELD.top + 1, 1, FIELD.height - 2)
    canvas.fill(whole, EDGE)
    assert find_carets(canvas.frame) == []
    canvas.fill(whole, 0)
    assert find_carets(canvas.frame) == [whole]


def test_the_rounded_corner_of_its_field_is_no_letter_beside_it() -> None:
    canvas = in_a_field("7")
    caret = canvas.fill(Box(34, 24, 1, 18), 0)
    for left, top in ((21, 22), (21, 23), (22, 22)):
        canvas.fill(Box(left, top, 1, 1), 120)
    assert find_carets(canvas.frame) == [caret]


@pytest.mark.parametrize(
    "bar",
    [
        Box(54, 28, 1, 10),  # lower than a line: a letter
        Box(54, 25, 4, 18),  # wider: an icon
        Box(54, 21, 1, 26),  # from border to border, away from the letters: a separator
        Box(54, 60, 1, 80),  # longer than a line of any font
    ],
)
def test_other_bars_are_none(bar: Box) -> None:
    canvas = in_a_field()
    canvas.fill(bar, 0)
    assert find_carets(canvas.frame) == []


def test_letters_as_high_and_as_low_as_a_bar_make_it_a_letter() -> None:
    canvas = in_a_field("")
    for left in (30, 36, 42):  # "lll", at 20 px without soft edges
        canvas.fill(Box(left, 26, 2, 15), 0)
    assert find_carets(canvas.frame) == []
    canvas.fill(Box(44, 26, 8, 2), 0)  # the last is an E
    canvas.fill(Box(44, 39, 8, 2), 0)
    assert find_carets(canvas.frame) == []


def test_tails_may_end_where_a_caret_does_at_the_border() -> None:
    canvas = in_a_field("")
    for left in (30, 40):  # "pp"
        canvas.fill(Box(left, 33, 1, 14), 0)
        canvas.fill(Box(left, 33, 6, 9), 0)
    caret = canvas.fill(Box(48, 28, 1, 19), 0)
    assert find_carets(canvas.frame) == [caret]


def test_an_accent_may_be_as_high_as_a_caret_and_a_letter_may_not() -> None:
    canvas = in_a_field("")
    for left in (30, 38, 46):  # "nnn"
        canvas.fill(Box(left, 31, 6, 1), 0)
        canvas.fill(Box(left, 31, 1, 9), 0)
        canvas.fill(Box(left + 5, 31, 1, 9), 0)
    caret = canvas.fill(Box(55, 25, 1, 18), 0)
    accent = canvas.fill(Box(32, 25, 2, 3), 0)
    assert find_carets(canvas.frame) == [caret]
    canvas.fill(accent.shift(0, -2), 0)
    assert find_carets(canvas.frame) == [], "it is higher"


def test_a_line_that_the_border_cuts_off_has_no_caret() -> None:
    canvas = in_a_field("")
    for left in (30, 40):  # "nn"
        canvas.fill(Box(left, 33, 6, 1), 0)
        canvas.fill(Box(left, 33, 1, 14), 0)
        canvas.fill(Box(left + 5, 33, 1, 14), 0)
    canvas.fill(Box(48, 28, 1, 19), 0)  # an l
    assert find_carets(canvas.frame) == []


def test_a_caret_at_the_end_of_its_field_is_told_from_the_border() -> None:
    canvas = in_a_field("")
    caret = canvas.fill(Box(FIELD.right - 4, 25, 1, 18), 0)
    canvas.fill(Box(FIELD.right - 1, FIELD.top, 1, FIELD.height), 0)
    assert find_carets(canvas.frame) == [caret]


def test_a_pale_line_is_none() -> None:
    canvas = in_a_field()
    canvas.fill(Box(54, 25, 1, 18), WHITE - 60)
    assert find_carets(canvas.frame) == []


def test_a_caret_may_end_where_the_tails_of_some_letters_do() -> None:
    """A text area of GTK 3, with "See page 12" and the caret behind it, high as its line."""
    picture = Image.open(Path(__file__).parent / "pictures" / "caret_tails.png").convert("RGB")
    frame = Frame.from_rgb(np.asarray(picture))
    assert find_carets(frame) == [Box(194, 10, 1, 15)]
    assert "See page 12" in [line.text for line in shared_reader().read(frame).lines]


@pytest.mark.parametrize("rise", [1, 3])
def test_a_bar_that_ends_where_tails_do_is_one_if_it_stands_clear_above_the_letters(rise: int) -> None:
    canvas = Canvas()
    canvas.fill(Box(54, 60 - rise, 1, 20 + rise), 0)
    for left in (24, 34, 60):
        canvas.fill(Box(left, 60, 7, 14), 0)
    canvas.fill(Box(44, 66, 7, 8), 0)
    canvas.fill(Box(44, 74, 2, 6), 0)  # the tail of a p
    assert find_carets(canvas.frame) == ([Box(54, 57, 1, 23)] if rise == 3 else [])


def test_an_l_beside_letters_that_touch_the_line_with_a_point_is_none() -> None:
    canvas = Canvas()
    canvas.fill(Box(54, 55, 1, 20), 0)
    for left in (42, 60):
        canvas.triangle(Box(left, 62, 9, 13), ink=0)
    assert find_carets(canvas.frame) == []


def test_letters_that_touch_those_with_tails_have_none_of_their_own() -> None:
    """GTK 4: of `See page 12` all but the digits hangs together, and goes down as far as the caret does."""
    picture = Image.open(Path(__file__).parent / "pictures" / "caret_behind_tails.png").convert("RGB")
    frame = Frame.from_rgb(np.asarray(picture))
    assert find_carets(frame) == [Box(104, 7, 1, 17)]
    assert [line.text for line in shared_reader().read(frame).lines] == ["See page 12"]

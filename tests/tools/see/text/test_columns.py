"""Columns: labels above fields that stand side by side, and the headers and cells of tables."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import widget
from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.ocr import ScreenReader
from tools.see.text.columns import before_underlined, columns, separated, separators

LETTER = 9.0
FIELDS = (widget("field", 20, 40, 70), widget("dropdown", 100, 40, 70))


def word(left: int, width: int = 30) -> Box:
    return Box(left, 24, width, 10)


def test_labels_that_begin_where_their_fields_do_are_parted() -> None:
    run = [word(20), word(55, 38), word(100), word(135)]
    assert list(columns(run, FIELDS, LETTER)) == [run[:2], run[2:]]


def test_a_label_that_reaches_over_two_fields_is_one() -> None:
    run = [word(20), word(55, 60), word(120)]
    assert list(columns(run, FIELDS, LETTER)) == [run]


def test_a_letter_within_a_word_is_no_beginning() -> None:
    run = [word(20), word(55, 44), word(100)]
    assert list(columns(run, FIELDS, LETTER)) == [run]


def test_a_text_that_does_not_begin_at_a_field_is_one() -> None:
    run = [word(40), word(100)]
    assert list(columns(run, FIELDS, LETTER)) == [run]


def test_fields_far_below_and_buttons_part_nothing() -> None:
    run = [word(20), word(100)]
    far = tuple(widget("field", one.box.left, 80, 70) for one in FIELDS)
    buttons = tuple(widget("button", one.box.left, 40, 70) for one in FIELDS)
    assert list(columns(run, far + buttons, LETTER)) == [run]


def screen(*glyphs: Box, levels: int) -> np.ndarray:  # type: ignore[type-arg]
    """Dark words on white, and thin strokes that stand out by so many levels."""
    gray = np.full((120, 300), 255, np.uint8)
    for one in glyphs:
        gray[one.slices] = 255 - levels if one.width == 1 else 60
    return gray


@pytest.mark.parametrize(("levels", "parts"), [(28, 2), (150, 1)])
def test_headers_are_parted_by_a_faint_stroke_and_not_by_a_written_one(levels: int, parts: int) -> None:
    run = [word(20), Box(60, 21, 1, 16), word(70)]
    strokes = separators([run], screen(*run, levels=levels), LETTER)
    assert len(list(separated(run, strokes, LETTER))) == parts
    assert (run[1] in strokes) is (parts > 1)


def test_a_thin_letter_within_a_word_parts_nothing() -> None:
    run = [word(20), Box(51, 21, 1, 16), word(54)]
    assert separators([run], screen(*run, levels=28), LETTER) == []


def test_cells_below_headers_are_parted_where_more_than_a_space_lies_under_the_stroke() -> None:
    stroke = Box(60, 4, 1, 16)
    near, far, beside = [word(30), word(62)], [word(24), word(66)], [word(20), word(70, 20), word(101)]
    assert list(separated(near, [stroke], LETTER)) == [near]
    assert list(separated(far, [stroke], LETTER)) == [far[:1], far[1:]]
    assert list(separated(beside, [stroke.shift(20, 0)], LETTER)) == [beside]
    assert list(separated(far, [stroke.shift(0, 60)], LETTER)) == [far]


def test_a_table_whose_columns_stand_close_is_read_cell_by_cell() -> None:
    canvas = Canvas(Size(400, 200), ground=255)
    for top, cells in enumerate((("Due on", "Size", "Phone"), ("1988-07-07", "612", "919 626"))):
        for left, text in zip((20, 106, 146), cells, strict=True):
            canvas.text(text, left, 20 + 26 * top)
    for left in (101, 141):
        canvas.fill(Box(left, 16, 1, 16), 228)
    read = [line.text for line in ScreenReader().read(canvas.frame).lines]
    assert read == ["Due on", "Size", "Phone", "1988-07-07", "612", "919 626"]


@pytest.mark.parametrize(
    ("rule", "is_parted"),
    [
        (Box(58, 40, 120, 1), True),
        (Box(58, 35, 120, 1), False),  # a link's, close below its letters
        (Box(58, 40, 40, 1), False),  # one that ends where the letters do
        (Box(20, 40, 160, 1), False),  # below all of it
        (Box(66, 40, 120, 1), False),  # it begins within a word
        (Box(58, 90, 120, 1), False),
    ],
)
def test_a_value_that_begins_with_the_underline_of_its_field_is_no_part_of_the_label(
    rule: Box, *, is_parted: bool
) -> None:
    run = [word(22), word(59, 30), word(90, 10)]
    parts = [run[:1], run[1:]] if is_parted else [run]
    assert list(before_underlined(run, [rule], LETTER)) == parts


def test_the_label_may_stand_lower_than_the_value_where_a_remark_stands_below_the_field() -> None:
    label, value = word(22).shift(0, 8), word(59, 30)
    assert list(before_underlined([label, value], [Box(58, 40, 120, 1)], LETTER)) == [[label], [value]]

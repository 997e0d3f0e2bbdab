"""Columns: labels above fields that stand side by side."""

from __future__ import annotations

from tests.tools.scenes import widget
from tools.geometry import Box
from tools.see.text.columns import columns

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

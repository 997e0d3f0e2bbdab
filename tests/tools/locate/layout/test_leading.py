"""Captions before their indicators, in a row that begins with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import line, painted, scene, widget
from tools.geometry import Box
from tools.locate.layout.labels import captions_of, indicator_of
from tools.locate.layout.leading import stands_before

if TYPE_CHECKING:
    from tools.see.scene import Line, Widget

FRAU, HERR, DR = line("Frau", 20, 20), line("Herr", 100, 20), line("Dr.", 180, 20)
MARKS = [widget("radio", left, 20, 16, 16, checked=False) for left in (68, 148, 220)]
ROW = (FRAU, MARKS[0], HERR, MARKS[1], DR, MARKS[2])


def test_in_a_row_that_begins_with_a_text_and_ends_with_an_indicator_captions_stand_before() -> None:
    page = scene(*ROW)
    assert [indicator_of(page, caption) for caption in (FRAU, HERR, DR)] == MARKS
    assert [captions_of(page, mark) for mark in MARKS] == [(FRAU,), (HERR,), (DR,)]


@pytest.mark.parametrize(
    "row",
    [
        ROW[1:],  # begins with an indicator
        ROW[:-1],  # ends with a text
        (line("Title", 0, 20), *ROW[1:]),  # further off than the others are: the row's own label
        (*ROW, widget("field", 244, 16, 80)),
        (*ROW[:3], widget("field", 145, 16, 30), *ROW[4:]),
    ],
)
def test_in_any_other_row_they_stand_behind(row: tuple[Line | Widget, ...]) -> None:
    page = scene(*row)
    assert indicator_of(page, HERR) == MARKS[0]


def test_so_they_do_where_they_are_nearer_to_the_one_before() -> None:
    near = line("Herr", 90, 20)
    page = scene(*ROW[:2], near, *ROW[3:])
    assert indicator_of(page, near) == MARKS[0]


def test_so_they_do_where_something_unread_is_drawn_behind_the_last() -> None:
    assert not stands_before(painted(*ROW, marks=(Box(244, 22, 20, 12),)), HERR, MARKS[1])
    assert stands_before(painted(*ROW), HERR, MARKS[1])


def test_one_text_and_its_indicator_are_no_row() -> None:
    assert not stands_before(scene(*ROW[:2]), FRAU, MARKS[0])

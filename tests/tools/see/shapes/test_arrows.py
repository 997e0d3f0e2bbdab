"""The marks in the right end of a widget."""

from __future__ import annotations

from tests.tools.see.canvas import EDGE, INK, Canvas
from tools.geometry import Box
from tools.see.shapes.arrows import find_marks

PLACE = Box(20, 20, 120, 24)


def in_a_field() -> Canvas:
    canvas = Canvas()
    canvas.box(PLACE)
    return canvas


def test_a_triangle_points_where_it_narrows() -> None:
    for up, mark in ((False, "down"), (True, "up")):
        canvas = in_a_field()
        box = canvas.triangle(Box(122, 29, 9, 6), up=up)
        assert list(find_marks(canvas.frame, PLACE)) == [(mark, box)]


def test_a_chevron_is_a_mark_too() -> None:
    canvas = in_a_field()
    for row in range(5):  # two strokes that meet below
        canvas.fill(Box(120 + row, 30 + row, 2, 1), INK)
        canvas.fill(Box(129 - row, 30 + row, 2, 1), INK)
    assert [mark for mark, _ in find_marks(canvas.frame, PLACE)] == ["down"]


def test_a_raised_bar_is_told_from_a_triangle() -> None:
    canvas = in_a_field()
    bar = canvas.fill(Box(118, 29, 14, 6), INK)
    assert list(find_marks(canvas.frame, PLACE)) == [("bar", bar)]


def test_the_corner_of_a_button_is_no_triangle() -> None:
    """The lower button of Swing's number field, whose edges meet at one side alone."""
    canvas = in_a_field()
    canvas.fill(Box(120, 31, 14, 1), INK)
    canvas.fill(Box(120, 31, 1, 8), INK)
    assert list(find_marks(canvas.frame, PLACE)) == []


def test_neither_a_letter_nor_a_border_is_a_mark() -> None:
    canvas = in_a_field()
    canvas.text("H", 122, 27)
    canvas.fill(Box(116, PLACE.top, 1, PLACE.height), EDGE)
    assert list(find_marks(canvas.frame, PLACE)) == []


def test_a_letter_that_is_cut_off_below_is_no_mark() -> None:
    place = Box(20, 20, 120, 18)
    canvas = Canvas()
    canvas.box(place)
    rows = (" xxxx ", "xx  xx", "x    x", "xxxxxx", "x     ", "xx   x", " xxxx ")  # an e
    for row, pixels in enumerate(rows):
        for column, pixel in enumerate(pixels):
            if pixel == "x":
                canvas.fill(Box(128 + column, 28 + row, 1, 1), INK)
    assert list(find_marks(canvas.frame, place)) == []


def test_what_is_too_low_or_too_narrow_for_a_mark_has_none() -> None:
    for place in (PLACE._replace(height=3), PLACE._replace(width=3)):
        assert list(find_marks(in_a_field().frame, place)) == []


def test_what_stands_at_the_left_end_is_not_looked_at() -> None:
    canvas = in_a_field()
    canvas.triangle(Box(26, 29, 9, 6))
    assert list(find_marks(canvas.frame, PLACE)) == []

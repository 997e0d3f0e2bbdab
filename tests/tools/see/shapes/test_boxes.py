"""Boxes with their borders: each once, none that holds another."""

from __future__ import annotations

from tests.tools.see.canvas import EDGE, Canvas
from tools.geometry import Box
from tools.see.pixels.glyphs import LETTER
from tools.see.pixels.regions import find_regions
from tools.see.shapes.boxes import find_boxes

PLACE = Box(20, 20, 120, 24)


def boxes(canvas: Canvas) -> list[Box]:
    return [one.box for one in find_boxes(find_regions(canvas.frame), LETTER)]


def test_a_box_is_as_large_as_its_border_shows() -> None:
    canvas = Canvas()
    canvas.box(PLACE.grow(3), inside=255, edge=40)
    canvas.box(PLACE, edge=EDGE)
    assert boxes(canvas) == [PLACE.grow(3)]


def test_a_panel_around_a_box_is_none() -> None:
    canvas = Canvas()
    canvas.box(Box(10, 10, 200, 120), inside=200)
    canvas.box(PLACE)
    assert boxes(canvas) == [PLACE]


def test_a_caption_that_touches_the_upper_border_is_none_of_the_box() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    for left, high in ((22, 9), (30, 12), (38, 9)):  # letters, one with a tail
        canvas.fill(Box(left, PLACE.top - 12, 5, high), EDGE)
    assert boxes(canvas) == [PLACE]
    canvas.fill(Box(22, PLACE.top - 12, 100, 12), EDGE)  # a bar is no caption
    assert boxes(canvas) != [PLACE]


def test_what_is_written_in_a_box_is_known_and_a_line_drawn_across_is_no_letter() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    text = canvas.text("Ada", 26, 26)
    canvas.fill(Box(30, 40, 90, 1), EDGE)
    (one,) = find_boxes(find_regions(canvas.frame), LETTER)
    assert one.glyphs
    assert all(text.grow(2).contains(glyph.center) for glyph in one.glyphs)
    assert (one.has_border, one.is_high, one.is_broken) == (True, False, False)

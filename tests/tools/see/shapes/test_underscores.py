"""Lines that may be the foot of a field, and those of boxes, which are none."""

from __future__ import annotations

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.pixels.glyphs import LETTER
from tools.see.pixels.regions import find_regions
from tools.see.shapes.underscores import Underscore, find_underscores

LINE = Box(40, 80, 240, 1)


def found(canvas: Canvas) -> list[Underscore]:
    return find_underscores(canvas.frame, find_regions(canvas.frame), LETTER)


def page(*lines: Box) -> Canvas:
    canvas = Canvas(Size(400, 160), ground=255)
    for line in lines:
        canvas.fill(line, 120)
    return canvas


def test_a_line_by_itself_is_one_and_a_short_one_or_a_box_is_none() -> None:
    assert found(page(LINE)) == [Underscore(LINE, (120, 120, 120), has_grip=False)]
    assert found(page(LINE._replace(width=30))) == []
    canvas = page()
    canvas.box(Box(40, 50, 240, 31))
    assert found(canvas) == []


def test_what_stands_on_a_line_and_joins_it_leaves_it_one_where_it_is_open_above() -> None:
    arrows = (Box(250, 52, 1, 29), Box(250, 66, 30, 1))
    assert [one.box for one in found(page(LINE, *arrows))] == [LINE]
    assert found(page(LINE, *arrows, Box(40, 52, 240, 1))) == [], "three sides of a box"


def test_a_text_below_that_reaches_a_line_leaves_it_one_and_what_hangs_at_both_its_ends_does_not() -> None:
    ring = Box(80, 81, 5, 14)
    thick = LINE._replace(height=2)
    assert [one.box for one in found(page(LINE, ring))] == [LINE]
    assert [one.box for one in found(page(thick, ring))] == [thick]
    sides = (Box(40, 81, 1, 30), Box(279, 81, 1, 30))
    assert found(page(LINE, *sides)) == [], "three sides of a box"
    assert found(page(LINE, Box(60, 81, 200, 14))) == [], "a tab's title"


def test_a_grip_stands_on_its_right_end_and_an_arrow_higher() -> None:
    for above, is_grip in ((11, True), (22, False)):
        canvas = page(LINE)
        for step in range(0, 8, 2):
            canvas.fill(Box(274 - step, LINE.top - above + step, 2, 2), 100)
        assert [one.has_grip for one in found(canvas)] == [is_grip]


def test_lines_are_alike_in_colour_and_thickness() -> None:
    one = Underscore(LINE, (120, 120, 120), has_grip=False)
    assert one.is_like(one._replace(box=LINE.shift(0, 30), has_grip=True))
    assert not one.is_like(one._replace(color=(130, 120, 120)))
    assert not one.is_like(one._replace(box=LINE._replace(height=2)))

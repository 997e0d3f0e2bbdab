"""A border with a gap in which a text stands is a field's, unless it is a group's or is drawn elsewhere."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.scene import Widget
from tools.see.shapes.notched import has_own_border, is_in_notch, with_notched_fields

BOX = Box(40, 60, 240, 42)
LABEL = Box(52, 52, 50, 16)
FIELD = Box(40, LABEL.bottom, 240, BOX.bottom - LABEL.bottom)

Shade = tuple[int, int, int]
BLUE: Shade = (25, 118, 210)


def page(box: Box = BOX, edge: Shade = (66, 66, 66), ink: Shade = (180, 180, 180)) -> Canvas:
    """A border with the label in its gap."""
    canvas = Canvas(Size(400, 300), ground=18)
    canvas.fill(box, edge)
    canvas.fill(box.grow(-1), 18)
    canvas.fill(Box(LABEL.left - 4, LABEL.top, LABEL.width + 8, LABEL.height), 18)
    for left in range(LABEL.left, LABEL.right - 6, 9):
        canvas.fill(Box(left, LABEL.top + 4, 5, 9), ink)
    return canvas


def test_a_label_in_the_border_names_the_field_below_it() -> None:
    assert with_notched_fields(page().frame, [], [LABEL]) == [Widget("field", FIELD)]


def test_the_label_of_the_next_field_that_touches_its_foot_is_no_part_of_it() -> None:
    canvas = page()
    for left in range(LABEL.left, LABEL.right - 6, 9):
        canvas.fill(Box(left, BOX.bottom - 1, 5, 9), 180)
    assert with_notched_fields(canvas.frame, [], [LABEL]) == [Widget("field", FIELD)]


def test_a_label_that_ends_where_its_field_begins_stands_in_its_border() -> None:
    frame = page().frame
    assert is_in_notch(frame, LABEL, FIELD)
    assert not is_in_notch(frame, LABEL.shift(0, -1), FIELD)
    assert not is_in_notch(frame, LABEL._replace(width=300), FIELD)
    assert not is_in_notch(frame, LABEL.shift(-LABEL.left, 0), FIELD._replace(left=0))


def test_a_label_that_touches_a_plain_field_below_it_stands_in_no_border() -> None:
    canvas = Canvas(Size(400, 300), ground=18)
    canvas.box(FIELD, inside=18, edge=66)
    assert not is_in_notch(canvas.frame, LABEL, FIELD)


def test_an_arrow_at_its_end_shows_that_it_drops_down() -> None:
    canvas = page()
    canvas.triangle(Box(262, 80, 9, 5), ink=200)
    assert with_notched_fields(canvas.frame, [], [LABEL]) == [Widget("dropdown", FIELD)]


def test_a_group_is_none() -> None:
    box = Widget("checkbox", Box(60, 74, 13, 13))
    assert with_notched_fields(page().frame, [box], [LABEL]) == [box]
    assert with_notched_fields(page(BOX._replace(height=140)).frame, [], [LABEL]) == []


def test_a_high_one_is_an_area_in_focus_on_a_form_of_such_fields() -> None:
    """Its label and its border have one colour then, as some groups' have: those are like no field."""
    low, high = page(), page(BOX._replace(height=110), BLUE, BLUE)
    both = Canvas(Size(400, 420), ground=18)
    both.pixels[:300], both.pixels[220:] = high.pixels, low.pixels[50:250]
    label, below = LABEL, LABEL.shift(0, 170)
    area = FIELD._replace(height=BOX.top + 110 - FIELD.top)
    found = {one.box for one in with_notched_fields(both.frame, [], [label, below])}
    assert found == {area, FIELD.shift(0, 170)}
    assert with_notched_fields(high.frame, [], [LABEL]) == []
    both.pixels[:300] = page(BOX._replace(height=110), BLUE).pixels
    both.pixels[220:] = low.pixels[50:250]
    assert with_notched_fields(both.frame, [], [label, below]) == [Widget("field", FIELD.shift(0, 170))]


def test_a_line_across_a_group_is_not_its_lower_side() -> None:
    canvas = page(BOX._replace(height=110))
    canvas.fill(Box(BOX.left + 10, BOX.top + 40, BOX.width - 20, 2), 66)
    assert with_notched_fields(canvas.frame, [], [LABEL]) == []


@pytest.mark.parametrize("side", [Box(40, 101, 240, 1), Box(279, 60, 1, 42), Box(120, 60, 160, 1)])
def test_a_border_without_one_of_its_sides_is_none(side: Box) -> None:
    canvas = page()
    canvas.fill(side, 18)
    assert with_notched_fields(canvas.frame, [], [LABEL]) == []


def test_a_text_elsewhere_is_no_label() -> None:
    for text in (LABEL.shift(0, 16), LABEL.shift(120, 0), LABEL.shift(-20, 0)):
        assert with_notched_fields(page().frame, [], [text]) == []


def test_a_text_in_the_gap_of_a_border_has_it_for_itself() -> None:
    assert has_own_border(page().frame, LABEL)
    assert not has_own_border(page().frame, LABEL.shift(0, 40))
    assert not has_own_border(Canvas(Size(400, 300), ground=18).frame, LABEL)

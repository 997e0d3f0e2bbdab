"""What an element is known by: its text, a text beside it, or no text at all."""

from __future__ import annotations

import cv2
import pytest

from tests.tools.relocate.drawn import PARSER, Drawing
from tools.geometry import Box, Point
from tools.locate.element import ICON
from tools.relocate.snapshot import ElementSnapshot, lines_like, snapshot_of
from tools.see.scene import Widget


def at(drawing: Drawing, point: Point) -> ElementSnapshot:
    return snapshot_of(drawing.shot(), point, PARSER)


def icon(drawing: Drawing, at: Point) -> None:
    """A cross, 16 pixels wide."""
    box = Box.around(at, 8)
    cv2.line(drawing.pixels, box[:2], (box.right, box.bottom), (20,) * 3, 2)
    cv2.line(drawing.pixels, (box.right, box.top), (box.left, box.bottom), (20,) * 3, 2)


def test_a_button_is_known_by_its_caption_wherever_it_is_pointed_at() -> None:
    drawing = Drawing()
    button = drawing.button("Save", (100, 100))
    wanted = at(drawing, Point(button.left + 3, button.top + 3))
    assert wanted.label == drawing.lines[0]
    assert wanted.around == drawing.lines[0].box
    assert wanted.spot is None


def test_a_field_is_known_by_no_text_and_a_list_by_its_entry() -> None:
    drawing = Drawing()
    field = drawing.field("Given name", "Ada", (40, 60))
    wanted = at(drawing, field.center)
    assert (wanted.label, wanted.field) == (None, drawing.widgets[0])
    entry = drawing.text("Austria", (300, 100))
    drawing.widgets.append(Widget("field", Box(290, 90, 200, 200)))
    wanted = at(drawing, entry.center)
    assert wanted.field is None
    assert wanted.label == drawing.lines[-1]


def test_a_check_box_is_known_by_its_caption_and_what_is_in_the_box() -> None:
    drawing = Drawing()
    drawing.text("I accept", (64, 100))
    drawing.widgets.append(Widget("checkbox", Box(40, 100, 14, 14), checked=False))
    wanted = at(drawing, Point(46, 106))
    assert wanted.label == drawing.lines[0]
    assert wanted.spot is not None
    assert wanted.spot.contains(Point(46, 106))
    assert at(drawing, Point(80, 106)).spot is None, "on the caption itself"


def test_empty_ground_is_known_by_the_text_before_it() -> None:
    drawing = Drawing()
    drawing.text("Meeting 17", (40, 60))
    wanted = at(drawing, Point(300, 65))
    assert wanted.label == drawing.lines[0]
    assert wanted.spot is not None
    assert wanted.spot.width < 2 * ICON
    icon(drawing, Point(200, 66))
    assert at(drawing, Point(300, 65)).label is None, "something lies between"


@pytest.mark.parametrize(("left", "top", "named"), [(285, 120, True), (320, 120, False), (285, 200, False)])
def test_an_icon_is_known_by_the_name_below_it(left: int, top: int, *, named: bool) -> None:
    drawing = Drawing()
    icon(drawing, Point(300, 100))
    drawing.text("Help", (left, top))
    wanted = at(drawing, Point(300, 100))
    assert (wanted.label is not None) is named
    if named:
        assert wanted.spot == Box.around(Point(300, 100), ICON)


def test_namesakes_are_the_other_texts_that_read_the_same() -> None:
    drawing = Drawing()
    for top in (40, 80, 120):
        drawing.text("Open", (40, top))
    drawing.text("Opens", (40, 160))
    wanted = at(drawing, Point(50, 45))
    assert wanted.namesakes == 2
    assert wanted.label is not None
    assert len(lines_like(wanted.label, wanted.scene)) == 3


def test_what_is_typed_is_no_text_of_the_target() -> None:
    drawing = Drawing()
    field = drawing.field("Given name", "Ada", (40, 60))
    wanted = at(drawing, field.center)
    assert [line.text for line in wanted.texts_in(Box(0, 0, 640, 480))] == ["Given name"]

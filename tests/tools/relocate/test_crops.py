"""Crops around an element: large enough to be told from anything else, and never with half a text."""

from __future__ import annotations

import numpy as np

from tests.tools.relocate.drawn import PARSER, Drawing
from tools.geometry import Box, Point
from tools.relocate.crops import core_of, crop_of, crops, twins
from tools.relocate.snapshot import ElementSnapshot, snapshot_of


def at(drawing: Drawing, point: Point) -> ElementSnapshot:
    return snapshot_of(drawing.shot(), point, PARSER)


def test_the_first_crop_of_a_text_is_the_text() -> None:
    drawing = Drawing()
    box = drawing.text("Save customer", (100, 100))
    crop = crop_of(at(drawing, box.center))
    assert crop is not None
    assert crop.overlap(box) == box
    assert crop.area < 2 * box.area


def test_crops_grow_and_hold_whole_texts() -> None:
    drawing = Drawing()
    drawing.text("Delete customer", (260, 200))
    boxes = list(crops(at(drawing, Point(200, 210))))
    assert boxes == sorted(boxes, key=lambda box: box.area)
    text = drawing.lines[0].box
    assert {box.overlap(text).area for box in boxes} <= {0, text.area}
    assert all(box.clip(drawing.size) == box for box in boxes)


def test_the_crops_of_a_field_begin_with_its_label() -> None:
    drawing = Drawing()
    field = drawing.field("Given name", "", (40, 60))
    label = drawing.lines[0].box
    assert all(crop.overlap(label) == label for crop in crops(at(drawing, field.center)))


def test_on_even_ground_there_is_no_crop() -> None:
    assert crop_of(at(Drawing(), Point(300, 200))) is None


def test_on_a_picture_the_crop_is_large_for_a_text_may_stand_there_unread() -> None:
    drawing = Drawing()
    drawing.pixels[:] = np.random.default_rng(7).integers(0, 120, (480, 640, 4))
    wanted = at(drawing, Point(300, 200))
    crop, core = crop_of(wanted), core_of(wanted)
    assert crop is not None
    assert core is not None
    assert (core.width, crop.width) == (56, 448)


def test_twins_are_the_other_places_that_look_the_same() -> None:
    drawing = Drawing()
    one, other = (drawing.button("Open", (400, top)) for top in (40, 120))
    wanted = at(drawing, one.center)
    crop = Box(one.left, one.top, one.width, one.height)
    assert twins(wanted, crop) == [other]

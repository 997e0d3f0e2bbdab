"""Whether there is anything in a box to know it again by."""

from __future__ import annotations

import numpy as np

from tests.tools.relocate.drawn import Drawing
from tools.geometry import Box
from tools.relocate.texture import has_texture, is_empty, is_picture

PLACE = Box(100, 100, 60, 30)


def test_even_ground_is_empty_and_has_no_texture() -> None:
    frame = Drawing().shot()
    assert is_empty(frame, PLACE)
    assert not has_texture(frame, PLACE)
    assert is_empty(frame, Box(2000, 0, 10, 10)), "outside of the frame"
    assert not has_texture(frame, Box(2000, 0, 10, 10))


def test_a_text_has_texture() -> None:
    drawing = Drawing()
    box = drawing.text("Save", (100, 100))
    frame = drawing.shot()
    assert has_texture(frame, box.grow(3))
    assert not is_empty(frame, box)


def test_the_frame_of_a_field_has_none() -> None:
    drawing = Drawing()
    field = drawing.field("", "", (40, 60))
    frame = drawing.shot()
    assert not has_texture(frame, field.grow(3))
    assert not is_empty(frame, field.grow(3))


def test_a_photograph_has_no_even_ground() -> None:
    drawing = Drawing()
    drawing.pixels[PLACE.slices] = np.random.default_rng(7).integers(0, 255, (PLACE.height, PLACE.width, 4))
    frame = drawing.shot()
    assert is_picture(frame, PLACE)
    assert not is_picture(frame, PLACE.shift(200, 200))
    assert has_texture(frame, PLACE)

"""What stands out from the ground of a box."""

from __future__ import annotations

import numpy as np

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.ink import INK, inked, relief, shows_colour


def test_the_ground_is_the_most_frequent_level() -> None:
    canvas = Canvas(ground=200)
    canvas.fill(Box(30, 30, 4, 4), 50)
    levels = relief(canvas.frame, Box(20, 20, 40, 40))
    assert levels.shape == (40, 40)
    assert sorted({*levels.ravel().tolist()}) == [0, 150]
    assert np.count_nonzero(levels > INK) == 16


def test_what_lies_outside_of_the_frame_is_left_out() -> None:
    frame = Canvas(ground=200).frame
    assert relief(frame, Box(-10, -10, 20, 20)).shape == (10, 10)
    assert relief(frame, Box(5000, 0, 20, 20)).size == 0


def test_on_a_ground_that_is_shaded_from_top_to_bottom_the_letters_alone_are_inked() -> None:
    canvas = Canvas(ground=200)
    for row in range(24):
        canvas.fill(Box(20, 20 + row, 100, 1), 150 + 4 * row)
    shaded = canvas.frame
    canvas.fill(Box(30, 28, 6, 9), 40)
    written = canvas.frame
    place = Box(20, 20, 100, 24)
    assert not inked(shaded, place).any()
    assert np.count_nonzero(inked(written, place)) == 6 * 9
    assert np.count_nonzero(inked(written, Box(20, 60, 100, 24))) == 0
    assert inked(written, Box(5000, 0, 20, 20)).size == 0


def test_a_colour_is_shown_where_a_pixel_is_about_it() -> None:
    canvas = Canvas(ground=200)
    canvas.fill(Box(30, 30, 1, 1), (210, 118, 25))
    assert shows_colour(canvas.frame, Box(20, 20, 40, 40), (30, 110, 200))
    assert not shows_colour(canvas.frame, Box(20, 20, 40, 40), (210, 118, 25))
    assert not shows_colour(canvas.frame, Box(40, 40, 40, 40), (30, 110, 200))

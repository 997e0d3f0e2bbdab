"""What stands out from the ground of a box."""

from __future__ import annotations

import numpy as np

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.ink import INK, relief


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

"""Dotted focus rings: seen on all four sides, and taken off what stands a pixel beside them."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.dotted import dots_in, without_rings
from tools.see.pixels.regions import find_regions
from tools.see.shapes.widgets import find_widgets

RING, TICKED = Box(38, 40, 110, 22), Box(40, 45, 12, 12)
LETTER = 9.0


def ringed(*, sides: int = 4) -> Canvas:
    """A check box with its caption, and so many sides of a dotted ring around both."""
    canvas = Canvas(ground=192)
    canvas.box(TICKED, 255, 90)
    canvas.text("Urgent", 58, 46)
    lines = [(RING.top, slice(RING.left, RING.right, 2)), (RING.bottom - 1, slice(RING.left, RING.right, 2))]
    for row, columns in lines[:sides]:
        canvas.pixels[row, columns] = 0
    for column in (RING.left, RING.right - 1)[: sides - 2]:
        canvas.pixels[RING.top : RING.bottom : 2, column] = 0
    return canvas


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ([200, 0] * 10 + [200], range(1, 20)),
        ([200] * 5 + [0, 200] * 8 + [200] * 20, range(5, 20)),
        ([0] * 3 + [200] * 4 + [90, 200] * 8, range(7, 22)),
        ([200, 0, 0] * 8, range(0)),  # dashes
        ([200, 190] * 10, range(0)),  # hardly to be seen
        ([200] * 30, range(0)),
        ([200, 0] * 3 + [200] * 10, range(0)),  # short
    ],
)
def test_dots_and_ground_take_turns(levels: list[int], found: range) -> None:
    assert dots_in(np.array(levels, np.int16), 8) == found


def test_a_ring_is_taken_off_and_all_else_stays() -> None:
    canvas = ringed()
    plain = without_rings(canvas.frame, find_regions(canvas.frame), LETTER)
    assert plain is not None
    assert np.array_equal(plain.rgb, ringed(sides=0).frame.rgb)


def test_what_is_dotted_on_some_sides_only_is_no_ring() -> None:
    frame = ringed(sides=2).frame
    assert without_rings(frame, find_regions(frame), LETTER) is None


def test_a_check_box_a_pixel_beside_a_ring_is_one() -> None:
    canvas = ringed()
    assert [(one.kind, one.box) for one in find_widgets(canvas.frame)] == [("checkbox", TICKED)]

"""Forms of indicators: what is a square, and what a circle."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.glyphs import LETTER
from tools.see.pixels.regions import find_regions
from tools.see.shapes.forms import form_of, has_size, is_even

PLACE = Box(20, 20, 14, 14)


def form(canvas: Canvas) -> str | None:
    """Of the one thing that stands on the canvas."""
    frame = canvas.frame
    (outline,) = find_regions(frame)[0].outlines
    return form_of(frame, outline, LETTER)


def test_a_square_is_a_check_box_and_a_circle_a_radio_button() -> None:
    square, circle = Canvas(), Canvas()
    square.box(PLACE)
    circle.circle(PLACE)
    assert (form(square), form(circle)) == ("checkbox", "radio")


def test_a_circle_is_no_square_where_its_panel_is_shaded() -> None:
    """Most of the panel's edge may be darker than what is around the circle."""
    canvas = Canvas(ground=228)
    for row in range(40):
        canvas.fill(Box(1, 1 + row, 300, 1), min(239, 228 + row))
    canvas.circle(PLACE)
    assert form(canvas) == "radio"


@pytest.mark.parametrize(
    ("box", "fits"), [(PLACE, True), (Box(0, 0, 8, 8), False), (Box(0, 0, 14, 18), False)]
)
def test_its_size_tells(box: Box, fits: bool) -> None:  # noqa: FBT001 (a table)
    assert has_size(box, LETTER) is fits


def test_a_square_with_round_corners_is_a_check_box_and_a_diskette_is_none() -> None:
    """The second has one corner cut off."""
    square, diskette = Canvas(), Canvas()
    square.box(PLACE)
    diskette.box(PLACE)
    for corner in corners_of(PLACE):
        square.fill(corner, 220)
    for row in range(4):
        diskette.fill(Box(PLACE.right - 4 + row, PLACE.top + row, 4 - row, 1), 220)
    assert (form(square), form(diskette)) == ("checkbox", None)


def corners_of(box: Box) -> list[Box]:
    """Two pixels of its upper and lower side at each corner, and of the others."""
    wide = [Box(x, y, 2, 1) for x in (box.left, box.right - 2) for y in (box.top, box.bottom - 1)]
    return [*wide, *(Box(x, y, 1, 2) for x in (box.left, box.right - 1) for y in (box.top, box.bottom - 2))]


def test_an_outline_without_an_area_is_not_even() -> None:
    """A line, there and back again."""
    assert not is_even(np.array([[[20, 20]], [[34, 20]], [[27, 20]]], np.int32))

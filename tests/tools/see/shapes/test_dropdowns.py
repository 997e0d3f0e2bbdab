"""Drop-downs: a mark that points down stands at their right end."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.glyphs import LETTER
from tools.see.pixels.regions import find_regions
from tools.see.scene import Widget
from tools.see.shapes.boxes import find_boxes
from tools.see.shapes.dropdowns import drops_down, has_steppers
from tools.see.shapes.widgets import find_widgets


def test_a_dropdown_that_shows_one_letter_is_hardly_wider_than_high() -> None:
    canvas = Canvas(ground=236)
    place = canvas.box(Box(20, 20, 48, 34), inside=225)
    canvas.text("t", place.left + 12, place.top + 12)
    canvas.triangle(Box(place.left + 25, place.top + 14, 11, 6))
    assert find_widgets(canvas.frame) == (Widget("dropdown", place),)


def test_a_mark_in_the_middle_of_a_small_box_makes_no_dropdown() -> None:
    canvas = Canvas(ground=236)
    place = canvas.box(Box(20, 20, 48, 28), inside=225)
    canvas.triangle(Box(place.left + 18, place.top + 11, 11, 6))
    (box,) = find_boxes(find_regions(canvas.frame), LETTER)
    assert not drops_down(canvas.frame, box, sunk=False)


def test_a_triangle_may_stand_close_to_the_caption_as_no_letter_is_so_flat() -> None:
    canvas = Canvas(ground=236)
    place = canvas.box(Box(20, 20, 88, 28), inside=250)
    caption = canvas.text("Danmark", place.left + 10, place.top + 9)
    canvas.triangle(Box(caption.right + 2, place.top + 11, 12, 6))
    assert find_widgets(canvas.frame) == (Widget("dropdown", place),)


@pytest.mark.parametrize(("left", "is_number"), [(0, True), (7, False)])
def test_two_large_arrows_close_behind_a_date_are_no_part_of_a_caption(left: int, *, is_number: bool) -> None:
    """One right above the other; side by side they lead to what is before and behind."""
    canvas = Canvas(ground=236)
    place = canvas.box(Box(20, 20, 112, 40), inside=255)
    date = canvas.text("28.10.2022", place.left + 12, place.top + 14)
    canvas.triangle(Box(date.right + 12, place.top + 10, 12, 7), up=True)
    canvas.triangle(Box(date.right + 12 - left, place.top + 24, 12, 7))
    (box,) = find_boxes(find_regions(canvas.frame), LETTER)
    assert has_steppers(canvas.frame, box) is is_number
    if is_number:
        assert find_widgets(canvas.frame) == (Widget("field", place),)

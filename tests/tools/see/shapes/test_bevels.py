"""Bevels: what is pressed in is darker above and on the left, a groove is so on its outer side alone."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.scene import Widget
from tools.see.shapes.bevels import is_pressed_in, is_raised
from tools.see.shapes.widgets import find_widgets

PLACE, GROUND, DARK, LIGHT = Box(20, 20, 120, 24), 217, 130, 255


def bevel(canvas: Canvas, box: Box, upper: int = DARK, lower: int = LIGHT) -> Box:
    """A border one pixel thick around the canvas' own colour; what it surrounds."""
    canvas.fill(box, lower)
    canvas.fill(box._replace(width=box.width - 1, height=1), upper)
    canvas.fill(box._replace(width=1, height=box.height - 1), upper)
    return canvas.fill(box.grow(-1), GROUND)


def test_a_border_that_is_dark_above_and_on_the_left_is_of_something_pressed_in() -> None:
    canvas = Canvas(ground=GROUND)
    inner = bevel(canvas, PLACE)
    assert is_pressed_in(canvas.frame, PLACE, inner)
    assert not is_raised(canvas.frame, PLACE)
    bevel(canvas, PLACE, LIGHT, DARK)
    assert not is_pressed_in(canvas.frame, PLACE, inner)
    assert is_raised(canvas.frame, PLACE)


def test_a_groove_is_not_pressed_in_and_a_focus_ring_around_a_border_is_no_matter() -> None:
    canvas = Canvas(ground=GROUND)
    inner = bevel(canvas, bevel(canvas, PLACE), LIGHT, DARK)
    assert not is_pressed_in(canvas.frame, PLACE, inner)
    canvas.fill(PLACE, 0)
    inner = bevel(canvas, PLACE.grow(-1))
    assert is_pressed_in(canvas.frame, PLACE, inner)


@pytest.mark.parametrize("text", ["", "Ada", "Ada Lovelace et al"])
def test_what_is_pressed_into_a_panel_of_its_colour_is_a_field(text: str) -> None:
    canvas = Canvas(ground=GROUND)
    bevel(canvas, PLACE)
    canvas.text(text, PLACE.left + 3, PLACE.top + 7)
    assert find_widgets(canvas.frame) == (Widget("field", PLACE),)
    bevel(canvas, PLACE, LIGHT, DARK)
    assert not find_widgets(canvas.frame)

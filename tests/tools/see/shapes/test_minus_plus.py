"""The part before a minus and a plus is a field, however little its ground tells."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.shapes.boxes import find_boxes
from tools.see.shapes.minus_plus import numbers_before_signs

PANEL, EDGE, FACE, BUTTONS, INK = 60, 45, 68, 74, 220
WHOLE, NUMBER, SIGNS = Box(35, 60, 128, 28), Box(36, 61, 61, 26), Box(98, 61, 64, 26)
MINUS = Box(107, 73, 14, 2)


def page(*, minus: Box = MINUS, plus: int = 14, left: int = 45) -> Canvas:
    """A dark panel with texts on it, and a number before its two buttons."""
    canvas = Canvas(Size(400, 200), ground=PANEL)
    canvas.text("Height of the page", 36, 30)
    canvas.text("Reference", 36, 120)
    canvas.fill(WHOLE, EDGE)
    canvas.fill(NUMBER, FACE)
    canvas.fill(SIGNS, BUTTONS)
    for at in range(3):
        canvas.fill(Box(left + 10 * at, 69, 7, 11), INK)
    canvas.fill(minus, INK)
    canvas.fill(Box(139, 73, plus, 2), INK)
    canvas.fill(Box(145, 67, 2, 14), INK)
    return canvas


def found(canvas: Canvas) -> list[Box]:
    regions = find_regions(canvas.frame)
    return [*numbers_before_signs(find_boxes(regions, letter_height(regions)))]


def test_a_number_before_a_minus_and_a_plus_stands_in_a_field() -> None:
    assert [one.center for one in found(page())] == [NUMBER.center]


@pytest.mark.parametrize(
    "canvas",
    [
        page(minus=Box(107, 67, 14, 14)),  # no minus
        page(plus=6),  # no plus
        page(minus=Box(107, 65, 14, 2)),  # on another line
        page(minus=Box(110, 73, 6, 2)),  # a dash
        page(left=62),  # no number at its left end
    ],
)
def test_before_other_signs_it_is_none(canvas: Canvas) -> None:
    assert found(canvas) == []

"""A screen's letters tell how large everything on it is."""

from __future__ import annotations

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.pixels.glyphs import LETTER
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height


def height_of(scale: float, *, lines: int = 4) -> float:
    canvas = Canvas(Size(900, 400))
    for row in range(lines):
        canvas.text("nose rows", 20, 20 + 60 * row, scale=scale)
    return letter_height(find_regions(canvas.frame))


def test_large_letters_tell_a_large_screen_and_small_ones_the_usual_one() -> None:
    assert height_of(0.3) == LETTER
    assert 1.8 < height_of(1.2) / height_of(0.6) < 2.2


def test_specks_on_patches_of_any_shape_are_no_letters() -> None:
    canvas = Canvas(Size(900, 600))
    for row in range(3):
        canvas.text("nose rows", 20, 20 + 60 * row, scale=1.2)
    large = letter_height(find_regions(canvas.frame))
    for at in range(24):
        left, top = 20 + at % 12 * 70, 300 + at // 12 * 80
        canvas.triangle(Box(left, top, 60, 60), ink=100)
        canvas.box(Box(left + 26, top + 12, 7, 7), inside=140, edge=140)
    assert letter_height(find_regions(canvas.frame)) == large > LETTER


def test_without_letters_the_usual_size_is_taken() -> None:
    canvas = Canvas()
    canvas.box(Box(20, 20, 120, 60))
    assert letter_height(find_regions(canvas.frame)) == LETTER
    assert height_of(1.2, lines=0) == LETTER

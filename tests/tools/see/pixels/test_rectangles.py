"""How areas fit into their outlines."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import EDGE, Canvas
from tools.geometry import Box
from tools.see.pixels.glyphs import LETTER
from tools.see.pixels.rectangles import borders, column_of, is_rest, lies_in
from tools.see.pixels.regions import Outline, find_regions

PLACE = Box(20, 20, 120, 24)


def outline_on(canvas: Canvas) -> Outline:
    """The only thing on the canvas."""
    (outline,) = find_regions(canvas.frame)[0].outlines
    return outline


@pytest.mark.parametrize(
    ("inner", "is_border"),
    [
        (PLACE.grow(-2), True),
        (Box(22, 22, 98, 20), True),  # an arrow part on the right
        (Box(40, 22, 98, 20), False),  # a wide margin on the left
        (PLACE.grow(2), False),
    ],
)
def test_a_border_is_thin_but_for_an_arrow_part(inner: Box, is_border: bool) -> None:  # noqa: FBT001
    assert borders(PLACE, inner, LETTER) is is_border
    assert lies_in(inner, PLACE) is (inner != PLACE.grow(2))


def test_the_empty_rest_behind_a_selection_is_a_fields_and_behind_a_header_of_its_colour_none() -> None:
    for shade, is_field in ((90, True), (255, False)):
        canvas = Canvas()
        canvas.box(PLACE)
        canvas.fill(Box(21, 21, 40, 22), shade)
        canvas.fill(Box(61, 21, 1, 22), EDGE)
        outline = outline_on(canvas)
        rest = max(outline.regions, key=lambda region: region.box.left)
        assert is_rest(rest, outline, LETTER) is is_field


def test_a_column_of_touching_fields_has_two_borders_between_them() -> None:
    for line, fields in ((2, 3), (1, 0)):
        canvas = Canvas()
        canvas.box(Box(20, 20, 120, 70))
        for top in (42, 65):
            canvas.fill(Box(20, top, 120, line), EDGE)
        outline = outline_on(canvas)
        assert len(column_of(outline.regions[0], outline, LETTER)) == fields

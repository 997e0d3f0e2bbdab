"""A narrow frame that holds nothing is a field where it is like one of its column."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import WHITE, Canvas
from tools.geometry import Box
from tools.see.pixels.regions import find_regions
from tools.see.shapes.boxes import find_boxes
from tools.see.shapes.narrow import is_empty_like
from tools.see.shapes.widgets import find_widgets

FULL, EMPTY = Box(60, 40, 49, 21), Box(60, 80, 49, 21)


@pytest.mark.parametrize(
    ("empty", "is_field"),
    [
        (EMPTY, True),
        (EMPTY._replace(left=90), False),  # in another column
        (EMPTY._replace(width=44), False),
    ],
)
def test_an_empty_frame_is_a_field_below_one_like_it(empty: Box, *, is_field: bool) -> None:
    canvas = Canvas(ground=WHITE)
    canvas.text("Quantity and price of all articles", 40, 10)
    for box in (FULL, empty):
        canvas.box(box)
    canvas.text("4", FULL.left + 4, FULL.top + 5)
    frames = find_boxes(find_regions(canvas.frame), 9)
    assert [one.box for one in frames if is_empty_like(one, [FULL])] == [empty] * is_field
    fields = [one.box for one in find_widgets(canvas.frame) if one.kind == "field"]
    assert (empty in fields) is is_field
    assert FULL in fields

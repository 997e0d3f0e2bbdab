"""Lists with a chosen row: found as one field, wherever that row is."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import WHITE, Canvas
from tools.geometry import Box
from tools.see.pixels.regions import find_regions
from tools.see.scene import Widget
from tools.see.shapes.lists import chosen_rows
from tools.see.shapes.widgets import find_widgets

LIST = Box(20, 20, 200, 122)
CHOSEN = (60, 120, 200)


def towns(*chosen: int, pitch: int = 20) -> Canvas:
    """A list of six rows, of which some are chosen."""
    canvas = Canvas()
    canvas.box(LIST)
    for row in chosen:
        canvas.fill(Box(21, 21 + 20 * row, 198, 20), CHOSEN)
    for row in range(120 // pitch):
        ink = WHITE if row in chosen else 20
        canvas.text("Town", 26, 25 + pitch * row, ink=ink)
    return canvas


@pytest.mark.parametrize("chosen", [(), (0,), (3,), (5,), (1, 4)])
def test_a_list_is_one_field_whichever_row_is_chosen(chosen: tuple[int, ...]) -> None:
    assert find_widgets(towns(*chosen).frame) == (Widget("field", LIST),)


def test_a_bar_above_texts_that_are_further_apart_is_no_row() -> None:
    assert find_widgets(towns(0, pitch=40).frame) != (Widget("field", LIST),)


def test_the_rows_belong_to_the_largest_part_alone() -> None:
    regions = find_regions(towns(2).frame)
    parts = [chosen_rows(one, one.inside, 9) for one in regions if one.inside is not None]
    assert [len(one) for one in parts if one] == [2]

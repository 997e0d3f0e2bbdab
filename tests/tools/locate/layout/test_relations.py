"""Where one box lies as seen from another, and in which order they are read."""

from __future__ import annotations

from tests.tools.scenes import line
from tools.geometry import Box
from tools.locate.layout.relations import (
    in_direction,
    nearest,
    nearest_in_direction,
    nearest_on_row,
    on_row,
    reading_order,
)

ANCHOR = Box(100, 100, 60, 16)


LEFT, RIGHT, FAR = Box(20, 102, 40, 16), Box(200, 102, 40, 16), Box(300, 98, 40, 16)
UNDER, ASIDE, OVER = Box(110, 180, 40, 16), Box(180, 136, 40, 16), Box(100, 64, 40, 16)


def test_what_is_on_a_row_and_on_which_side() -> None:
    boxes = [LEFT, RIGHT, UNDER, ANCHOR]
    assert on_row(boxes, ANCHOR) == [0, 1]
    assert on_row(boxes, ANCHOR, right=False) == [0]
    assert on_row(boxes, ANCHOR, left=False) == [1]


def test_on_a_row_the_nearest_on_either_side() -> None:
    boxes = [LEFT, FAR, RIGHT]
    assert nearest_on_row(boxes, [1, 2], ANCHOR) == [2]
    assert nearest_on_row(boxes, [0, 1, 2], ANCHOR) == [0, 2]


def test_what_is_below_and_above() -> None:
    boxes = [UNDER, ASIDE, OVER, ANCHOR, RIGHT]
    assert in_direction(boxes, ANCHOR, below=True) == [0, 1]
    assert in_direction(boxes, ANCHOR, below=False) == [2]


def test_what_is_in_the_column_is_nearer_than_what_is_aside() -> None:
    assert nearest_in_direction([UNDER, ASIDE], [0, 1], ANCHOR) == [0]
    assert nearest_in_direction([ASIDE, ASIDE.shift(0, 90)], [0, 1], ANCHOR) == [0]
    assert nearest_in_direction([UNDER, UNDER.shift(0, 3)], [0, 1], ANCHOR) == [0, 1], "about as near"


def test_boxes_are_read_row_by_row() -> None:
    boxes = [Box(200, 12, 40, 16), Box(20, 50, 40, 16), Box(20, 10, 40, 16), Box(200, 48, 40, 16)]
    assert reading_order(boxes) == [2, 0, 1, 3]


def test_the_nearest_texts_come_first() -> None:
    lines = [line("far", 300, 300), line("beside", 200, 100), line("below", 100, 120)]
    assert [one.text for one in nearest(lines, ANCHOR)] == ["below", "beside", "far"]

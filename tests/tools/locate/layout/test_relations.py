"""Where one box lies as seen from another, and in which order they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import line
from tools.geometry import Box
from tools.locate.layout.relations import distance, nearest, reading_order

if TYPE_CHECKING:
    from tools.locate.locator import Relation

ANCHOR = Box(100, 100, 60, 16)


@pytest.mark.parametrize(
    ("relation", "box", "away"),
    [
        ("next to", Box(200, 102, 40, 16), 40.0),
        ("next to", Box(20, 102, 40, 16), 40.0),
        ("next to", Box(200, 140, 40, 16), None),
        ("right of", Box(200, 102, 40, 16), 40.0),
        ("right of", Box(20, 102, 40, 16), None),
        ("left of", Box(20, 102, 40, 16), 40.0),
        ("left of", ANCHOR, None),
        ("below", Box(100, 136, 40, 16), 20.0),
        ("below", Box(180, 136, 40, 16), 60.0),
        ("below", Box(100, 60, 40, 16), None),
        ("above", Box(100, 64, 40, 16), 20.0),
        ("above", Box(100, 136, 40, 16), None),
        ("in", Box(110, 102, 10, 8), 0.0),
        ("in", Box(110, 140, 40, 16), 50.0),
        ("in", Box(20, 140, 40, 16), 1120.0),
        ("in", Box(110, 60, 40, 16), None),
        ("in", ANCHOR, None),
    ],
)
def test_how_far_a_box_is_from_being_right_at_its_anchor(
    relation: Relation, box: Box, away: float | None
) -> None:
    assert distance(relation, box, ANCHOR) == away


def test_boxes_are_read_row_by_row() -> None:
    boxes = [Box(200, 12, 40, 16), Box(20, 50, 40, 16), Box(20, 10, 40, 16), Box(200, 48, 40, 16)]
    assert reading_order(boxes) == [2, 0, 1, 3]


def test_the_nearest_texts_come_first() -> None:
    lines = [line("far", 300, 300), line("beside", 200, 100), line("below", 100, 120)]
    assert [one.text for one in nearest(lines, ANCHOR)] == ["below", "beside", "far"]

"""Boxes of elements that were pointed at, on a drawn page."""

from __future__ import annotations

import pytest

from agent.bench.exports.agentnet_actions import boxes_at
from tests.tools.scenes import line, scene, widget
from tools.geometry import Box, Point

TICK = widget("checkbox", 20, 220, 14, 14, checked=False)
CAPTION = line("I accept", 40, 219)
SAVE = widget("button", 20, 260, 80)
LIST = widget("field", 400, 100, 200, 120)
ENTRY = line("Austria", 406, 104)
PAGE = scene(TICK, CAPTION, SAVE, line("Save", 44, 264), LIST, ENTRY, line("Belgium", 406, 124))


class Told:
    """Reads any frame as the page."""

    def read(self, frame: object) -> object:
        return PAGE


@pytest.mark.parametrize(
    ("point", "boxes"),
    [
        (Point(24, 264), [SAVE.box]),
        (Point(24, 224), [TICK.box]),
        (Point(60, 226), [TICK.box, CAPTION.box]),
        (Point(430, 110), [ENTRY.box]),
        (Point(500, 200), []),
        (Point(700, 500), []),
    ],
)
def test_a_click_has_the_box_of_what_it_goes_to_or_none(point: Point, boxes: list[Box]) -> None:
    """An empty place in a list without a label is no element of its own."""
    assert boxes_at(point, PAGE.frame, Told()) == boxes

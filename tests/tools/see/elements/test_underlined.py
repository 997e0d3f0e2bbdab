"""A field of which only a line at the foot is drawn is one where the detector sees a field on that line."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.elements.element import Element
from tools.see.elements.underlined import with_underlined_fields
from tools.see.scene import Widget

LINE = Box(40, 80, 240, 1)


def page() -> Canvas:
    canvas = Canvas(Size(400, 160), ground=255)
    canvas.fill(LINE, 120)
    canvas.text("Cost centre", 42, 62)
    return canvas


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (Element("field", Box(36, 52, 120, 30), 0.34), Widget("field", Box(40, 52, 240, 29))),
        (Element("dropdown", Box(150, 52, 128, 30), 0.34), Widget("dropdown", Box(40, 52, 240, 29))),
        (Element("area", Box(36, 52, 262, 30), 0.34), Widget("field", Box(40, 52, 240, 29))),
        (Element("field", Box(36, 52, 60, 30), 0.34), None),  # too little of the line
        (Element("field", Box(36, 40, 120, 30), 0.34), None),  # above it
        (Element("field", Box(100, 52, 240, 30), 0.34), None),  # beyond its end
        (Element("row", Box(40, 52, 240, 30), 0.34), None),
    ],
)
def test_line_and_detector_have_to_agree(seen: Element, found: Widget | None) -> None:
    assert with_underlined_fields(page().frame, [], [seen]) == ([] if found is None else [found])


def test_nothing_is_added_on_what_is_known() -> None:
    known = Widget("button", Box(40, 60, 80, 21))
    seen = Element("field", Box(36, 52, 120, 30), 0.34)
    assert with_underlined_fields(page().frame, [known], [seen]) == [known]


def test_the_foot_of_a_box_is_no_underline() -> None:
    canvas = Canvas(Size(400, 160), ground=255)
    canvas.box(Box(40, 52, 240, 29))
    seen = Element("field", Box(40, 52, 240, 29), 0.4)
    assert with_underlined_fields(canvas.frame, [], [seen]) == []


def test_a_row_between_the_lines_of_a_list_is_no_field() -> None:
    canvas = page()
    seen = [Element("field", Box(36, 52, 120, 30), 0.34)]
    canvas.fill(LINE.shift(0, -29), 120)
    assert with_underlined_fields(canvas.frame, [], seen) != []  # the two sides of a box that is open
    canvas.fill(LINE.shift(0, 29), 120)
    assert with_underlined_fields(canvas.frame, [], seen) == []

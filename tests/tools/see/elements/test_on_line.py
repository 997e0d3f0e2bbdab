"""What stands on a line."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import widget
from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.element import Element
from tools.see.elements.on_line import is_caption, is_ruled_off, on_line, stands_on

LINE = Box(200, 100, 150, 1)
AREA, FIELD = Box(200, 50, 150, 50), Box(200, 74, 150, 26)
VALUE, BEFORE = Box(201, 54, 90, 16), Box(60, 66, 70, 16)


def element(kind: str, box: Box, score: float) -> Element:
    return Element(kind, box, score, None, 1.0, 1.0, 0.0)  # type: ignore[arg-type]


def test_a_field_below_its_label_is_told_from_an_area_around_both() -> None:
    seen = [element("area", AREA, 0.5), element("field", FIELD, 0.4)]
    found = on_line(LINE, seen, [VALUE], [])
    assert found is not None
    assert found.box.top == FIELD.top


def test_with_a_label_before_it_an_area_holds_the_text_in_it() -> None:
    seen = [element("area", AREA, 0.5), element("field", FIELD, 0.4)]
    found = on_line(LINE, seen, [VALUE, BEFORE], [BEFORE])
    assert found is not None
    assert found.box.top == AREA.top


def test_so_is_a_drop_down_below_its_label_also_beside_a_label_of_another_field() -> None:
    seen = [element("dropdown", AREA, 0.5), element("field", FIELD, 0.4)]
    beside = BEFORE._replace(top=VALUE.top)
    found = on_line(LINE, seen, [VALUE, beside], [beside])
    assert found is not None
    assert (found.kind, found.box.top) == ("dropdown", FIELD.top)


def test_an_area_around_a_drop_down_s_arrow_is_none_also_below_a_heading() -> None:
    heading = VALUE._replace(top=AREA.top - VALUE.height)
    seen = [element("area", AREA, 0.5), element("field", FIELD, 0.4)]
    arrow = element("dropdown", Box(290, 76, 60, 24), 0.3)
    without, with_arrow = (on_line(LINE, own, [heading, VALUE], []) for own in (seen, [*seen, arrow]))
    assert without is not None
    assert with_arrow is not None
    assert (without.kind, without.box.top) == ("field", AREA.top)
    assert (with_arrow.kind, with_arrow.box.top) == ("dropdown", FIELD.top)


def test_what_covers_little_of_a_line_is_no_field_on_it() -> None:
    assert on_line(LINE, [element("field", FIELD._replace(width=40), 0.9)], [], []) is None


@pytest.mark.parametrize(("left", "expected"), [(100, True), (60, False)])
def test_a_caption_stands_close_behind_its_indicator(left: int, *, expected: bool) -> None:
    assert is_caption(Box(122, 64, 70, 16), [widget("checkbox", left, 64, 14, 14)]) is expected


def test_a_value_stands_on_its_line_and_a_label_on_none() -> None:
    assert stands_on(VALUE, [LINE])
    assert not stands_on(BEFORE, [LINE])
    assert not stands_on(VALUE.shift(0, 60), [LINE])


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (Box(0, 70, 400, 1), True),
        (Box(0, 90, 400, 1), False),  # far below
        (Box(40, 70, 30, 1), False),  # short: a stroke of its own
        (None, False),
    ],
)
def test_a_line_close_below_a_text_parts_it_from_what_follows(drawn: Box | None, *, expected: bool) -> None:
    rgb = np.full((200, 400, 3), 20, np.uint8)
    if drawn:
        rgb[drawn.slices] = 50
    assert is_ruled_off(Frame.from_rgb(rgb), Box(40, 48, 60, 16)) is expected
    assert not is_ruled_off(Frame.from_rgb(rgb), Box(40, 190, 60, 16))

"""The segments of a date, and where a field is clicked to be typed into."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import FakeParser, scene
from tools.geometry import Box
from tools.locate.contents import text_part
from tools.locate.look import Look
from tools.locate.segments import place_to_type, segments_of
from tools.observation import Frame
from tools.see.scene import Line, Widget

FIELD = Widget("field", Box(20, 20, 200, 24))


def look(text: str, *drawn: Box, faint: Box | None = None) -> Look:
    """A field with strokes in these boxes, that reads as this text; one of them may be hardly seen."""
    rgb = np.full((60, 260, 3), 255, np.uint8)
    for box in drawn:
        rgb[box.slices][:, ::2] = 240 if box == faint else 20
    return Look(Frame.from_rgb(rgb), FakeParser(anywhere=scene(FIELD), text=text))


def test_each_segment_stands_where_its_digits_do() -> None:
    found = segments_of(look("10.08.2022", Box(30, 26, 90, 12)), FIELD)
    assert [one.text for one in found] == ["10", "08", "2022"]
    assert [one.place.x for one in found] == [40, 65, 99]
    assert segments_of(look("Ada", Box(30, 26, 90, 12)), FIELD) == []


def test_a_number_is_typed_into_where_it_stands_and_not_at_the_button_behind_it() -> None:
    number, less, more = Box(30, 26, 8, 12), Box(112, 31, 14, 2), Box(150, 26, 14, 14)
    assert place_to_type(look("4", number), FIELD) == text_part(FIELD).center
    assert place_to_type(look("4", number, less, more), FIELD).x < 40
    greyed_out = look("4", number, less, more, faint=less)
    assert place_to_type(greyed_out, FIELD).x < 40, "a click there would give nothing the focus"


def test_a_date_behind_an_icon_is_typed_into_at_its_own_start() -> None:
    icon, date = Box(28, 26, 14, 12), Box(60, 26, 80, 12)
    seen = look("10.08.2022", icon, date)
    written = scene(FIELD, Line("10.08.2022", date))
    beside = Look(seen.frame, FakeParser(anywhere=written, text="10.08.2022"))
    assert place_to_type(seen, FIELD).x < icon.right, "where it is read with its icon alone"
    assert place_to_type(beside, FIELD).x == date.left + FIELD.box.height // 4


def test_a_field_with_an_icon_at_either_end_is_typed_into_between_them() -> None:
    """A click on a picture beside a page's field gives that no focus."""
    glass, cross = Box(26, 26, 14, 12), Box(200, 26, 12, 12)
    assert place_to_type(look("Qx", glass, cross), FIELD) == text_part(FIELD).center


@pytest.mark.parametrize(
    ("text", "high", "y"),
    [
        (Box(30, 24, 60, 16), 90, 74),  # below it: it may be the label of a field on a line
        (Box(30, 60, 60, 16), 90, 65),
        (Box(30, 24, 60, 16), 28, 34),  # of one line
    ],
)
def test_an_area_is_typed_into_below_the_text_at_its_top(text: Box, high: int, y: int) -> None:
    area = Widget("field", Box(20, 20, 200, high))
    written = scene(area, Line("Last name", text))
    seen = Look(written.frame, FakeParser(anywhere=written, text="Last name"))
    assert abs(place_to_type(seen, area).y - y) <= 2

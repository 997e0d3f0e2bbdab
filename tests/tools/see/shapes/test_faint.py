"""Fields that are hardly set off from their panel are found with a finer tolerance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.scene import Widget
from tools.see.shapes.faint import with_faint_fields
from tools.see.shapes.widgets import find_widgets

if TYPE_CHECKING:
    from tools.observation import Frame

FIELD = Box(100, 60, 180, 30)
FINER = 16
"""Times as large it is drawn before it is smoothed."""


def dark_form() -> Frame:
    """A filled field a little lighter than its panel, its corners rounded in small steps."""
    canvas = Canvas(Size(400, 200), ground=46)
    large = np.full((FIELD.height * FINER, FIELD.width * FINER), 46, np.uint8)
    bottom, right = large.shape
    radius = 5 * FINER
    large[radius : bottom - radius] = large[:, radius : right - radius] = 59
    for x in (radius, right - 1 - radius):
        for y in (radius, bottom - 1 - radius):
            cv2.circle(large, (x, y), radius, (59,), -1)
    field = cv2.resize(large, (FIELD.width, FIELD.height), interpolation=cv2.INTER_AREA)
    canvas.pixels[FIELD.slices] = field[:, :, np.newaxis]
    canvas.text("Nordwind AG", FIELD.left + 12, FIELD.top + 9, ink=200)
    canvas.text("Company", 30, FIELD.top + 9, ink=200)
    return canvas.frame


def test_the_faint_field_of_a_dark_theme_runs_out_at_its_corners_and_is_whole_with_a_finer_tolerance() -> (
    None
):
    frame = dark_form()
    assert find_widgets(frame) == ()
    assert with_faint_fields(frame, (), [FIELD]) == [Widget("field", FIELD)]


def test_nothing_is_added_where_something_is_known() -> None:
    known = Widget("button", FIELD.grow(-2))
    assert with_faint_fields(dark_form(), [known], [FIELD]) == [known]


def test_a_gradient_is_no_row_of_fields() -> None:
    canvas = Canvas(Size(400, 200), ground=46)
    for row in range(24):
        canvas.fill(Box(0, 40 + 3 * row, 400, 3), 46 + 3 * row)
    cv2.circle(canvas.pixels, (60, 60), 3, (200,) * 3, -1)
    assert with_faint_fields(canvas.frame, (), [Box(0, 40, 400, 72)]) == []


def test_a_card_is_as_faint_and_no_field() -> None:
    assert with_faint_fields(dark_form(), (), []) == []
    within = FIELD._replace(height=FIELD.height // 2)
    assert with_faint_fields(dark_form(), (), [within]) == []


def test_what_looks_like_a_field_is_a_card_where_faint_fields_stand_on_it() -> None:
    canvas = Canvas(Size(400, 260), ground=240)
    card = Widget("field", canvas.fill(Box(60, 10, 280, 160), 255))
    fields = [canvas.fill(Box(100, top, 180, 30), 250) for top in (30, 90)]
    found = with_faint_fields(canvas.frame, [card], fields)
    assert sorted(one.box for one in found) == fields
    assert with_faint_fields(canvas.frame, [card], fields[:1]) == [card], "one may be a line of its text"
    empty = Canvas(Size(400, 260), ground=240)
    empty.fill(card.box, 255)
    assert with_faint_fields(empty.frame, [card], fields) == [card], "nothing is drawn there"


def test_one_that_is_drawn_as_two_that_are_supposed_is_a_field_too() -> None:
    canvas = Canvas(Size(400, 260), ground=255)
    fields = [canvas.fill(Box(100, top, 180, 30), 250) for top in (20, 70, 120)]
    other = canvas.fill(Box(100, 170, 180, 44), 250)
    found = with_faint_fields(canvas.frame, (), fields[1:])
    assert [one.box for one in found] == fields
    assert [one.box for one in with_faint_fields(canvas.frame, (), fields[2:])] == fields[2:], (
        "one is no form"
    )
    aside = canvas.fill(Box(300, 20, 90, 30), 250)
    assert aside in [one.box for one in with_faint_fields(canvas.frame, (), fields)], (
        "three anywhere do as well"
    )
    assert aside not in [one.box for one in with_faint_fields(canvas.frame, (), fields[1:])]
    canvas.fill(fields[0], 251)
    assert fields[0] not in [one.box for one in with_faint_fields(canvas.frame, (), fields[1:])]
    assert other not in [one.box for one in found]


@pytest.mark.parametrize("left", [100, 400])
def test_so_is_one_in_error_which_is_tinted_and_as_large_as_the_others(left: int) -> None:
    canvas = Canvas(Size(700, 260), ground=255)
    fields = [canvas.fill(Box(100, top, 180, 30), 250) for top in (20, 70, 120)]
    wrong, chip = Box(left, 170, 180, 30), Box(100, 220, 120, 30)
    for box in (wrong, chip):
        canvas.pixels[box.slices] = (255, 242, 240)
    found = with_faint_fields(canvas.frame, (), fields)
    assert sorted(one.box for one in found) == sorted([*fields, wrong])


def test_a_coloured_area_is_a_field_where_one_of_its_very_box_is_supposed() -> None:
    area = Box(100, 60, 180, 60)
    canvas = Canvas(Size(400, 200), ground=255)
    canvas.fill(area, (255, 240, 240))
    canvas.text("Call first", area.left + 12, area.top + 12)
    assert find_widgets(canvas.frame) == ()
    assert with_faint_fields(canvas.frame, (), [area.grow(2)]) == [Widget("field", area)]
    for supposed in (area._replace(height=30), area._replace(width=110), area.shift(60, 0)):
        assert with_faint_fields(canvas.frame, (), [supposed]) == []
    known = Widget("button", Box(110, 70, 30, 20))
    assert with_faint_fields(canvas.frame, [known], [area]) == [known]

"""The list that a drop-down has opened: told apart from a clock and from the field's focus."""

from __future__ import annotations

import numpy as np

from tests.tools.scenes import FakeParser, line, scene
from tools.geometry import Box
from tools.locate.areas.opened import list_place, opened_list
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Scene, Widget

FIELD = Widget("dropdown", Box(100, 300, 200, 24))
CLOCK = Box(600, 500, 60, 16)
BELOW, ABOVE = Box(100, 324, 200, 170), Box(100, 130, 200, 170)
ROWS = tuple(line(f"Row {row}", 110, 326 + 17 * row) for row in range(10))


def look(*changed: Box) -> Look:
    page = scene(*ROWS)
    rgb = np.full((600, 800, 3), 200, np.uint8)
    before = Frame.from_rgb(rgb.copy())
    for box in changed:
        rgb[box.slices] = 250
    after = Frame.from_rgb(rgb)
    return Look(after, FakeParser(Scene(after, page.lines, ())), before)


def test_it_is_what_changed_at_the_field() -> None:
    assert opened_list(look(BELOW, CLOCK), FIELD) == BELOW
    assert opened_list(look(ABOVE, CLOCK), FIELD) == ABOVE


def test_a_clock_and_the_fields_focus_are_no_list() -> None:
    assert opened_list(look(CLOCK), FIELD) is None
    assert opened_list(look(FIELD.box.grow(2)), FIELD) is None
    assert opened_list(look(), FIELD) is None


def test_it_is_turned_in_its_middle_beside_the_field() -> None:
    assert list_place(BELOW, FIELD, look(BELOW)).point == (200, 409)
    whole = BELOW.union(FIELD.box)
    assert list_place(whole, FIELD, look(whole)).pane == BELOW
    assert list_place(ABOVE, FIELD, look(ABOVE)).point == (200, 215)


def test_it_may_move_by_as_many_rows_as_it_shows() -> None:
    assert list_place(BELOW, FIELD, look(BELOW)).ahead == 170

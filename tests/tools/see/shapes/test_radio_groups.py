"""Of radio buttons that are drawn alike none is on, where another one is."""

from __future__ import annotations

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.scene import Widget
from tools.see.shapes.radio_groups import with_states_of_groups

COLUMN = [Box(40, top, 13, 13) for top in (20, 45, 70)]
ROW = [Box(left, 20, 13, 13) for left in (40, 75, 110)]


def states(places: list[Box], checked: list[bool | None], other: int | None = None) -> list[bool | None]:
    """What is made of radio buttons at these places; one of them may be drawn otherwise."""
    canvas = Canvas()
    for place, state in zip(places, checked, strict=True):
        canvas.circle(place)
        if state:
            canvas.fill(Box.around(place.center, 2), 0)
    if other is not None:
        canvas.fill(Box.around(places[other].center, 1), 120)
    radios = [Widget("radio", place, state) for place, state in zip(places, checked, strict=True)]
    return [one.checked for one in with_states_of_groups(canvas.frame, radios)]


@pytest.mark.parametrize("places", [COLUMN, ROW])
def test_what_is_drawn_alike_beside_one_that_is_on_is_off(places: list[Box]) -> None:
    assert states(places, [None, True, None]) == [False, True, False]
    assert states(places, [None, True, False]) == [False, True, False]


def test_without_one_that_is_on_nothing_is_known() -> None:
    assert states(COLUMN, [None, None, None]) == [None, None, None]
    assert states(COLUMN[:1], [None]) == [None]
    assert states(COLUMN, [True, True, None]) == [True, True, None]


def test_of_two_that_differ_either_may_be_on() -> None:
    assert states(COLUMN[:2], [True, None]) == [True, None]
    assert states(COLUMN, [None, True, None], other=0) == [None, True, None]


def test_the_one_with_a_dot_among_others_that_are_off_is_on() -> None:
    assert states(COLUMN, [False, None, False], other=1) == [False, True, False]
    assert states(COLUMN, [False, None, False]) == [False, None, False]  # it looks as they do
    assert states(COLUMN[:2], [False, None], other=1) == [False, None]
    assert states(COLUMN, [False, None, None], other=1) == [False, None, None]


def test_in_a_table_either_way_may_be_a_group() -> None:
    table = [Box(left, top, 13, 13) for left in (40, 110) for top in (20, 45, 70)]
    assert states(table, [None, True, None, False, False, False]) == [None, True, None, False, False, False]


def test_another_group_tells_nothing() -> None:
    far = [COLUMN[0], COLUMN[1], Box(40, 150, 13, 13)]
    assert states(far, [None, None, True]) == [None, None, True]

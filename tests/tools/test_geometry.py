"""How boxes lie to each other."""

from __future__ import annotations

import pytest

from tools.geometry import Box, Point

BOX = Box(100, 100, 40, 20)


@pytest.mark.parametrize(
    ("other", "across", "down"),
    [
        (Box(150, 105, 10, 10), 10, 0),
        (Box(60, 130, 30, 10), 10, 10),
        (Box(140, 100, 10, 10), 0, 0),
        (Box(110, 105, 5, 5), 0, 0),
    ],
)
def test_gaps_are_the_pixels_between_two_boxes(other: Box, across: int, down: int) -> None:
    assert (BOX.gap_across(other), BOX.gap_down(other)) == (across, down)
    assert BOX.gap(other) == other.gap(BOX) == across + down


@pytest.mark.parametrize(
    ("top", "height", "together"), [(100, 20, True), (112, 20, True), (113, 20, False), (90, 40, True)]
)
def test_a_row_shares_four_tenths_of_the_lower_height(top: int, height: int, *, together: bool) -> None:
    other = Box(300, top, 30, height)
    assert BOX.same_row(other) is other.same_row(BOX) is together


def test_a_point_keeps_its_place_when_its_box_is_moved_and_scaled() -> None:
    now = Box(300, 50, 80, 10)
    assert BOX.carry(Point(110, 110), now) == Point(320, 55)
    assert BOX.carry(Point(160, 110), now) == Point(420, 55), "beside the box as well"
    assert Box(5, 5, 0, 0).carry(Point(5, 5), now) == Point(300, 50)


def test_a_box_is_shifted_as_a_whole() -> None:
    assert BOX.shift(-5, 7) == Box(95, 107, 40, 20)


@pytest.mark.parametrize(
    "other", [(0, 0, 5, 5), (10, 10, 1, 1), (29, 19, 9, 9), (30, 10, 5, 5), (15, 12, 0, 4)]
)
def test_boxes_meet_that_share_a_pixel(other: tuple[int, int, int, int]) -> None:
    box, one = Box(10, 10, 20, 10), Box(*other)
    assert box.meets(one) == one.meets(box) == (box.overlap(one).area > 0)

"""Frames compared by what can be seen of them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.geometry import Box, Point, ScreenBox, ScreenPoint
from tools.observation import CARET, Frame, Monitor, bounds, differing, is_caret
from tools.settling.tiles import boxes, changed, content


def frame(unused: int, shade: int = 9) -> Frame:
    bgrx = np.full((40, 70, 4), 200, np.uint8)
    bgrx[5, 6, :3] = shade
    bgrx[:, :, 3] = unused
    return Frame(bgrx)


def test_the_unused_byte_is_no_difference() -> None:
    one, other = frame(0), frame(255)
    assert not differing(one, other).any()
    assert not changed(one, other).any()
    assert boxes(one, other, changed(one, other)) == []
    assert content(one, (0, 0)) == content(other, (0, 0))


def test_a_colour_is() -> None:
    one, other = frame(0), frame(255, shade=10)
    assert np.argwhere(differing(one, other)).tolist() == [[5, 6]]
    assert np.argwhere(differing(one, other, Box(4, 4, 10, 10))).tolist() == [[1, 2]]
    assert boxes(one, other, changed(one, other)) == [Box(6, 5, 1, 1)]


def test_a_change_as_large_as_a_caret_says_nothing() -> None:
    largest = Box(10, 10, *CARET)
    assert is_caret(largest)
    assert not is_caret(largest._replace(width=CARET.width + 1))
    assert not is_caret(largest._replace(height=CARET.height + 1))


def test_the_bounds_of_marks() -> None:
    marked = np.zeros((20, 30), np.bool_)
    assert bounds(marked) is None
    marked[4, 7] = marked[9, 5] = True
    assert bounds(marked) == Box(5, 4, 3, 6)


ANY = st.integers(-9_000, 9_000)
EXTENT = st.integers(0, 9_000)
SCALE = st.sampled_from((1.0, 1.25, 1.5, 1.75, 2.0, 3.0))
MONITOR = st.builds(Monitor, st.builds(ScreenPoint, ANY, ANY), SCALE)


@pytest.mark.parametrize(
    ("monitor", "pixel", "unit"),
    [
        (Monitor(), Point(7, 9), ScreenPoint(7, 9)),
        (Monitor(ScreenPoint(1440, -30)), Point(7, 9), ScreenPoint(1447, -21)),
        (Monitor(ScreenPoint(0, 0), 2.0), Point(8, 6), ScreenPoint(4, 3)),
        (Monitor(ScreenPoint(-100, 50), 2.0), Point(8, 6), ScreenPoint(-96, 53)),
    ],
)
def test_a_pixel_and_its_screen_unit(monitor: Monitor, pixel: Point, unit: ScreenPoint) -> None:
    assert monitor.to_screen(pixel) == unit
    assert monitor.to_frame(unit) == pixel


def test_every_pixel_of_a_unit_is_on_it() -> None:
    monitor = Monitor(ScreenPoint(-100, 50), 2.0)
    assert {monitor.to_screen(Point(x, 7)) for x in (8, 9)} == {ScreenPoint(-96, 53)}
    assert monitor.to_screen(Point(-1, 0)) == ScreenPoint(-101, 50), "left of the frame is off its monitor"


def test_a_box_of_the_screen_in_frame_pixels() -> None:
    assert Monitor(ScreenPoint(-100, 50), 2.0).to_frame(ScreenBox(-90, 60, 30, 40)) == Box(20, 20, 60, 80)
    assert Monitor(ScreenPoint(1, 1), 1.5).to_frame(ScreenBox(2, 2, 1, 1)) == Box(1, 1, 2, 2), (
        "all it touches"
    )


@given(MONITOR, st.builds(ScreenPoint, ANY, ANY))
def test_a_screen_unit_comes_back_from_the_frame(monitor: Monitor, unit: ScreenPoint) -> None:
    assert monitor.to_screen(monitor.to_frame(unit)) == unit


@given(MONITOR, st.builds(Point, ANY, ANY))
def test_a_pixel_comes_back_from_the_screen_as_the_first_of_its_unit(monitor: Monitor, pixel: Point) -> None:
    back = monitor.to_frame(monitor.to_screen(pixel))
    assert 0 <= pixel.x - back.x < monitor.scale
    assert 0 <= pixel.y - back.y < monitor.scale


@given(MONITOR, st.builds(ScreenPoint, ANY, ANY), EXTENT, EXTENT, EXTENT, EXTENT)
def test_a_box_in_frame_pixels_holds_its_units(
    monitor: Monitor, unit: ScreenPoint, left: int, up: int, right: int, down: int
) -> None:
    box = ScreenBox(unit.x - left, unit.y - up, left + right + 1, up + down + 1)
    assert monitor.to_frame(box).contains(monitor.to_frame(unit))

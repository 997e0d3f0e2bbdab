"""Used part of the screen."""

from __future__ import annotations

import numpy as np

from agent.report.pages.used import LEAST, MARGIN, Used
from tools.geometry import Box, Point
from tools.observation import Frame


def frame(box: Box | None, width: int = 1600, height: int = 1000, ground: int = 30) -> Frame:
    rgb = np.full((height, width, 3), ground, np.uint8)
    if box:
        rgb[box.slices] = 200
    return Frame.from_rgb(rgb)


def part_of(*frames: Frame) -> Box | None:
    used = Used()
    for one in frames:
        used.add(one)
    return used.part


def test_it_holds_all_that_was_ever_shown_with_a_margin() -> None:
    part = part_of(frame(Box(300, 100, 600, 300)), frame(Box(700, 200, 400, 400)), frame(None))
    assert part is not None
    assert (part.left, part.top, part.right, part.bottom) == (
        300 - MARGIN,
        100 - MARGIN,
        1100 + MARGIN,
        600 + MARGIN,
    )


def test_a_small_part_is_shown_with_its_surroundings_within_the_screen() -> None:
    part = part_of(frame(Box(2, 2, 10, 10)))
    assert part == Box(0, 0, *LEAST)


def test_a_point_where_something_was_done_is_in_it() -> None:
    used = Used()
    used.add(frame(Box(300, 100, 600, 300)))
    used.add_point(Point(99999, 5))
    used.add_point(Point(500, 700))
    assert used.part is not None
    assert used.part.bottom == 701 + MARGIN


def test_a_high_part_is_widened() -> None:
    part = part_of(frame(Box(700, 100, 200, 700)))
    assert part is not None
    assert part.width > part.height
    assert part.contains(Box(700, 100, 200, 700).center)


def test_all_of_the_screen_is_shown_where_it_is_used_or_nothing_is_known() -> None:
    assert part_of() is None
    assert part_of(frame(None)) is None
    assert part_of(frame(Box(5, 5, 1500, 950))) is None
    assert part_of(frame(Box(300, 100, 600, 300)), frame(Box(300, 100, 600, 300), width=1500)) is None
    assert part_of(frame(Box(300, 100, 600, 300)), frame(Box(300, 100, 600, 300), ground=31)) is None

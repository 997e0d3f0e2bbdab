"""What is found in a part of a frame, or in a smaller picture of it, is told in the frame's pixels."""

from __future__ import annotations

import pytest

from tools.geometry import Box
from tools.see.elements.detector import placed_in
from tools.see.elements.element import Element

WHOLE = Box(0, 0, 1280, 800)


def field(*box: int) -> Element:
    return Element("field", Box(*box), 0.9)


def test_boxes_of_a_whole_frame_stay_as_they_are_within_it() -> None:
    found = placed_in(WHOLE, WHOLE, (field(0, 10, 100, 20), field(1200, 790, 100, 20)), 1.0)
    assert [one.box for one in found] == [Box(0, 10, 100, 20), Box(1200, 790, 80, 10)]


def test_boxes_of_a_smaller_picture_are_enlarged() -> None:
    found = placed_in(WHOLE, WHOLE, (field(10, 11, 50, 12),), 0.5)
    assert [one.box for one in found] == [Box(20, 22, 100, 24)]


@pytest.mark.parametrize(
    ("box", "is_told"),
    [
        ((20, 20, 50, 20), True),
        ((0, 20, 50, 20), False),
        ((20, 0, 50, 20), False),
        ((260, 20, 40, 20), False),
        ((20, 190, 50, 10), False),
    ],
)
def test_what_a_part_cuts_is_left_out(box: tuple[int, int, int, int], is_told: bool) -> None:  # noqa: FBT001
    window = Box(300, 200, 300, 200)
    found = [one.box for one in placed_in(window, WHOLE, (field(*box),), 1.0)]
    assert found == ([Box(*box).shift(300, 200)] if is_told else [])


def test_at_the_side_of_the_frame_nothing_is_cut() -> None:
    window = Box(0, 600, 300, 200)
    found = placed_in(window, WHOLE, (field(0, 180, 50, 20),), 1.0)
    assert [one.box for one in found] == [Box(0, 780, 50, 20)]

"""Where a screen differs from the recorded one."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from agent.replay.live.compare.frame_diff import changes, differences, is_inside, touches
from tests.tools.scenes import painted
from tools.geometry import Box
from tools.observation import is_caret

BUTTON, CARET = Box(100, 200, 60, 20), Box(300, 200, 2, 18)


def test_the_same_frame_has_no_differences() -> None:
    frame = painted(marks=(BUTTON,)).frame
    assert differences(frame, frame) == []
    assert differences(frame, painted(marks=(BUTTON,)).frame) == []


def test_differences_are_boxes_around_what_differs() -> None:
    found = differences(painted().frame, painted(marks=(BUTTON, Box(600, 500, 9, 9))).frame)
    assert sorted(found) == [BUTTON, Box(600, 500, 9, 9)]


def test_changes_are_known_of_a_pair_and_let_go_with_it() -> None:
    before, after = painted().frame, painted(marks=(BUTTON,)).frame
    changes(before, after).clear()  # whoever asked may do with the list what they like
    assert changes(before, after) == [BUTTON]
    kept = ref(after)
    del after
    gc.collect()
    assert kept() is None


def test_a_caret_is_no_difference() -> None:
    assert differences(painted().frame, painted(marks=(CARET,)).frame) == []
    assert changes(painted().frame, painted(marks=(CARET,)).frame) == [CARET]
    assert is_caret(CARET)
    assert not is_caret(Box(0, 0, 5, 18))
    assert not is_caret(Box(0, 0, 2, 41))


@pytest.mark.parametrize(
    ("allowed", "is_left_out"),
    [
        (BUTTON, True),
        (BUTTON.grow(-4), True),  # a shadow around an area may differ as well
        (BUTTON.grow(-5), False),
        (Box(0, 0, 120, 600), False),
    ],
)
def test_what_lies_in_an_allowed_area_is_left_out(allowed: Box, *, is_left_out: bool) -> None:
    found = differences(painted().frame, painted(marks=(BUTTON,)).frame, [allowed])
    assert (found == []) == is_left_out
    assert is_inside(BUTTON, [Box(0, 0, 9, 9), allowed]) == is_left_out


def test_boxes_touch_when_they_have_a_pixel_in_common() -> None:
    assert touches(BUTTON, [Box(159, 219, 50, 50)])
    assert not touches(BUTTON, [Box(160, 200, 50, 50)])
    assert not touches(BUTTON, [])


def test_a_digit_that_is_as_narrow_as_a_caret_is_a_difference() -> None:
    """A 3 that becomes an 8, low, or not upright all along."""
    low, broken = Box(300, 200, 3, 8), (Box(300, 200, 3, 5), Box(300, 209, 2, 5))
    assert differences(painted().frame, painted(marks=(low,)).frame) == [low]
    assert differences(painted().frame, painted(marks=broken).frame) == [Box(300, 200, 3, 14)]

"""What lights up under the pointer."""

from __future__ import annotations

import numpy as np

from tools.geometry import Box, Point
from tools.observation import Frame
from tools.settling.hover import is_all, lit

PLAIN = np.full((400, 600, 3), 220, np.uint8)


def painted(*boxes: Box, shade: int = 90) -> Frame:
    rgb = PLAIN.copy()
    for box in boxes:
        rgb[box.slices] = shade
    return Frame.from_rgb(rgb)


def test_a_button_that_lights_up_is_found_whole() -> None:
    button = Box(200, 100, 120, 30)
    assert lit(painted(), painted(button), Point(210, 110)) == button


def test_what_is_written_on_it_may_stay_as_it_is() -> None:
    button = Box(200, 100, 120, 30)
    before, after = painted(Box(250, 110, 30, 10), shade=0), painted(button).rgb.copy()
    after[110:120, 250:280] = 0
    assert lit(before, Frame.from_rgb(after), Point(210, 118)) == button


def test_a_change_elsewhere_is_none_of_it() -> None:
    assert lit(painted(), painted(Box(400, 300, 100, 30)), Point(210, 110)) is None
    assert lit(painted(), painted(), Point(210, 110)) is None
    two = painted(Box(200, 100, 120, 30), Box(200, 300, 120, 30))
    assert lit(painted(), two, Point(210, 110)) == Box(200, 100, 120, 30)


def test_a_page_or_dialog_that_came_up_is_no_hover() -> None:
    assert lit(painted(), painted(Box(100, 50, 400, 250)), Point(210, 110)) is None


def test_a_page_that_changed_with_it_is_more_than_the_light() -> None:
    button, other = Box(200, 100, 120, 30), Box(200, 300, 120, 30)
    there, caret = Point(210, 310), Box(30, 200, 2, 20)
    assert is_all(painted(), painted(button), button, [])
    assert is_all(painted(other), painted(button, caret), button, [there, None]), "it went dark where it was"
    assert not is_all(painted(other), painted(button), button, []), "nobody was there"
    assert not is_all(painted(), painted(button, Box(30, 200, 60, 20)), button, [there])

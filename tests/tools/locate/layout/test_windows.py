"""Windows on painted frames: how far they reach, and which is on top."""

from __future__ import annotations

import numpy as np

from tests.tools.scenes import SIZE, line
from tools.geometry import Box
from tools.locate.layout.windows import above_panel, in_same_window, in_top_window
from tools.observation import Frame
from tools.see.scene import Line, Scene

BAR = 22


def desktop(*windows: tuple[Box, str], texts: tuple[Line, ...] = (), border: bool = True) -> Scene:
    """Windows with a title bar and a border each, later ones above, with texts in them."""
    rgb = np.full((SIZE.height, SIZE.width, 3), 15, np.uint8)
    lines = list(texts)
    for box, text in windows:
        if border:
            rgb[box.grow(2).slices] = 90
        rgb[box.slices] = 220
        rgb[Box(box.left, box.top, box.width, BAR).slices] = (90, 120, 170)
        lines.append(line(text, box.center.x - 4 * len(text), box.top + 3))
    for one in lines:
        rgb[one.box.grow(-3).slices] = 0
    return Scene(Frame.from_rgb(rgb), tuple(lines), ())


UPPER, LOWER, OVER = Box(50, 40, 300, 150), Box(50, 300, 300, 150), Box(120, 100, 300, 200)
HIGH, LOW, TOP = Box(100, 100, 40, 16), Box(100, 360, 40, 16), Box(200, 200, 40, 16)


def test_the_window_that_lies_over_the_other_is_on_top() -> None:
    page = desktop((UPPER, "Stock"), (OVER, "Order"))
    assert in_top_window(page, [Box(60, 80, 40, 16), TOP]) == [1]
    assert in_top_window(page, [Box(60, 500, 40, 16), TOP]) == [1], "over what is in none"


def test_windows_below_each_other_are_equal() -> None:
    assert in_top_window(desktop((UPPER, "Stock"), (LOWER, "Stock")), [HIGH, LOW]) == [0, 1]


def test_where_a_window_ends_is_unknown_without_a_border() -> None:
    page = desktop((UPPER, "Stock"), (LOWER, "Stock"), border=False)
    assert in_top_window(page, [HIGH, LOW]) == [1]
    assert in_same_window(page, [HIGH, LOW], Box(60, 70, 40, 16)) == [0, 1]


def test_only_what_is_in_the_window_of_a_text_is_with_it() -> None:
    page = desktop((UPPER, "Stock"), (LOWER, "Stock"))
    assert in_same_window(page, [HIGH, LOW], Box(60, 70, 40, 16)) == [0]
    assert in_same_window(page, [HIGH, LOW], LOW.shift(30, 20)) == [1]


def test_what_stands_in_a_strip_at_the_foot_of_the_screen_is_in_the_panel() -> None:
    boxes = [Box(60, 80, 20, 16), Box(200, SIZE.height - 20, 20, 16)]

    def screen(*, height: int, width: int) -> Scene:
        rgb = np.full((SIZE.height, SIZE.width, 3), 15, np.uint8)
        rgb[SIZE.height - height :, :width] = 60
        return Scene(Frame.from_rgb(rgb), tuple(Line("2", box, 1.0) for box in boxes), ())

    assert above_panel(screen(height=26, width=SIZE.width), boxes) == [0]
    assert above_panel(screen(height=90, width=SIZE.width), boxes) == [0, 1], "as high as a page"
    assert above_panel(screen(height=26, width=SIZE.width // 2), boxes) == [0, 1], "a window's part"

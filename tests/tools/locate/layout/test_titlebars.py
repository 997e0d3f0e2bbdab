"""Title bars by their look, and the window on top, on painted frames."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import SIZE, line, widget
from tools.geometry import Box
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.locate.layout.titlebars import title_bar
from tools.locate.locator import Locator
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget

FRONT, BACK = Box(250, 200, 300, 200), Box(50, 50, 600, 450)
BAR = 22


def desktop(*windows: Box) -> np.ndarray:
    """Windows with a title bar each, later ones above."""
    rgb = np.zeros((SIZE.height, SIZE.width, 3), np.uint8)
    for window in windows:
        rgb[window.slices] = 220
        rgb[Box(window.left, window.top, window.width, BAR).slices] = (90, 120, 170)
    return rgb


def written(rgb: np.ndarray, *parts: Line | Widget) -> Scene:
    """The scene, with its letters painted."""
    for part in parts:
        if isinstance(part, Line):
            rgb[part.box.grow(-3).slices] = 0
    lines = tuple(part for part in parts if isinstance(part, Line))
    return Scene(Frame.from_rgb(rgb), lines, tuple(part for part in parts if isinstance(part, Widget)))


def title(text: str, window: Box) -> Line:
    """A centred title."""
    return line(text, window.center.x - 4 * len(text), window.top + 3)


def test_a_lit_row_whose_soft_ends_run_out_into_the_page_is_none() -> None:
    """As in a list with a shadow: a step of the row's ends is no larger than one of a gradient."""
    rgb = np.full((SIZE.height, SIZE.width, 3), 255, np.uint8)
    rgb[200:236, 240:540] = (190, 215, 245)
    lit = written(rgb.copy(), line("Norway", 280, 208)).frame
    assert title_bar(lit, Box(280, 208, 48, 16)) == Box(240, 200, 300, 36)
    for step in range(1, 6):
        rgb[200:236, [240 - step, 539 + step]] = np.array((190, 215, 245)) + step * np.array((11, 7, 2))
    soft = written(rgb, line("Norway", 280, 208)).frame
    assert title_bar(soft, Box(280, 208, 48, 16)) is None


def test_a_title_bar_may_have_a_patch_of_its_own_color_above_it() -> None:
    """On a wallpaper of many colours, at either end."""
    rgb = np.full((SIZE.height, SIZE.width, 3), 60, np.uint8)
    rgb[200:220, 240:540], rgb[220:400, 240:540] = (120, 160, 210), 190
    rgb[186:199, 240:300] = rgb[186:199, 500:540] = (125, 150, 205)
    bar = written(rgb, line("Notes", 370, 202)).frame
    assert title_bar(bar, Box(370, 202, 40, 16)) == Box(240, 200, 300, 20)


def test_a_title_bar_is_known_by_its_look() -> None:
    heading = line("Notes", 300, 120)
    page = written(desktop(BACK), title("Notes", BACK), heading)
    assert title_bar(page.frame, page.lines[0].box) == Box(BACK.left, BACK.top, BACK.width, BAR)
    assert title_bar(page.frame, heading.box) is None


def test_a_title_loses_against_other_text() -> None:
    page = written(desktop(BACK), title("Notes", BACK), line("Notes", 100, 120))
    assert find(page, Locator("Notes")).line.box.top == 120


def test_a_title_that_looks_like_a_button_loses_too() -> None:
    bar = widget("button", BACK.left, BACK.top, BACK.width, BAR)
    page = written(desktop(BACK), title("Save", BACK), bar, line("Save", 100, 120))
    assert find(page, Locator("Save")).line.box.top == 120


def test_the_window_on_top_wins() -> None:
    page = written(
        desktop(BACK, FRONT),
        title("Main", BACK),
        title("Confirm", FRONT),
        line("Save", 100, 450),
        widget("button", 90, 445, 100),
        line("Save", 300, 300),
    )
    assert find(page, Locator("Save")).line.box.top == 300


def test_windows_side_by_side_are_equal() -> None:
    page = written(
        desktop(Box(10, 50, 380, 300), Box(400, 50, 380, 300)),
        line("One", 180, 53),
        line("Two", 580, 53),
        line("Save", 100, 200),
        line("Save", 500, 200),
    )
    with pytest.raises(NotFound, match="2 places are equally good"):
        find(page, Locator("Save"))

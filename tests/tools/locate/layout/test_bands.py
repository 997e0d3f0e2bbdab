"""Even stretches of a frame, and texts with an edge closely around them."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.locate.layout.screens import screen
from tests.tools.scenes import line
from tests.tools.see.canvas import EDGE, Canvas
from tools.geometry import Box
from tools.locate.errors import NotFound
from tools.locate.find import find
from tools.locate.layout.bands import even_stretch, has_foot, has_side, is_boxed, is_ruled_off
from tools.locate.locator import Locator
from tools.observation import Frame

TEXT = line("Apply", 100, 104)


def test_a_stretch_ends_at_edges_and_not_in_a_gradient() -> None:
    levels = np.array([0, 0, 90, 95, 100, 105, 200], np.uint8)
    assert even_stretch(levels, 3) == (2, 6)
    assert even_stretch(levels, 3, 6) == (2, 7)


@pytest.mark.parametrize(
    ("panel", "boxed"),
    [
        (Box(90, 98, 70, 28), True),
        (Box(90, 98, 400, 28), False),
        (Box(90, 40, 70, 200), False),
    ],
)
def test_a_text_is_boxed_by_edges_closely_around_it(panel: Box, *, boxed: bool) -> None:
    page = screen(TEXT, panels=(panel,))
    assert is_boxed(page.frame, TEXT.box) is boxed
    assert not is_boxed(screen(TEXT).frame, TEXT.box)
    assert not is_boxed(page.frame, Box(0, 104, 40, 16)), "at the screen's edge"


def test_a_text_that_was_read_with_its_edge_is_boxed() -> None:
    edge = Box(100, 98, 70, 24)
    page = screen(line("Apply", 116, 102), panels=(edge,))
    assert is_boxed(page.frame, edge)
    assert not is_boxed(screen(line("Apply", 116, 102)).frame, edge)


def test_a_text_that_may_be_a_button_is_as_good_as_one() -> None:
    button, label = Box(90, 98, 70, 28), line("Apply", 100, 304)
    other = screen(TEXT, label, panels=(button,))
    assert find(other, Locator("Apply")).line == TEXT
    with pytest.raises(NotFound, match="2 places are equally good"):
        find(screen(TEXT, label, panels=(button, button.shift(0, 200))), Locator("Apply"))


def test_the_foot_of_a_faint_or_underlined_field_is_drawn() -> None:
    rgb = np.full((60, 120, 3), 46, np.uint8)
    rgb[10:30, 10:100] = 59
    assert has_foot(Frame.from_rgb(rgb), Box(10, 10, 90, 20))
    assert not has_foot(Frame.from_rgb(rgb), Box(10, 32, 90, 20))


def test_the_side_of_a_box_is_drawn_and_that_of_an_underlined_field_is_not() -> None:
    canvas = Canvas(ground=255)
    box = canvas.box(Box(20, 20, 120, 24))
    line = canvas.fill(Box(20, 100, 120, 1), EDGE)
    assert has_side(canvas.frame, box)
    assert not has_side(canvas.frame, Box(20, line.bottom - 24, 120, 24))
    assert has_side(canvas.frame, Box(1, 20, 120, 24)), "at the screen's edge it can't be told"


@pytest.mark.parametrize(
    ("rule", "field", "is_off"),
    [
        (Box(96, 124, 120, 1), Box(96, 126, 240, 28), True),  # of a field that the text stands in
        (Box(96, 124, 240, 1), Box(96, 126, 240, 28), False),  # the upper edge of the field below it
        (Box(100, 122, 46, 1), Box(96, 126, 240, 28), False),  # an underline
        (Box(96, 124, 120, 8), Box(96, 134, 240, 28), False),  # a bar
        (Box(96, 160, 120, 1), Box(96, 126, 240, 28), False),  # below the field
    ],
)
def test_a_text_on_a_line_is_ruled_off_from_the_field_below(rule: Box, field: Box, *, is_off: bool) -> None:
    pixels = np.full((300, 400, 3), 240, np.uint8)
    pixels[rule.slices] = 100
    pixels[108:116, 102:140:4] = 20
    text = Box(100, 104, 44, 18)
    assert is_ruled_off(Frame.from_rgb(pixels), text, field) is is_off

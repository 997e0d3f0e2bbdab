"""A field's edge that turns red, where the program does not take what was entered."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.observation import Frame
from tools.see.shapes.red_edges import turned_red

FIELD = Box(20, 20, 80, 24)
RED, BLUE, WHITE = (230, 30, 30), (30, 30, 230), (255, 255, 255)


def drawn(edge: tuple[int, int, int], wide: int = 1, *, inside: tuple[int, int, int] = WHITE) -> Frame:
    rgb = np.full((64, 120, 3), 255, np.uint8)
    rgb[FIELD.slices] = edge
    rgb[FIELD.grow(-wide).slices] = inside
    return Frame.from_rgb(rgb)


@pytest.mark.parametrize(
    ("before", "after", "turned"),
    [
        (drawn(BLUE), drawn(RED), True),
        (drawn(BLUE), drawn(RED, 3), True),
        (drawn(WHITE), drawn(BLUE), False),
        (drawn(RED), drawn(RED, 2), False),  # as every required field of some pages is
        (drawn(BLUE), drawn(RED, inside=RED), False),  # a row in red, say
    ],
)
def test_an_edge_turns_red(before: Frame, after: Frame, *, turned: bool) -> None:
    assert turned_red(before, after, FIELD) is turned


def test_a_line_in_red_below_a_field_is_no_edge() -> None:
    rgb = drawn(BLUE).rgb.copy()
    rgb[FIELD.bottom : FIELD.bottom + 2, :] = RED
    assert not turned_red(drawn(BLUE), Frame.from_rgb(rgb), FIELD)

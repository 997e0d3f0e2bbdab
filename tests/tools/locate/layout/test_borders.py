"""Texts left of a window's border, which name nothing right of it."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.locate.layout.borders import is_across_border
from tools.observation import Frame

LABEL, FIELD = Box(60, 100, 50, 16), Box(150, 96, 180, 24)


@pytest.mark.parametrize(
    ("panel", "across"),
    [
        (Box(130, 0, 300, 300), True),  # a window over another
        (Box(130, 92, 300, 32), False),  # a row with a ground of its own
        (Box(0, 0, 400, 300), False),  # one window
        (Box(200, 0, 200, 300), False),  # the border is farther right
    ],
)
def test_a_border_that_runs_far_past_a_text_parts_it_from_a_field(panel: Box, *, across: bool) -> None:
    rgb = np.full((300, 400, 3), 217, np.uint8)
    rgb[panel.slices] = 243
    rgb[LABEL.grow(-3).slices][:, ::3] = 20
    rgb[FIELD.slices] = 255
    assert is_across_border(Frame.from_rgb(rgb), LABEL, FIELD) is across


def test_at_the_screens_edge_or_where_both_meet_nothing_is_told() -> None:
    frame = Frame.from_rgb(np.full((110, 400, 3), 217, np.uint8))
    assert not is_across_border(frame, LABEL, FIELD)
    assert not is_across_border(frame, LABEL, LABEL.shift(48, 0))

"""The bar of a check box that is on for a part, whatever its face."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.observation import Frame
from tools.see.shapes.ticks import shows_bar

BOX = Box(20, 20, 16, 16)


def drawn(*marks: Box, shaded: bool = False, ink: int = 60) -> Frame:
    """A check box with marks in it; its face may be shaded from top to bottom."""
    rgb = np.full((60, 60, 3), 205, np.uint8)
    rgb[BOX.slices] = 155
    face = BOX.grow(-1)
    rgb[face.slices] = 240
    if shaded:
        rgb[face.slices] = np.linspace(250, 210, face.height, dtype=np.uint8)[:, np.newaxis, np.newaxis]
    for mark in marks:
        rgb[mark.slices] = ink
    return Frame.from_rgb(rgb)


@pytest.mark.parametrize("shaded", [False, True])
@pytest.mark.parametrize("mark", [Box(23, 26, 10, 4), Box(23, 27, 10, 2), Box(24, 27, 8, 1)])
def test_a_bar_across_the_middle_is_seen(mark: Box, *, shaded: bool) -> None:
    assert shows_bar(drawn(mark, shaded=shaded), BOX)


@pytest.mark.parametrize(
    "marks",
    [
        (),
        (Box(24, 24, 8, 8),),  # a block
        (Box(23, 30, 10, 3),),  # at the foot
        (Box(23, 23, 10, 2),),  # at the head
        (Box(26, 27, 4, 2),),  # a dot
        (Box(23, 28, 4, 4), Box(27, 24, 6, 4)),  # a tick
        (Box(23, 27, 10, 2), Box(27, 23, 2, 10)),  # a cross
    ],
)
@pytest.mark.parametrize("shaded", [False, True])
def test_other_marks_are_no_bar(marks: tuple[Box, ...], *, shaded: bool) -> None:
    assert not shows_bar(drawn(*marks, shaded=shaded), BOX)


def test_a_bar_at_the_screens_edge_is_none() -> None:
    assert not shows_bar(drawn(), Box(-10, -10, 16, 16))

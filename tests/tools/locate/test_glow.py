"""The edge that stands inside a field's glow is no text of it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import FakeParser, scene
from tools.geometry import Box
from tools.locate.glow import within_edge, within_frame
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Line

PART = Box(20, 20, 260, 32)


def look(*drawn: Box) -> Look:
    rgb = np.full((80, 320, 3), 30, np.uint8)
    for box in drawn:
        rgb[box.slices] = 200
    return Look(Frame.from_rgb(rgb), FakeParser())


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        ((), PART),
        ((Box(20, 20, 260, 1), Box(20, 51, 260, 1), Box(20, 20, 1, 32)), Box(21, 21, 259, 30)),
        ((Box(24, 22, 250, 2), Box(20, 48, 260, 1)), Box(20, 24, 260, 24)),  # its corners are round
        (
            (Box(20, 20, 6, 2), Box(20, 20, 2, 6), Box(274, 20, 6, 2), Box(278, 20, 2, 6)),
            PART._replace(top=26, height=26),
        ),
        ((Box(40, 26, 60, 14),), PART),  # a text
        ((Box(24, 24, 2, 16),), PART),  # its first stroke
    ],
)
def test_an_edge_is_drawn_along_most_of_a_side(drawn: tuple[Box, ...], found: Box) -> None:
    assert within_edge(look(*drawn), PART) == found


RING = Box(40, 22, 60, 24)


def ring(*inside: Box, text_height: int = 16) -> Look:
    """A ring of two pixels, and what stands in it."""
    rgb = np.full((80, 320, 3), 30, np.uint8)
    rgb[RING.slices] = 200
    rgb[RING.grow(-2).slices] = 30
    for box in inside:
        rgb[box.slices] = 200
    page = scene(Line("Gasket", Box(20, 60, 48, text_height)))
    return Look(Frame.from_rgb(rgb), FakeParser(anywhere=page))


def test_a_ring_higher_than_letters_is_a_frame_and_a_letter_or_a_selection_is_none() -> None:
    assert within_frame(ring(), RING) == RING.grow(-3)
    assert within_frame(ring(Box(50, 28, 8, 12)), RING) == RING.grow(-3)
    assert within_frame(ring(text_height=30), RING) is None, "a letter"
    assert within_frame(ring(Box(42, 24, 50, 20)), RING) is None, "a selection"
    assert within_frame(ring(Box(98, 22, 40, 24)), RING._replace(width=98)) is None, "it has no right side"

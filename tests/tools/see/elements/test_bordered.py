"""Indicators that are drawn alike, whatever is in their middles."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.bordered import has_border_of

ONE, OTHER = Box(20, 40, 15, 15), Box(200, 90, 15, 15)


def frame(*, edge: int = 120, mark: int = 0, other_edge: int = 120, ground: int = 205) -> Frame:
    """Two boxes on a ground that is another at the second."""
    rgb = np.full((140, 260, 3), 205, np.uint8)
    rgb[70:] = ground
    for box, level, inside in ((ONE, edge, mark), (OTHER, other_edge, 255)):
        rgb[box.slices] = level
        rgb[box.grow(-1).slices] = 250
        rgb[box.grow(-4).slices] = inside
    return Frame.from_rgb(rgb)


@pytest.mark.parametrize(
    ("drawn", "alike"),
    [
        (frame(), True),  # one is ticked
        (frame(other_edge=130), True),  # on a stripe
        (frame(other_edge=180), False),
        (frame(edge=250, other_edge=250), False),  # no border
    ],
)
def test_a_border_tells_what_is_of_one_sort(drawn: Frame, *, alike: bool) -> None:
    assert has_border_of(drawn, ONE, OTHER) is alike


def test_boxes_of_two_sizes_or_at_the_screens_edge_are_not_compared() -> None:
    assert not has_border_of(frame(), ONE, OTHER._replace(width=16))
    assert not has_border_of(frame(), ONE, OTHER._replace(top=130))
    assert not has_border_of(frame(), ONE._replace(width=4, height=4), OTHER._replace(width=4, height=4))

"""What comes into a row from above or below and ends in it."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.locate.layout.reaching import without_reaching_in


@pytest.mark.parametrize(
    ("parts", "stays"),
    [
        ((Box(10, 15, 100, 5), Box(10, 0, 3, 20), Box(107, 0, 3, 20)), False),  # the foot of a frame
        ((Box(10, 15, 100, 21), Box(10, 30, 100, 6)), False),  # a block whose head is in the row
        ((Box(10, 15, 100, 5),), True),  # a trough
        ((Box(10, 15, 100, 5), Box(60, 0, 6, 24)), True),  # with a thumb
        ((Box(10, 15, 100, 5), Box(10, 0, 3, 20)), True),  # joined to a line at one end
        ((Box(10, 0, 3, 36), Box(107, 0, 3, 36), Box(10, 15, 100, 5)), True),  # higher than the row
    ],
)
def test_what_comes_in_with_both_sides_from_one_edge_only_is_of_no_row(
    parts: tuple[Box, ...], *, stays: bool
) -> None:
    drawn = np.zeros((36, 160), np.bool_)
    for part in parts:
        drawn[part.slices] = True
    expected = drawn if stays else np.zeros_like(drawn)
    assert np.array_equal(without_reaching_in(drawn), expected)

"""Boxes that meet another are found, of many at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tools.geometry import Box
from tools.see.pixels.meeting import BoxIndex

sides = st.integers(0, 12)
boxes = st.builds(Box, sides, sides, sides, sides)


@given(st.lists(boxes, max_size=12), boxes)
def test_those_that_share_a_pixel_are_found_in_their_order(many: list[Box], box: Box) -> None:
    assert BoxIndex(many).meeting(box).tolist() == [at for at, one in enumerate(many) if one.meets(box)]

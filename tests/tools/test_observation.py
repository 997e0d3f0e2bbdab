"""Frames compared by what can be seen of them."""

from __future__ import annotations

import numpy as np

from tools.geometry import Box
from tools.observation import Frame, differing
from tools.settling.tiles import boxes, changed, content


def frame(unused: int, shade: int = 9) -> Frame:
    bgrx = np.full((40, 70, 4), 200, np.uint8)
    bgrx[5, 6, :3] = shade
    bgrx[:, :, 3] = unused
    return Frame(bgrx)


def test_the_unused_byte_is_no_difference() -> None:
    one, other = frame(0), frame(255)
    assert not differing(one, other).any()
    assert not changed(one, other).any()
    assert boxes(one, other, changed(one, other)) == []
    assert content(one, (0, 0)) == content(other, (0, 0))


def test_a_colour_is() -> None:
    one, other = frame(0), frame(255, shade=10)
    assert np.argwhere(differing(one, other)).tolist() == [[5, 6]]
    assert np.argwhere(differing(one, other, Box(4, 4, 10, 10))).tolist() == [[1, 2]]
    assert boxes(one, other, changed(one, other)) == [Box(6, 5, 1, 1)]

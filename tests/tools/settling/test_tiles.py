"""Where frames differ."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.observation import Frame
from tools.settling.tiles import blank, boxes, changed, content, tiles

SIZES = [(64, 64), (100, 70), (31, 5), (1280, 800)]


def frames(width: int, height: int, box: Box) -> tuple[Frame, Frame]:
    before = np.zeros((height, width, 4), np.uint8)
    after = before.copy()
    after[box.slices] = 9
    return Frame(before), Frame(after)


@pytest.mark.parametrize("size", SIZES)
def test_every_corner_pixel_is_noticed(size: tuple[int, int]) -> None:
    width, height = size
    for x, y in ((0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)):
        before, after = frames(width, height, Box(x, y, 1, 1))
        found = changed(before, after)
        assert tiles(found) == [(y // 32, x // 32)]
        assert boxes(before, after, found) == [Box(x, y, 1, 1)]


def test_equal_frames_have_no_changed_tile() -> None:
    before, after = frames(100, 70, Box(0, 0, 0, 0))
    assert not changed(before, after).any()
    assert changed(before, after).shape == blank(after.size).shape


def test_changes_that_touch_are_one_box_and_others_are_not() -> None:
    before, after = frames(320, 200, Box(30, 30, 10, 5))
    pixels = after.bgrx.copy()
    pixels[150:160, 250:290] = 7
    after = Frame(pixels)
    assert sorted(boxes(before, after, changed(before, after))) == [Box(30, 30, 10, 5), Box(250, 150, 40, 10)]


def test_content_is_equal_for_equal_pixels_only() -> None:
    before, after = frames(64, 64, Box(40, 40, 1, 1))
    assert content(before, (0, 0)) == content(after, (0, 0))
    assert content(before, (1, 1)) != content(after, (1, 1))

"""Where the same pixels are, and where not."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.observation import Frame
from tools.relocate.peaks import equal_places, is_equal, likeness

CROP = Box(40, 30, 48, 24)


def noise(seed: int = 1) -> np.ndarray:
    """A screen on which no two places look the same, shape (200, 300, 4)."""
    return np.random.default_rng(seed).integers(0, 256, (200, 300, 4)).astype(np.uint8)


def test_every_copy_is_found_nearest_first() -> None:
    pixels = noise()
    before = Frame(pixels.copy())
    for left, top in ((200, 150), (100, 60)):
        pixels[top : top + 24, left : left + 48] = pixels[CROP.slices]
    found = equal_places(before, CROP, Frame(pixels))
    assert found == [CROP, Box(100, 60, 48, 24), Box(200, 150, 48, 24)]


@pytest.mark.parametrize(("column", "row"), [(0, 0), (47, 23), (20, 11)])
def test_one_other_pixel_is_enough_to_differ(column: int, row: int) -> None:
    pixels = noise()
    before = Frame(pixels.copy())
    pixels[CROP.top + row, CROP.left + column, :3] ^= 128
    assert equal_places(before, CROP, Frame(pixels)) == []


def test_another_colour_of_the_same_brightness_is_another_picture() -> None:
    one, other = (np.full((60, 120, 4), 128, np.uint8) for _ in range(2))
    one[20:40, 50:70, :3] = (255, 40, 60)
    gray = int(Frame(one.copy()).gray[30, 60])
    other[20:40, 50:70, :3] = gray
    assert not is_equal(Frame(one), Box(40, 10, 40, 40), Frame(other), Box(40, 10, 40, 40))


def test_faint_pictures_are_compared_by_what_they_show() -> None:
    one, other = (np.full((60, 120, 4), 128, np.uint8) for _ in range(2))
    one[30:32, 50:70], other[30:50, 60:62] = 148, 148
    assert not is_equal(Frame(one), Box(40, 20, 40, 40), Frame(other), Box(40, 20, 40, 40))


def test_a_box_over_the_edge_is_no_place() -> None:
    frame = Frame(noise())
    assert not is_equal(frame, CROP, frame, Box(280, 30, 48, 24))
    assert equal_places(frame, CROP, Frame(noise()[:20])) == []


def test_light_on_dark_is_like_dark_on_light() -> None:
    pixels = noise()
    assert likeness(Frame(pixels.copy()), CROP, Frame(255 - pixels), CROP) == pytest.approx(1, abs=0.01)
    assert likeness(Frame(pixels), CROP, Frame(noise(2)), CROP) < 0.3

"""Pictures within clients' limits, and points between a picture and its frame."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from agent.mcp.seat.picture import (
    LONGEST,
    MOST_BYTES,
    area_in_picture,
    encoded,
    picture_size,
    to_frame,
    to_picture,
)
from tests.agent.fakes import make_frame
from tools.geometry import Box, Point, Size
from tools.observation import Frame

NOISE = np.random.default_rng(0).integers(0, 256, (1200, 1920, 3), np.uint8)


@pytest.mark.parametrize(
    "size", [Size(1280, 800), Size(1568, 900), Size(1920, 1080), Size(3840, 2160), Size(800, 4000)]
)
def test_a_point_comes_back_to_the_pixel_of_the_picture_that_it_was(size: Size) -> None:
    shown = picture_size(size)
    assert max(shown) <= LONGEST
    assert (max(size) <= LONGEST) == (shown == size)
    for x in range(shown.width):
        point = to_frame(x, 0, size)
        assert point is not None
        assert size.contains(point)
        assert to_picture(point, size) == (x, 0)
    assert to_frame(shown.width - 1, shown.height - 1, size) is not None
    for outside in ((-1, 0), (0, -0.1), (shown.width, 0), (0, shown.height), (float("nan"), 0)):
        assert to_frame(*outside, size) is None


def test_a_part_of_a_frame_is_the_part_of_its_picture() -> None:
    assert area_in_picture(Box(10, 20, 30, 40), Size(1280, 800)) == (10, 20, 30, 40)
    left, top, width, height = area_in_picture(Box(100, 200, 300, 400), Size(3136, 1568))
    assert (left, top, width, height) == (50, 100, 150, 200)
    assert area_in_picture(Box(5, 5, 0, 0), Size(1280, 800))[2:] == (1, 1)


def test_a_picture_is_lossless_where_it_is_small_enough() -> None:
    frame = make_frame(7)
    picture = encoded(frame)
    assert picture.mime == "image/png"
    assert (np.asarray(Image.open(io.BytesIO(picture.data)).convert("RGB")) == frame.rgb).all()
    part = encoded(frame, Box(0, 0, 3, 2))
    assert Image.open(io.BytesIO(part.data)).size == (3, 2)


def test_a_picture_of_noise_is_within_the_limits_too() -> None:
    frame = Frame.from_rgb(NOISE)
    picture = encoded(frame)
    assert len(picture.data) <= MOST_BYTES
    assert picture.mime == "image/webp"
    assert Image.open(io.BytesIO(picture.data)).size == picture_size(frame.size)
    assert to_frame(0, 0, frame.size) == Point(0, 0)

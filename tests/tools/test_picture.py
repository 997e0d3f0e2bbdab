"""Pictures for models."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tools.observation import Frame
from tools.picture import png


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (331, 77), (1280, 800)])
def test_png_holds_every_pixel(size: tuple[int, int]) -> None:
    width, height = size
    rgb = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    with Image.open(BytesIO(png(Frame.from_rgb(rgb)))) as picture:
        picture.load()
        assert picture.mode == "RGB"
        assert np.array_equal(np.asarray(picture), rgb)


def test_png_of_a_flat_picture_is_small() -> None:
    assert len(png(Frame.from_rgb(np.full((800, 1280, 3), 200, np.uint8)))) < 20_000

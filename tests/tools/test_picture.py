"""Pictures for models, and masks."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from tools.geometry import Box
from tools.host.redactions import Redactions
from tools.observation import Frame
from tools.picture import png


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (331, 77), (1280, 800)])
def test_png_holds_every_pixel(size: tuple[int, int]):
    width, height = size
    rgb = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    with Image.open(BytesIO(png(Frame.from_rgb(rgb)))) as picture:
        picture.load()
        assert picture.mode == "RGB"
        assert np.array_equal(np.asarray(picture), rgb)


def test_png_of_a_flat_picture_is_small():
    assert len(png(Frame.from_rgb(np.full((800, 1280, 3), 200, np.uint8)))) < 20_000


def test_masks_hide_and_leave_the_rest():
    frame = Frame.from_rgb(np.random.default_rng(0).integers(0, 100, (50, 60, 3), np.uint8))
    masks = Redactions()
    assert masks.apply(frame) is frame
    masks.add([Box(55, 45, 20, 20)])
    hidden = masks.apply(frame)
    assert (hidden.rgb[42:, 52:] == 128).all()
    assert np.array_equal(hidden.rgb[:42], frame.rgb[:42])

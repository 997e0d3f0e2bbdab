"""Pixmaps of pictures."""

from __future__ import annotations

import numpy as np
from xcffib import xproto

from tools.x11.connection import Connection
from tools.x11.pixmaps import pixmap_of


def test_a_pixmap_has_the_pixels_of_a_picture_that_takes_several_requests(xserver: str) -> None:
    picture = np.random.default_rng(1).integers(0, 256, (300, 200, 4), np.uint8)
    with Connection(xserver) as connection:
        pixmap = pixmap_of(connection, picture)
        kind, every = xproto.ImageFormat.ZPixmap, 2**32 - 1
        got = connection.core.GetImage(kind, pixmap, 0, 0, 200, 300, every).reply()
    pixels = np.frombuffer(bytes(got.data.buf()), np.uint8).reshape(picture.shape)
    assert np.array_equal(pixels[:, :, :3], picture[:, :, :3])

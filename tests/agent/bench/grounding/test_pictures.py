"""Pictures: as they are stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from agent.bench.grounding.layouts.pictures import picture_size, read_picture
from agent.errors import BadInput
from tests.agent.bench.grounding.folders import draw

if TYPE_CHECKING:
    from pathlib import Path


def test_a_picture_is_read_pixel_by_pixel(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    draw(path)
    frame, file = read_picture(path)
    assert (frame.rgb == np.asarray(Image.open(path))).all()
    assert file == path.read_bytes()


def test_what_is_transparent_is_left_out_and_nothing_is_turned(tmp_path: Path) -> None:
    rgba = np.zeros((4, 6, 4), np.uint8)
    rgba[:] = (200, 100, 50, 0)
    Image.fromarray(rgba).save(tmp_path / "a.png")
    assert (read_picture(tmp_path / "a.png")[0].rgb == (200, 100, 50)).all()
    turned = Image.new("RGB", (6, 4))
    exif = turned.getexif()
    exif[0x0112] = 6
    turned.save(tmp_path / "b.jpg", exif=exif)
    assert read_picture(tmp_path / "b.jpg")[0].size == (6, 4) == picture_size(tmp_path / "b.jpg")


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    for reads in (read_picture, picture_size):
        with pytest.raises(BadInput, match=r"a\.png"):
            reads(path)
    with pytest.raises(BadInput, match=r"b\.png"):
        read_picture(tmp_path / "b.png")

"""An O that was read as a zero is told by its shape; a zero stays one."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.tools.see.text.drawn import BOLD, picture_of
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.text.rings import with_told_rings

FONTS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansMono.ttf", "DejaVuSerif.ttf")


def drawn(text: str, font: str, size: int) -> Image.Image:
    """The picture of a text."""
    face = ImageFont.truetype(font, size)
    picture = Image.new("RGB", (round(face.getlength(text)) + 60, 3 * size), (240, 240, 240))
    ImageDraw.Draw(picture).text((25, size), text, (20, 20, 20), face)
    return picture


def read(text: str, font: str = "DejaVuSans.ttf", size: int = 16) -> str:
    """What is read of it."""
    (line,) = shared_reader().read(Frame.from_rgb(np.asarray(drawn(text, font, size)))).lines
    return line.text


@pytest.mark.parametrize("text", ["INV-1OO1", "O", "H2O", "1O0"])
def test_an_o_is_no_zero(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("size", [11, 13, 16, 22])
@pytest.mark.parametrize("text", ["INV-1001", "0", "10,000.00", "2026-01-30", "Room 100"])
def test_a_zero_is_a_zero(text: str, font: str, size: int) -> None:
    picture = np.asarray(drawn(text, font, size))
    assert with_told_rings(picture, text) == text


def test_where_signs_touch_nothing_is_told() -> None:
    picture = np.asarray(drawn("OO", "DejaVuSans.ttf", 16))
    assert with_told_rings(picture, "00") == "OO"
    assert with_told_rings(picture, "000") == "000"
    assert with_told_rings(np.zeros((0, 5, 3), np.uint8), "0") == "0"


@pytest.mark.parametrize("font", ["DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"])
@pytest.mark.parametrize("size", [12, 14, 18])
def test_a_dot_tells_a_zero_and_where_one_has_a_dot_each_has(font: str, size: int) -> None:
    picture = np.asarray(drawn("O0-0O", font, size))
    assert with_told_rings(picture, "OO-OO") == "O0-0O"
    assert with_told_rings(picture, "00-00") == "O0-0O"


def test_a_ring_alone_tells_nothing_where_it_is_as_narrow_as_a_zero() -> None:
    assert with_told_rings(np.asarray(drawn("O", "DejaVuSansMono.ttf", 14)), "0") == "0"


def test_a_shaded_button_is_ground() -> None:
    picture = picture_of("Invoice 1O", BOLD, 12, "1")[11:26, 22:-25].astype(float)
    shade = np.linspace(0, 60, len(picture))[:, None, None]
    shaded = np.where(picture > 200, picture - shade, picture).astype(np.uint8)
    assert with_told_rings(shaded, "Invoice 10") == "Invoice 1O"

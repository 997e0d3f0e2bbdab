"""Texts as they are drawn and read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tools.observation import Frame
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.see.scene import Line

SANS, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
MONO, MONO_BOLD = "DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"
SERIF, ARIAL = "DejaVuSerif.ttf", "NimbusSans-Regular.otf"


def picture_of(text: str, font: str = SANS, size: int = 13, mode: str = "L") -> NDArray[np.uint8]:
    """RGB; the mode is `1` for letters without soft edges."""
    face = ImageFont.truetype(font, size)
    picture = Image.new("RGB", (round(face.getlength(text)) + 60, 3 * size), (240, 240, 240))
    draw = ImageDraw.Draw(picture)
    draw.fontmode = mode
    draw.text((25, size), text, (20, 20, 20), face)
    return np.asarray(picture)


@cache
def line_of(text: str, font: str = SANS, size: int = 13, mode: str = "L") -> Line:
    """The line that is read of it."""
    (line,) = shared_reader().read(Frame.from_rgb(picture_of(text, font, size, mode))).lines
    return line

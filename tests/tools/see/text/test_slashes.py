"""A slash that stands alone is told from a 1, an l and an I by its slant."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.see.text.slashes import with_told_slash

FONTS = [f"/usr/share/fonts/truetype/dejavu/DejaVu{name}.ttf" for name in ("Sans", "SansMono", "Serif")]
SIZES = [10, 12, 14, 20, 32]


def drawn(sign: str, font: str, size: int) -> np.ndarray:
    picture = Image.new("RGB", (3 * size, 2 * size), (240, 240, 240))
    ImageDraw.Draw(picture).text((size, size // 3), sign, "black", ImageFont.truetype(font, size))
    return np.asarray(picture)


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("size", SIZES)
def test_a_slash_read_as_a_one_is_a_slash(font: str, size: int) -> None:
    assert with_told_slash(drawn("/", font, size), "1", 0.6) == "/"


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("size", SIZES)
def test_upright_strokes_stay_what_was_read(font: str, size: int) -> None:
    for sign in "1lI|i!j":
        assert with_told_slash(drawn(sign, font, size), sign, 0.6) == sign


def test_what_was_read_for_sure_stays() -> None:
    assert with_told_slash(drawn("/", FONTS[0], 14), "1", 0.95) == "1"


def test_what_was_read_as_other_signs_is_not_looked_at() -> None:
    assert with_told_slash(drawn("/", FONTS[0], 14), "10", 0.6) == "10"
    assert with_told_slash(drawn("\\", FONTS[0], 14), "1", 0.6) == "1"

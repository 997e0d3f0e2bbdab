"""Tesseract's looks at one line."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.see.text.tesseract import Tesseract

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


@pytest.mark.parametrize(("ground", "ink"), [("white", "black"), ("#1b2a3a", "#f0f0f0")])
def test_a_line_dark_on_light_or_light_on_dark(ground: str, ink: str) -> None:
    picture = Image.new("RGB", (120, 22), ground)
    ImageDraw.Draw(picture).text((4, 3), "Сохранить", ink, ImageFont.truetype(FONT, 13))
    looks = Tesseract("rus").looks(np.array(picture)[:, :, ::-1])
    assert [text for text, _ in looks] == ["Сохранить"] * 3
    assert min(score for _, score in looks) > 0.5


def test_an_empty_picture_is_not_looked_at() -> None:
    assert Tesseract("rus").looks(np.zeros((0, 0, 3), np.uint8)) == []

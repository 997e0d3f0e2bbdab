"""Underlines are painted over before a line is read; what is a part of the text stays."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.observation import Frame
from tools.see.ocr import ScreenReader
from tools.see.text.underlines import without_underlines

SIZE = 14


def drawn(text: str, start: int = 0, end: int = 0) -> Image.Image:
    """A text, with its letters from start to end underlined."""
    font = ImageFont.truetype("DejaVuSans.ttf", SIZE)
    picture = Image.new("RGB", (round(font.getlength(text)) + 60, 3 * SIZE), (240, 240, 240))
    draw = ImageDraw.Draw(picture)
    draw.text((25, SIZE), text, (20, 20, 20), font)
    if end > start:
        left, right = (25 + font.getlength(text[:at]) for at in (start, end))
        draw.line((left, 2 * SIZE + 2, right - 2, 2 * SIZE + 2), (20, 20, 20))
    return picture


@pytest.fixture(scope="module")
def reader() -> ScreenReader:
    return ScreenReader()


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [("Save", 0, 1), ("Cancel", 0, 1), ("Format", 1, 2), ("Don't Save", 0, 1), ("terms of use", 0, 12)],
)
def test_an_underlined_caption_reads_as_it_is(reader: ScreenReader, text: str, start: int, end: int) -> None:
    picture = np.asarray(drawn(text, start, end))
    assert without_underlines(picture) is not picture
    assert [line.text for line in reader.read(Frame.from_rgb(picture)).lines] == [text]


@pytest.mark.parametrize(
    "text", ["report_7", "__init__", "3 = 4", "5 ± 2", "≥ 3", "±", "Sign up, jpg", "Şç", "3 - 4", "...", "_"]
)
def test_a_text_without_is_left_alone(text: str) -> None:
    picture = np.asarray(drawn(text))
    assert without_underlines(picture) is picture


def test_an_empty_picture_is_left_alone() -> None:
    picture = np.zeros((0, 9, 3), np.uint8)
    assert without_underlines(picture) is picture

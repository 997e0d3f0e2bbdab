"""Underlines and waves are painted over before a line is read; what is a part of the text stays."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.observation import Frame
from tools.see.ocr import ScreenReader
from tools.see.text.underlines import without_underlines, without_waves

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


def waved(text: str, colour: tuple[int, int, int] = (255, 0, 0)) -> Image.Image:
    """A text with a spelling checker's wave under it."""
    picture = drawn(text)
    points = [(x, 2 * SIZE + (1 if x // 2 % 2 else 3)) for x in range(25, picture.width - 35, 2)]
    ImageDraw.Draw(picture).line(points, colour)
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


def test_an_underline_that_hanging_letters_touch_is_painted_over(reader: ScreenReader) -> None:
    """A browser leaves it out close beside them, and its ends meet their tails at a corner."""
    picture = drawn("privacy policy", 0, 14)
    bare = np.asarray(drawn("privacy policy").convert("L")) < 200
    hanging = bare[2 * SIZE + 1] | bare[2 * SIZE + 3 :].any(axis=0)
    spared = np.asarray(picture).copy()
    spared[2 * SIZE + 2, hanging & ~bare[2 * SIZE + 2]] = 240
    assert [line.text for line in reader.read(Frame.from_rgb(spared)).lines] == ["privacy policy"]


def test_an_empty_picture_is_left_alone() -> None:
    picture = np.zeros((0, 9, 3), np.uint8)
    assert without_underlines(picture) is picture


@pytest.mark.parametrize("colour", [(255, 0, 0), (0, 0, 255)])
@pytest.mark.parametrize("text", ["Ólafur Jónsson", "Jagger, Lise", "quay", "Gyula Pál"])
def test_a_misspelt_text_reads_as_it_is(
    reader: ScreenReader, text: str, colour: tuple[int, int, int]
) -> None:
    picture = np.asarray(waved(text, colour))
    line = picture[10:33]
    assert without_waves(line) is not line
    assert [line.text for line in reader.read(Frame.from_rgb(picture)).lines] == [text]


def test_coloured_words_are_no_wave() -> None:
    """Their letters are as high as others; so are the fringes of letters that are smoothed in colour."""
    picture = np.asarray(waved("Address").convert("L").convert("RGB")).copy()
    picture[picture[..., 0] < 60] = (200, 0, 0)
    assert without_waves(picture) is picture

"""Selected words of a line are read as the others; a line without any is left alone."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import ScreenReader
from tools.see.text.selection import is_selected_word, without_selection

LINE = "Please tell Zoë when it is paid."


def drawn(text: str, start: int = 0, end: int = 0, size: int = 15) -> Image.Image:
    """A line, with its letters from start to end selected."""
    font = ImageFont.truetype("DejaVuSansMono.ttf", size)
    left, right = (25 + round(font.getlength(text[:at])) for at in (start, end))
    picture = Image.new("RGB", (round(font.getlength(text)) + 60, 3 * size), (255, 255, 255))
    draw = ImageDraw.Draw(picture)
    draw.text((25, size), text, (0, 0, 0), font)
    if end > start:
        draw.rectangle((left, size - 1, right - 1, 2 * size + 3), (53, 132, 228))
        draw.text((left, size), text[start:end], (255, 255, 255), font)
    return picture


@pytest.mark.parametrize("size", [12, 15, 20])
@pytest.mark.parametrize(("start", "end"), [(12, 15), (0, 6), (16, 20)])
def test_a_line_with_selected_words_reads_as_without(start: int, end: int, size: int) -> None:
    frame = Frame.from_rgb(np.asarray(drawn(LINE, start, end, size)))
    lines = sorted(ScreenReader().read(frame).lines, key=lambda line: line.box.left)
    assert " ".join(line.text for line in lines) == LINE


def test_a_selection_is_drawn_in_the_colours_of_its_line() -> None:
    plain, selected = (np.asarray(drawn(LINE, 12, end))[8:40] for end in (12, 15))
    redrawn = without_selection(selected).astype(int)
    assert np.abs(redrawn - plain).mean() < np.abs(selected.astype(int) - plain).mean() / 20


@pytest.mark.parametrize("text", [LINE, "...", "I", "▮ 5", "—"])
def test_a_line_without_a_selection_is_left_alone(text: str) -> None:
    picture = np.asarray(drawn(text))
    assert without_selection(picture) is picture


@pytest.mark.parametrize("shape", [(0, 9, 3), (16, 30, 3)])
def test_a_picture_of_nothing_is_left_alone(shape: tuple[int, int, int]) -> None:
    picture = np.zeros(shape, np.uint8)
    assert without_selection(picture) is picture


def field(value: str, *, face: int = 217) -> Frame:
    """A caption close before a field whose chosen value is drawn on a ground of its own, as Tk draws it."""
    font = ImageFont.truetype("DejaVuSans.ttf", 13)
    picture = Image.new("RGB", (420, 60), (face, face, face))
    draw = ImageDraw.Draw(picture)
    draw.text((12, 21), "Warehouse", (0, 0, 0), font)
    left, right = 99, round(104 + font.getlength(value))
    draw.line((left - 1, 42, left - 1, 19, 340, 19), (120, 120, 120), 2)
    draw.rectangle((left + 1, 21, right, 39), (74, 105, 132))
    draw.text((left + 3, 21), value, (255, 255, 255), font)
    return Frame.from_rgb(np.asarray(picture))


@pytest.mark.parametrize("value", ["Kiel", "Ulm", "Id", "No", "75", "Bonn", "Rostock"])
def test_a_short_selected_value_close_behind_its_caption_is_read(value: str) -> None:
    assert {line.text for line in ScreenReader().read(field(value)).lines} == {"Warehouse", value}


@pytest.mark.parametrize("ink", [(6, 6, 12, 12), (0, 3, 18, 6), (8, 0, 10, 18), (3, 9, 15, 10)])
def test_a_picture_is_no_selected_word(ink: tuple[int, int, int, int]) -> None:
    picture = Image.new("L", (40, 40), 217)
    ImageDraw.Draw(picture).rectangle((8, 8, 32, 32), 90)
    ImageDraw.Draw(picture).rectangle([11 + at for at in ink], 255)
    assert not is_selected_word(np.asarray(picture), Box(8, 8, 25, 25), 10)

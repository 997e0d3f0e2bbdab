"""Parts of a line that are set off by an underline or a colour, in drawn lines."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tests.tools.see.text.drawn import MONO, SANS, SERIF
from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.text.links import links_in

BLACK, BLUE, RED = (20, 20, 20), (0, 0, 220), (200, 0, 0)


def drawn(
    *parts: tuple[str, tuple[int, int, int], bool], gap: int = 0, face: str = SANS, size: int = 15
) -> Frame:
    """A line of texts, each in its colour, underlined or not, with so many pixels more between them."""
    font = ImageFont.truetype(face, size)
    picture = Image.new("RGB", (700, 60), (250, 250, 250))
    draw, left = ImageDraw.Draw(picture), 20.0
    for text, colour, underlined in parts:
        draw.text((left, 20), text, colour, font)
        right = left + font.getlength(text)
        if underlined:
            draw.line((left, 36, right - 1, 36), colour)
        left = right + gap
    return Frame.from_rgb(np.asarray(picture))


def links(frame: Frame) -> list[str]:
    """What is read in each part of its only line."""
    (line,) = shared_reader().read(frame).lines
    assert line.evidence is not None
    return [line.evidence.read(box).text for box in links_in(frame, line.box)]


def test_a_link_in_a_sentence() -> None:
    sentence = drawn(
        ("Accept the ", BLACK, False),
        ("terms of use", BLUE, True),
        (" and ", BLACK, False),
        ("pay", RED, False),
    )
    assert links(sentence) == ["Accept the", "terms of use", "and", "pay"]


def test_links_beside_each_other() -> None:
    assert links(drawn(("Home", BLUE, True), ("News now", BLUE, True), gap=9)) == ["Home", "News now"]


@pytest.mark.parametrize("text", ["Order 4711 is paid", "Il 11.00 jagged", "a_b and c_d", "Wilhelm, jr."])
def test_a_line_of_one_style_has_none(text: str) -> None:
    assert links(drawn((text, BLACK, False))) == []
    assert links(drawn((text, BLUE, True))) == []


@pytest.mark.parametrize("size", [12, 15, 20])
@pytest.mark.parametrize("face", [SANS, SERIF, MONO])
@pytest.mark.parametrize("text", ["Go To Line", "1 234.50 EUR", "nine mill inn", "A 1 l.", "Inline Hill"])
def test_the_feet_of_serif_letters_are_no_underline_and_thin_signs_no_colour(
    face: str, size: int, text: str
) -> None:
    frame = drawn((text, BLACK, False), face=face, size=size)
    assert links_in(frame, Box(18, 20, 300, size + 4)) == []


def test_a_link_in_a_serif_font() -> None:
    frame = drawn(("Read the ", BLACK, False), ("terms", BLUE, True), (" now", BLACK, False), face=SERIF)
    assert len(links_in(frame, Box(18, 20, 200, 20))) == 3


def test_nothing_has_none() -> None:
    frame = Frame.from_rgb(np.full((40, 40, 3), 200, np.uint8))
    assert links_in(frame, Box(0, 0, 40, 40)) == []
    assert links_in(frame, Box(0, 50, 40, 10)) == []

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


def spared(*parts: tuple[str, tuple[int, int, int], bool], face: str, size: int) -> Frame:
    """A line as `drawn`, where an underline is left out beside letters that hang down, as browsers do."""
    with_lines, plain = (
        drawn(*((text, colour, lined and under) for text, colour, under in parts), face=face, size=size)
        for lined in (True, False)
    )
    letters = plain.gray < 200
    hanging = letters[37:].any(axis=0) | letters[36]
    beside = np.convolve(hanging, np.ones(3), mode="same") > 0
    picture = with_lines.bgrx.copy()
    picture[36, beside] = plain.bgrx[36, beside]
    return Frame.from_rgb(np.ascontiguousarray(picture[:, :, 2::-1]))


@pytest.mark.parametrize(("face", "size"), [(SANS, 13), (SERIF, 13), (MONO, 12)])
@pytest.mark.parametrize(("top", "height"), [(16, 24), (18, 20), (20, 17), (22, 14)])
@pytest.mark.parametrize(("ink", "colour"), [(BLACK, BLUE), (BLACK, BLACK), (BLUE, BLUE)])
def test_a_link_whose_letters_break_its_underline_is_one(
    face: str, size: int, top: int, height: int, ink: tuple[int, int, int], colour: tuple[int, int, int]
) -> None:
    parts = (("Accept the ", ink, False), ("privacy policy", colour, True), (" of the shop", ink, False))
    frame = spared(*parts, face=face, size=size)
    font = ImageFont.truetype(face, size)
    left, right = (20 + font.getlength(text) for text in (parts[0][0], parts[0][0] + parts[1][0]))
    found = links_in(frame, Box(18, top, 400, height))
    assert len(found) == 3
    assert abs(found[1].left - left) <= 3
    assert abs(found[1].right - right) <= 3


@pytest.mark.parametrize("is_underlined", [True, False])
@pytest.mark.parametrize("face", [SANS, SERIF])
def test_a_comma_between_two_links_is_of_neither(face: str, is_underlined: bool) -> None:  # noqa: FBT001
    words = ("Read our ", "Terms", ", ", "Privacy", " and ", "Cookies", " notes")
    parts = [
        (word, RED if index % 2 else BLACK, bool(index % 2) and is_underlined)
        for index, word in enumerate(words)
    ]
    found = links(drawn(*parts, face=face))
    assert [found[0], found[1], *found[3:]] == ["Read our", "Terms", "Privacy", "and", "Cookies", "notes"]


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

"""Rows of a list that stand so close that their letters touch are read one by one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.pixels.touching import off_ground, rows_in
from tools.see.text.saying import unlikeness_of

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTER = 9.0
FIRST, PAIR = Box(20, 20, 58, 12), Box(20, 34, 58, 24)


def strokes(top: int, height: int, right: int) -> list[Box]:
    return [Box(left, top, 2, height) for left in range(20, right, 8)]


UPPER, LOWER, TAIL = strokes(34, 10, 78), strokes(48, 10, 60), Box(40, 44, 3, 4)


def parts(marks: Iterable[Box], lines: list[Box]) -> list[Box]:
    canvas = Canvas(Size(200, 120))
    for mark in marks:
        canvas.fill(mark, 0)
    return [*rows_in(PAIR, lines, canvas.frame, LETTER)]


def test_two_rows_that_a_tail_joins_are_two() -> None:
    above, below = parts([*UPPER, *LOWER, TAIL], [FIRST, PAIR])
    assert (above, below) == (Box(20, 34, 58, 10), Box(20, 44, 34, 14))


def test_a_large_letter_or_a_picture_stays_one() -> None:
    assert parts([*UPPER, *LOWER, TAIL], [PAIR]) == [PAIR], "it is no list"
    assert parts(strokes(34, 24, 78), [FIRST, PAIR]) == [PAIR]
    assert parts([Box(20, 34, 58, 3), Box(20, 55, 58, 3)], [FIRST, PAIR]) == [PAIR], "a sign of two bars"


def test_a_letter_that_reaches_the_coloured_word_below_it_is_one_by_itself() -> None:
    canvas, ground = Canvas(Size(200, 120), ground=255), Box(20, 45, 58, 14)
    canvas.fill(ground, 150)
    for left in range(22, 70, 8):
        canvas.fill(Box(left, 47, 2, 10), 0)
    tail = canvas.fill(Box(24, 34, 5, 11), 0)
    known = canvas.fill(Box(40, 34, 5, 8), 0)  # does not reach it, and has a shape of its own
    shape = Box(20, 34, 58, 26)
    assert off_ground(shape, [shape, known], canvas.frame, LETTER) == ([tail], ground)
    assert off_ground(shape, [shape], Canvas(Size(200, 120)).frame, LETTER) == ([], shape)


def test_the_rows_of_a_narrow_list_are_read_one_by_one() -> None:
    names = ("Antwerp", "Bergen Nord", "Bergen", "Cork", "Dover", "Genoa")
    picture = Image.new("RGB", (320, 200), (255, 255, 255))
    for row, name in enumerate(names):
        font = ImageFont.truetype("DejaVuSans.ttf", 12)
        ImageDraw.Draw(picture).text((20, 20 + 14 * row), name, (0, 0, 0), font=font)
    read = shared_reader().read(Frame.from_rgb(np.asarray(picture)))
    assert [line.text for line in read.lines] == list(names)


def test_two_lines_of_a_message_are_read_one_by_one() -> None:
    """The tail of a y runs into a b below it."""
    lines = ["Do you want to discard all of your changes and go", "back?"]
    picture = Image.new("RGB", (480, 100), (239, 239, 239))
    for row, line in enumerate(lines):
        font = ImageFont.truetype("DejaVuSans.ttf", 12)
        ImageDraw.Draw(picture).text((20, 20 + 14 * row), line, (0, 0, 0), font=font)
    read = shared_reader().read(Frame.from_rgb(np.asarray(picture)))
    assert [line.text for line in read.lines] == lines


def test_a_row_that_its_list_cuts_off_is_not_read_as_the_row_above() -> None:
    picture = Image.new("RGB", (320, 200), (255, 255, 255))
    draw, font = ImageDraw.Draw(picture), ImageFont.truetype("DejaVuSans.ttf", 12)
    draw.text((20, 62), "Porto", (0, 0, 0), font=font)
    draw.text((20, 76), "Riga", (0, 0, 0), font=font)
    for box in ((0, 0, 319, 61), (0, 86, 319, 199)):
        draw.rectangle(box, (48, 140, 198))
    read = [line.text for line in shared_reader().read(Frame.from_rgb(np.asarray(picture))).lines]
    assert [text for text in read if text.startswith("Po")] == ["Porto"]


PICTURES = Path(__file__).parents[1] / "text" / "pictures"


def test_a_tail_that_touches_an_accent_below_joins_no_rows_in_a_font_of_one_width() -> None:
    """An editor's two lines: the tail of the y of "you" touches the accent of the Ó under it."""
    frame = Frame.from_rgb(np.asarray(Image.open(PICTURES / "editor_accents.png").convert("RGB")))
    read = [line.text.casefold() for line in shared_reader().read(frame).lines]
    assert read[-2:] == ["dear ólafur, thank you for the parcel.", "it came on monday, ólafur."]


def test_the_tails_of_the_row_above_are_not_read_along_with_an_accent() -> None:
    frame = Frame.from_rgb(np.asarray(Image.open(PICTURES / "editor_marked.png").convert("RGB")))
    line = shared_reader().read(frame).lines[-1]
    assert unlikeness_of(line, "It came on Monday, Zoë.") is not None
    assert unlikeness_of(line, "It came on Monday, Zoé.") is None

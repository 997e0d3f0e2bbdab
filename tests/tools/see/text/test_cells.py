"""Cells of a table whose columns stand as close as words, told by the rows around them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.see.ocr import shared_reader
from tools.see.text.cells import parted_by_columns

LETTER = 10.0
FRAME = Frame.from_rgb(np.full((300, 400, 3), 220, np.uint8))


def run(y: int, *lefts: int, gap: int = 4) -> list[Box]:
    """Words of one line, each a glyph: spaces of four pixels between them, and a gap before the last."""
    ends = [*(left - 4 for left in lefts[1:-1]), *(left - gap for left in lefts[-1:] if len(lefts) > 1)]
    ends.append(lefts[-1] + 30)
    return [Box(left, y, end - left, 10) for left, end in zip(lefts, ends, strict=True)]


def parts(runs: list[list[Box]]) -> list[list[int]]:
    """Where the parts of the first run begin."""
    return [[part[0].left for part in found] for found in parted_by_columns(FRAME, runs, LETTER)][:1]


ROWS = [[run(y, 20), run(y, 100)] for y in (70, 90)]
"""Two rows of two columns."""


@pytest.mark.parametrize(
    ("words", "rows", "gap", "begun"),
    [
        ((20, 60, 100), ROWS, 6, [20, 100]),  # it fills the first column
        ((20, 62, 101), ROWS, 6, [20, 101]),  # a letter that begins a pixel further right
        ((20, 60, 100), ROWS[:1], 6, [20]),  # of two rows there is no telling
        ((20, 60, 96), ROWS, 6, [20]),
        ((40, 68, 100), ROWS, 6, [40]),  # it begins where no column does
        ((20, 60, 100), ROWS, 5, [20]),  # no wider than spaces are
        ((20, 100), ROWS, 6, [20]),  # its only space
    ],
)
def test_a_text_ends_where_the_next_column_of_its_table_begins(
    words: tuple[int, ...], rows: list[list[list[Box]]], gap: int, begun: list[int]
) -> None:
    assert parts([run(50, *words, gap=gap), *(one for row in rows for one in row)]) == [begun]


def test_in_a_font_of_one_width_all_spaces_are_wide() -> None:
    others = [one for row in ROWS for one in row]
    assert parts([[Box(20, 50, 30, 10), Box(59, 50, 31, 10), Box(100, 50, 30, 10)], *others]) == [[20]]
    pointed = [Box(20, 50, 12, 10), Box(36, 50, 14, 10), Box(59, 50, 31, 10), Box(100, 50, 30, 10)]
    assert parts([pointed, *others]) == [[20]], "a point in a word leaves less, and another space is as wide"


def test_rows_far_away_are_another_table() -> None:
    far = [[one._replace(top=one.top + 120) for one in cell] for row in ROWS for cell in row]
    assert parts([run(50, 20, 60, 100, gap=6), *far]) == [[20]]


def test_words_of_one_paragraph_are_no_columns() -> None:
    lines = [run(y, 20, 60, 100, 140) for y in (50, 70, 90, 110)]
    assert parts(lines) == [[20]]


def test_the_dot_of_an_i_is_none_of_those_that_end_a_text() -> None:
    """In rows of one caption all that follows it begins at one place."""
    picture = Image.new("RGB", (300, 220), (255, 255, 255))
    font = ImageFont.truetype("DejaVuSans.ttf", 20)
    for row, letter in enumerate("ABCDE"):
        ImageDraw.Draw(picture).text((20, 10 + 40 * row), f"Option {letter}", (20, 20, 20), font)
    read = [line.text for line in shared_reader().read(Frame.from_rgb(np.asarray(picture))).lines]
    assert read == [f"Option {letter}" for letter in "ABCDE"]


@pytest.mark.parametrize(
    ("picture", "texts"),
    [
        ("metal_dark_cut_cells", ("bohr", "jansson", "fox", "lefvre", "Customer re...", "Ersatzteil fo...")),
        (
            "bootstrap_dark_close_columns",
            (
                "Date de livraison",
                "Service",
                "Prix unitaire",
                "Remarque",
                "4742,38",
                "Fragile: do not stack",
                "617",
            ),
        ),
    ],
)
def test_cells_that_stand_close_are_texts_of_their_own(picture: str, texts: tuple[str, ...]) -> None:
    found = Image.open(Path(__file__).parent / "pictures" / f"{picture}.png").convert("RGB")
    scene = shared_reader().read(Frame.from_rgb(np.asarray(found)))
    assert set(texts) <= {line.text for line in scene.lines}

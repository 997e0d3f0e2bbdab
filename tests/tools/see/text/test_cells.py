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


def run(y: int, *lefts: int, width: int = 30) -> list[Box]:
    """Words of one line, each a glyph."""
    return [Box(left, y, width, 10) for left in lefts]


def parts(runs: list[list[Box]]) -> list[list[int]]:
    """Where the parts of the first run begin."""
    return [[part[0].left for part in found] for found in parted_by_columns(FRAME, runs, LETTER)][:1]


ROWS = [[run(y, 20), run(y, 100)] for y in (70, 90)]
"""Two rows of two columns."""


@pytest.mark.parametrize(
    ("words", "rows", "begun"),
    [
        ((20, 60, 100), ROWS, [20, 100]),  # it fills the first column
        ((20, 62, 101), ROWS, [20, 101]),  # a letter that begins a pixel further right
        ((20, 60, 100), ROWS[:1], [20]),  # of two rows there is no telling
        ((20, 60, 96), ROWS, [20]),
        ((40, 68, 100), ROWS, [40]),  # it begins where no column does
        ((20, 65, 100), ROWS, [20]),  # no more than words are apart
    ],
)
def test_a_text_ends_where_the_next_column_of_its_table_begins(
    words: tuple[int, ...], rows: list[list[list[Box]]], begun: list[int]
) -> None:
    first = run(50, *words)
    assert parts([first, *(one for row in rows for one in row)]) == [begun]


def test_rows_far_away_are_another_table() -> None:
    far = [[one._replace(top=one.top + 120) for one in cell] for row in ROWS for cell in row]
    assert parts([run(50, 20, 60, 100), *far]) == [[20]]


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

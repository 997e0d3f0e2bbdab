"""Rows of lists: known by the next row's text, and by a colour of their own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.tools.scenes import SIZE, line, scene, widget
from tools.geometry import Box, Point
from tools.locate.layout.bands import even_stretch
from tools.locate.layout.rows import cells_of, is_entry, is_row, row_text
from tools.observation import Frame

ENTRIES = [line(text, 105, 102 + 20 * row) for row, text in enumerate(("Austria", "Belgium", "Canada"))]
LIST = scene(*ENTRIES)
BAND = Box(100, 120, 200, 20)


def test_a_band_is_a_row_where_the_next_text_stands_one_row_away() -> None:
    assert is_row(LIST, BAND, ENTRIES[1])
    assert not is_row(LIST, Box(100, 118, 200, 30), ENTRIES[1])
    assert not is_row(scene(line("Country", 100, 100), ENTRIES[1]), BAND, ENTRIES[1]), "a label above a field"


def test_an_entry_is_one_of_several_texts_in_a_column() -> None:
    assert is_entry(LIST, ENTRIES[1].box)
    assert not is_entry(scene(ENTRIES[0], line("Far below", 105, 160)), ENTRIES[0].box)
    assert not is_entry(scene(ENTRIES[0], line("Elsewhere", 140, 122)), ENTRIES[0].box)


def test_the_cells_beside_an_entry_are_those_of_its_table() -> None:
    """Beside the table stand the labels of a form, at other distances."""
    owed = [
        line(text, 300 - 8 * len(text), 102 + 20 * row) for row, text in enumerate(("1.00", "250.00", "7.5"))
    ]
    form = [line(text, 500, 90 + 32 * row) for row, text in enumerate(("Name", "City", "Street"))]
    shown = scene(*ENTRIES, *owed, *form)
    assert [cells_of(shown, entry) for entry in ENTRIES] == [(one,) for one in owed]
    assert cells_of(scene(*ENTRIES, owed[1]), ENTRIES[1]) == ()


def test_what_stands_beside_the_box_of_a_list_is_none_of_its_cells() -> None:
    other = [line(text, 500, 102 + 20 * row) for row, text in enumerate(("Vienna", "Brussels", "Ottawa"))]
    boxed = scene(*ENTRIES, *other, widget("field", 95, 95, 200, 80))
    assert cells_of(boxed, ENTRIES[1]) == ()
    assert cells_of(scene(*ENTRIES, *other), ENTRIES[1]) == (other[1],)


def test_the_text_of_the_row_that_is_lit_wherever_it_is_pointed_at() -> None:
    rgb = np.full((SIZE.height, SIZE.width, 3), 255, np.uint8)
    rgb[BAND.slices] = (60, 90, 160)
    lit = replace(LIST, frame=Frame.from_rgb(rgb))
    assert row_text(lit, Point(280, 130)) == ENTRIES[1]
    assert row_text(lit, Point(280, 110)) is None
    assert row_text(lit, Point(2000, 130)) is None


@pytest.mark.parametrize(
    ("first", "last", "found"), [(5, None, (3, 8)), (0, None, (0, 3)), (9, None, (8, 10)), (2, 9, (0, 10))]
)
def test_an_even_stretch_ends_at_edges(first: int, last: int | None, found: tuple[int, int]) -> None:
    levels = np.array([200, 200, 200, 90, 95, 100, 104, 110, 20, 20], np.uint8)
    assert even_stretch(levels, first, last) == found

"""Glyphs at borders: what touches one is written on the region where its neighbours are."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.regions import Region, find_regions
from tools.see.text.borders import Homes, glyphs_at_borders

LETTER = 9.0


@pytest.fixture
def regions() -> list[Region]:
    """A window, and a field in it."""
    canvas = Canvas()
    canvas.box(Box(100, 100, 120, 24))
    return find_regions(canvas.frame)


def index_of(regions: list[Region], box: Box) -> int:
    return min(
        (at for at, one in enumerate(regions) if one.box.overlap(box) == box),
        key=lambda at: regions[at].box.area,
    )


def test_a_glyph_without_neighbours_is_on_the_smallest_region_around_it(regions: list[Region]) -> None:
    homes = Homes(regions, [[] for _ in regions], LETTER)
    inside, outside = Box(120, 106, 6, 9), Box(20, 20, 6, 9)
    assert homes.home(inside) == index_of(regions, inside)
    assert homes.home(outside) == index_of(regions, outside)
    assert homes.home(inside) != homes.home(outside)


def test_a_glyph_is_on_the_region_of_the_glyph_beside_it(regions: list[Region]) -> None:
    on: list[list[Box]] = [[] for _ in regions]
    window = index_of(regions, Box(20, 20, 6, 9))
    on[window].append(Box(92, 106, 6, 9))
    assert Homes(regions, on, LETTER).home(Box(99, 106, 6, 9)) == window


def test_what_lies_off_all_regions_has_no_home(regions: list[Region]) -> None:
    homes = Homes(regions, [[] for _ in regions], LETTER)
    assert homes.home(Box(10_000, 10_000, 6, 9)) is None
    assert homes.home(Box(120, 106, 0, 0)) is None
    assert Homes([], [], LETTER).home(Box(120, 106, 6, 9)) is None


def test_a_letter_that_touches_a_border_is_found_and_the_border_is_none(regions: list[Region]) -> None:
    ink = np.zeros((600, 800), np.uint8)
    ink[100, 100:220] = 1  # the border
    ink[100:109, 120:126] = 1  # the letter that hangs on it
    on: list[list[Box]] = [[] for _ in regions]
    ((box, home),) = glyphs_at_borders(ink, on, Homes(regions, on, LETTER), LETTER)
    assert abs(box.center.x - 123) <= 1
    assert abs(box.center.y - 105) <= 1
    assert home == index_of(regions, box)


def test_a_letter_that_the_line_behind_it_cuts_in_two_is_found(regions: list[Region]) -> None:
    """As of the last letter of a group's caption, a pixel before the group's line."""
    ink = np.zeros((600, 800), np.uint8)
    ink[100:109, 120:123] = ink[100:109, 125:128] = ink[100:102, 120:128] = 1  # an n
    ink[104:106, 120:300] = 1
    on: list[list[Box]] = [[] for _ in regions]
    ((box, _),) = glyphs_at_borders(ink, on, Homes(regions, on, LETTER), LETTER)
    assert (box.top, box.height) == (101, 9)


def test_a_thin_letter_that_the_line_cuts_is_found_by_both_of_its_parts(regions: list[Region]) -> None:
    """As an r, whose arm lies above the line and whose stem goes on below it."""
    ink = np.zeros((600, 800), np.uint8)
    ink[100:102, 120:126] = ink[102:110, 120:123] = 1
    ink[102:105, 120:300] = 1
    on: list[list[Box]] = [[] for _ in regions]
    ((box, _),) = glyphs_at_borders(ink, on, Homes(regions, on, LETTER), LETTER)
    assert (box.top, box.height, box.width) == (101, 10, 6)


def test_two_rows_at_both_sides_of_a_line_are_no_letter(regions: list[Region]) -> None:
    ink = np.zeros((600, 800), np.uint8)
    ink[92:100, 120:126] = ink[103:111, 120:126] = 1
    ink[100:103, 90:300] = 1
    on: list[list[Box]] = [[] for _ in regions]
    found = [box for box, _ in glyphs_at_borders(ink, on, Homes(regions, on, LETTER), LETTER)]
    assert [box.height for box in found] == [8, 8]


def test_a_row_of_joined_letters_is_no_border(regions: list[Region]) -> None:
    ink = np.zeros((600, 800), np.uint8)
    ink[120, 20:220] = 1  # the border
    ink[107:114, 20:80] = 1  # a word in bold, whose letters run into one another in two rows ...
    ink[107:109, 24:80:8] = ink[110:113, 26:80:8] = 0
    ink[107:120, 28:31] = 1  # ... and the tail of one down to the border
    on: list[list[Box]] = [[] for _ in regions]
    found = [box for box, _ in glyphs_at_borders(ink, on, Homes(regions, on, LETTER), LETTER)]
    assert [(box.left, box.width) for box in found] == [(21, 60)]


@pytest.mark.parametrize(("end", "widths"), [(80, [60]), (140, [])])
def test_the_joined_heads_of_small_letters_are_no_border_but_one_goes_on(
    regions: list[Region], end: int, widths: list[int]
) -> None:
    ink = np.zeros((600, 800), np.uint8)
    ink[100:130, 18:20] = 1  # the border
    ink[107:114, 20:28] = ink[107:114, 46:50] = 1  # capital letters, whose heads stand out ...
    ink[110:117, 20:80] = 1  # ... and small ones, which run into one another in their upper rows
    ink[113:117, 32:80:8] = 0
    ink[110:112, 20:end] = 1  # where that is a line, it goes on beyond them
    on: list[list[Box]] = [[] for _ in regions]
    found = [box for box, _ in glyphs_at_borders(ink, on, Homes(regions, on, LETTER), LETTER)]
    assert [box.width for box in found if box.width > 50] == widths


@pytest.mark.parametrize(("rows", "widths"), [(6, [60]), (4, [])])
def test_the_joined_feet_of_bold_letters_are_no_border_where_they_are_thicker(
    regions: list[Region], rows: int, widths: list[int]
) -> None:
    """As those of Swing's "Abholung" above the edge of its list; a line on which letters stand is thin."""
    ink = np.zeros((600, 800), np.uint8)
    ink[124, 18:220] = 1  # the border
    ink[106 : 118 - rows, 20:80] = 1
    ink[106 : 118 - rows, 24:80:8] = 0
    ink[118 - rows : 118, 20:80] = 1
    ink[110:124, 72:78] = 1  # a tail down to the border
    on: list[list[Box]] = [[] for _ in regions]
    found = [box for box, _ in glyphs_at_borders(ink, on, Homes(regions, on, LETTER), LETTER)]
    assert [box.width for box in found if box.width > 50] == widths

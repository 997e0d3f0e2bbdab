"""The ground of a check box, and what is drawn on it."""

from __future__ import annotations

import numpy as np

from tests.tools.see.canvas import EDGE, INK, WHITE, Canvas
from tools.geometry import Box
from tools.see.pixels.regions import find_regions
from tools.see.shapes.paper import even_ground, is_chequered, mark_in
from tools.see.shapes.ticks import is_ticked

PLACE = Box(20, 20, 16, 16)


def test_the_ground_is_what_lies_within_the_border() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    found = even_ground(canvas.frame, PLACE)
    assert found is not None
    assert (found[0], int(found[1])) == (1, WHITE)
    assert mark_in(canvas.frame, PLACE) is None


def test_a_mark_is_cut_out_of_its_ground() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    canvas.fill(Box(24, 26, 7, 3), INK)
    mark = mark_in(canvas.frame, PLACE)
    assert mark is not None
    assert mark.shape == (3, 7)
    assert mark.all()


def test_the_inside_of_a_high_bar_is_not_the_ground() -> None:
    canvas = Canvas()
    place = canvas.box(Box(20, 20, 32, 32), 104, 93)
    canvas.fill(Box(26, 32, 20, 8), WHITE)
    mark = mark_in(canvas.frame, place)
    assert mark is not None
    assert mark.shape == (8, 20)


def test_each_row_of_a_shaded_ground_has_its_own_level() -> None:
    canvas = Canvas()
    canvas.box(PLACE, edge=EDGE)
    for row in range(14):
        canvas.fill(Box(21, 21 + row, 14, 1), 120 + 10 * row)
    canvas.fill(Box(24, 26, 7, 3), INK)
    mark = mark_in(canvas.frame, PLACE)
    assert mark is not None
    assert np.array_equal(mark, np.ones((3, 7), np.bool_))


def test_a_paper_whose_pixels_take_turns_is_chequered_and_a_tick_on_plain_paper_is_not() -> None:
    canvas = Canvas()
    canvas.box(PLACE)
    for at in range(5):
        canvas.fill(Box(23 + at, 27 + min(at, 4 - at), 1, 3), INK)
    assert not is_chequered(canvas.frame, PLACE)
    paper = canvas.pixels[PLACE.grow(-1).slices]
    turns = np.indices(paper.shape[:2]).sum(axis=0) % 2 == 1
    paper[turns & (paper[:, :, 0] == WHITE)] = 212
    assert is_chequered(canvas.frame, PLACE)
    (outline,) = [one for region in find_regions(canvas.frame) for one in region.outlines if one.box == PLACE]
    assert is_ticked(canvas.frame, outline, "checkbox") is None

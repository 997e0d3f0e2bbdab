"""Cells between the edges of their column's header."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.locate.candidates.ruled import has_own_sides, has_sides_throughout, ruled_cell
from tools.observation import Frame

FIRST, HEADER = Box(20, 14, 30, 12), Box(70, 14, 40, 12)
LAST = Box(210, 14, 30, 12)
ROW, NEXT = Box(16, 44, 40, 12), Box(16, 64, 40, 12)
EDGES = (12, 58, 130, 200)


def table(*edges: int) -> Frame:
    """Headers 20 pixels high with strokes at these x, over rows without any."""
    rgb = np.full((160, 300, 3), 255, np.uint8)
    for x in edges:
        rgb[10:30, x] = 120
    return Frame.from_rgb(rgb)


def test_a_cell_is_as_wide_as_its_header_and_as_high_as_the_rows_are_apart() -> None:
    assert ruled_cell(table(*EDGES), [FIRST], HEADER, ROW, [NEXT]) == Box(59, 40, 71, 20)
    assert ruled_cell(table(*EDGES), [FIRST], HEADER, NEXT, [ROW]) == Box(59, 60, 71, 20)


@pytest.mark.parametrize(
    ("edges", "heads", "others"),
    [
        ((12, 130), [FIRST], [NEXT]),  # no stroke before the header
        ((12, 58), [FIRST, LAST], [NEXT]),  # none behind it
        ((12,), [FIRST], [NEXT]),  # neither
        (EDGES, [FIRST], []),  # no other row
        (EDGES, [FIRST], [Box(16, 100, 40, 12)]),  # it stands elsewhere
        ((12, 40, 130), [FIRST], [NEXT]),  # the row's own text is in it
        (EDGES, [], [NEXT]),  # beside the table, as the entry of a sidebar
    ],
)
def test_where_header_or_rows_do_not_tell_there_is_none(
    edges: tuple[int, ...], heads: list[Box], others: list[Box]
) -> None:
    assert ruled_cell(table(*edges), heads, HEADER, ROW, others) is None


def test_no_stroke_ends_a_table_but_the_ground_of_its_headers_does() -> None:
    """GTK's tables begin and end without one."""
    rgb = np.full((160, 300, 3), 80, np.uint8)
    rgb[:, 6:230] = 255
    rgb[10:30, [58, 130]] = 120
    frame = Frame.from_rgb(rgb)
    assert ruled_cell(frame, [FIRST, LAST], HEADER, ROW, [NEXT]) == Box(59, 40, 71, 20)
    assert ruled_cell(frame, [FIRST, HEADER], LAST, ROW, [NEXT]) == Box(131, 40, 99, 20)


def test_rows_are_even_where_tails_make_their_texts_uneven() -> None:
    """The middle of a text with a tail lies lower."""
    rows = [Box(16, 44, 40, 12), Box(16, 64, 40, 16), Box(16, 84, 40, 12)]
    assert ruled_cell(table(*EDGES), [FIRST], HEADER, rows[2], rows[:2]) == Box(59, 80, 71, 20)
    twice = [rows[0], Box(16, 84, 40, 12), Box(16, 104, 40, 12)]
    assert ruled_cell(table(*EDGES), [FIRST], HEADER, twice[2], twice[:2]) is None, "one row is missing"


def test_a_shaded_header_ends_where_any_row_of_its_ground_does() -> None:
    """Fusion's crosses the level of what is beside it somewhere."""
    rgb = np.full((160, 300, 3), 200, np.uint8)
    rgb[10:30, 6:230] = np.linspace(255, 145, 20).astype(np.uint8)[:, None, None]
    rgb[10:30, [58, 200]] = 40
    assert ruled_cell(Frame.from_rgb(rgb), [FIRST], LAST, ROW, [NEXT]) == Box(201, 40, 29, 20)


def test_a_row_of_another_table_below_is_none_of_this_one() -> None:
    below = [Box(16, top, 40, 12) for top in (90, 110, 130)]  # its header, and rows
    assert ruled_cell(table(*EDGES), [FIRST], HEADER, below[1], [ROW, NEXT, below[0], below[2]]) is None
    assert ruled_cell(table(*EDGES), [FIRST], HEADER, NEXT, [ROW, *below]) is not None


def test_a_letter_is_no_side_of_a_cell() -> None:
    """A stretch of one colour in a row ends at the text before it, as well as at an edge."""
    rgb = np.full((60, 120, 3), 255, np.uint8)
    rgb[:, [30, 90]] = 0
    assert has_own_sides(Frame.from_rgb(rgb), Box(31, 20, 59, 20))
    rgb[:25, 30] = rgb[35:, 30] = 255
    assert not has_own_sides(Frame.from_rgb(rgb), Box(31, 20, 59, 20))
    assert not has_own_sides(Frame.from_rgb(rgb), Box(31, 20, 59, 0))


def test_sides_go_on_past_a_selection_and_end_between_two_tables() -> None:
    rgb, column = np.full((160, 300, 3), 255, np.uint8), Box(59, 10, 71, 140)
    rgb[10:150, [58, 130]] = 199
    rgb[30:50, 59:130] = 195  # nearly as dark as the strokes
    rgb[50:52, 40:140] = 199
    assert has_sides_throughout(Frame.from_rgb(rgb), column)
    rgb[80:94] = 255
    assert not has_sides_throughout(Frame.from_rgb(rgb), column)
    assert has_sides_throughout(Frame.from_rgb(rgb), column._replace(height=-4))

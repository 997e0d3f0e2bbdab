"""Entries of a list: which are in sight, which is chosen, where the wheel is turned."""

from __future__ import annotations

import numpy as np
import pytest

from tests.tools.scenes import FakeParser, line
from tools.geometry import Box
from tools.locate.areas.entries import EntryList, is_cut
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Scene, Widget

FIELD = Box(100, 300, 200, 24)
BELOW, ABOVE = Box(100, 324, 200, 170), Box(100, 130, 200, 170)
ROWS = tuple(line(f"Row {row}", 110, 326 + 17 * row) for row in range(10))


def look(*lit: int, rows: int = 10) -> Look:
    rgb = np.full((600, 800, 3), 250, np.uint8)
    for row in lit:
        rgb[Box(100, 324 + 17 * row, 200, 17).slices] = (60, 120, 200)
    frame = Frame.from_rgb(rgb)
    return Look(frame, FakeParser(Scene(frame, (*ROWS[:rows], line("Row 3", 500, 20)), ())))


def test_an_entry_is_looked_for_in_the_list_alone() -> None:
    assert EntryList(BELOW).entry(look(), "Row 3") == ROWS[3].box
    assert EntryList(BELOW).entry(look(), "Row 12") is None


def entries(*rows: int, button: Box, left: int = 0) -> Box | None:
    """Where `Row 1` is among rows at some places, of which some are taken for a button."""
    lines = [line(f"Row {at}", 110 + left * at, top) for at, top in enumerate(rows)]
    frame = Frame.from_rgb(np.full((600, 800, 3), 250, np.uint8))
    parser = FakeParser(Scene(frame, tuple(lines), (Widget("button", button),)))
    return EntryList(BELOW).entry(Look(frame, parser), "Row 1")


def test_rows_that_look_like_a_button_are_entries_and_lines_of_a_caption_are_none() -> None:
    assert entries(330, 352, 374, button=Box(102, 326, 196, 70)) is not None, "all of them"
    assert entries(330, 352, 374, button=Box(102, 348, 196, 46)) is not None, "but the lit one"
    assert entries(330, 348, 386, button=Box(102, 326, 196, 42)) is None, "closer to each other"
    assert entries(330, 352, button=Box(102, 326, 196, 50)) is None, "two may be a caption"
    assert entries(330, 352, 374, button=Box(102, 326, 196, 70), left=6) is None, "at no one edge"


def test_it_is_turned_in_its_middle_beside_the_field() -> None:
    assert EntryList(BELOW).place(look()).point == (200, 409)
    whole = BELOW.union(FIELD)
    assert EntryList(whole, FIELD).place(look()).pane == BELOW
    assert EntryList(ABOVE, FIELD).place(look()).point == (200, 215)


def test_it_may_move_by_as_many_rows_as_it_shows_whole() -> None:
    assert EntryList(BELOW, FIELD).place(look()).ahead == 9 * 17, "the last row is at its edge"


def test_a_row_at_an_edge_may_be_cut() -> None:
    entry = Box(110, 476, 60, 16)
    assert is_cut(entry, BELOW, at_foot=True)
    assert not is_cut(entry, BELOW, at_foot=False)
    assert not is_cut(entry.shift(0, -4), BELOW, at_foot=True)


@pytest.mark.parametrize(
    ("lit", "rows", "chosen"),
    [((4,), 10, ROWS[4]), ((0,), 3, ROWS[0]), ((0,), 2, None), ((), 10, None), ((2, 5), 10, None)],
)
def test_the_only_row_on_a_ground_of_its_own_is_chosen(
    lit: tuple[int, ...], rows: int, chosen: object
) -> None:
    assert EntryList(BELOW).chosen(look(*lit, rows=rows)) == chosen

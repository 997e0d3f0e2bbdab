"""Texts left of a window's border, which name nothing right of it."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.locate.layout.borders import is_across_border, is_across_line
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget

LABEL, FIELD = Box(60, 100, 50, 16), Box(150, 96, 180, 24)


@pytest.mark.parametrize(
    ("panel", "across"),
    [
        (Box(130, 0, 300, 300), True),  # a window over another
        (Box(130, 92, 300, 32), False),  # a row with a ground of its own
        (Box(0, 0, 400, 300), False),  # one window
        (Box(200, 0, 200, 300), False),  # the border is farther right
    ],
)
def test_a_border_that_runs_far_past_a_text_parts_it_from_a_field(panel: Box, *, across: bool) -> None:
    rgb = np.full((300, 400, 3), 217, np.uint8)
    rgb[panel.slices] = 243
    rgb[LABEL.grow(-3).slices][:, ::3] = 20
    rgb[FIELD.slices] = 255
    assert is_across_border(Scene(Frame.from_rgb(rgb), (), ()), LABEL, FIELD) is across


@pytest.mark.parametrize(
    ("others", "across"),
    [
        ([(40, 40)], False),  # a row as this one is
        ([(80, 80), (120, 120), (28, 200), (56, 200)], False),  # further down, past two without a field
        ([(28, 200), (56, 200), (84, 200), (112, 200), (140, 140)], True),  # a list's rows, one of them level
        ([(34, 40)], True),  # one whose text is beside its field by chance
    ],
)
def test_labels_in_a_column_with_a_ground_of_its_own_name_their_fields(
    others: list[tuple[int, int]], *, across: bool
) -> None:
    """As in a table whose first column is grey.

    Args:
        others: by how much the other rows' texts and fields are lower than these.
        across: whether they are of two windows.
    """
    rgb = np.full((400, 400, 3), 255, np.uint8)
    rgb[Box(40, 0, 90, 400).slices] = 238
    rgb[LABEL.grow(-3).slices][:, ::3] = 20
    fields = [Widget("field", FIELD.shift(0, down)) for _, down in others]
    lines = [Line("Name", LABEL.shift(0, down), 1.0) for down, _ in others]
    page = Scene(Frame.from_rgb(rgb), tuple(lines), tuple(fields))
    assert is_across_border(page, LABEL, FIELD) is across


@pytest.mark.parametrize(("left", "across"), [(136, True), (0, False)])
def test_a_border_is_seen_though_other_things_stand_where_text_and_field_begin(
    left: int, *, across: bool
) -> None:
    """A text in a field of the window behind, and a slider between labels of the one in front."""
    rgb = np.full((300, 400, 3), 60, np.uint8)
    rgb[Box(left, 0, 300, 300).slices] = 243
    rgb[LABEL.grow(6).slices] = 90
    rgb[LABEL.grow(-3).slices][:, ::3] = 200
    for top in (60, 90, 130):
        rgb[Box(FIELD.left - 8, top, 60, 12).slices] = 20
    rgb[FIELD.slices] = 255
    assert is_across_border(Scene(Frame.from_rgb(rgb), (), ()), LABEL, FIELD) is across


def test_at_the_screens_edge_or_where_both_meet_nothing_is_told() -> None:
    frame = Frame.from_rgb(np.full((110, 400, 3), 217, np.uint8))
    assert not is_across_border(Scene(frame, (), ()), LABEL, FIELD)
    assert not is_across_border(Scene(frame, (), ()), LABEL, LABEL.shift(48, 0))


def test_so_does_one_that_a_note_under_its_field_has_stand_lower_than_that() -> None:
    rgb = np.full((400, 400, 3), 255, np.uint8)
    rgb[Box(40, 0, 90, 400).slices] = 238
    low = LABEL.shift(0, 8)
    rgb[low.grow(-3).slices][:, ::3] = 20
    fields = [Widget("field", FIELD.shift(0, down)) for down in (50, 90)]
    lines = [Line("Name", LABEL.shift(0, down), 1.0) for down in (50, 90)]
    page = Scene(Frame.from_rgb(rgb), tuple(lines), tuple(fields))
    assert not is_across_border(page, low, FIELD)
    assert is_across_border(Scene(page.frame, page.lines[:1], page.widgets[:1]), low, FIELD)


@pytest.mark.parametrize(
    ("line", "across"),
    [
        (Box(130, 40, 1, 200), True),  # a card's edge, on one ground
        (Box(130, 40, 2, 200), True),
        (Box(130, 40, 9, 200), False),  # a strip
        (Box(130, 90, 1, 36), False),  # as high as the row
        (Box(130, 0, 1, 130), False),  # it ends beside the field
        (Box(130, 80, 1, 220), False),
        (Box(340, 40, 1, 200), False),  # behind the field
    ],
)
def test_a_line_that_runs_far_past_a_text_parts_it_from_a_field(line: Box, *, across: bool) -> None:
    rgb = np.full((300, 400, 3), 33, np.uint8)
    rgb[line.slices] = 66
    rgb[LABEL.grow(-3).slices][:, ::3] = 220
    assert is_across_line(Scene(Frame.from_rgb(rgb), (), ()), LABEL, FIELD) is across


def test_in_the_next_rows_too_it_is_a_ruled_table_of_labels_and_fields() -> None:
    rgb = np.full((300, 400, 3), 255, np.uint8)
    rgb[Box(130, 40, 1, 200).slices] = 120
    rgb[LABEL.grow(-3).slices][:, ::3] = 20
    fields = tuple(Widget("field", FIELD.shift(0, down)) for down in (-32, 0, 32))
    lines = tuple(Line("Name", LABEL.shift(0, down), 1.0) for down in (-32, 0, 32))
    assert not is_across_line(Scene(Frame.from_rgb(rgb), lines, fields), LABEL, FIELD)


@pytest.mark.parametrize(("begins", "across"), [(112, True), (140, False)])
def test_texts_that_a_window_cuts_end_at_one_place_and_are_no_column_for_that(
    begins: int, *, across: bool
) -> None:
    """Right before the window in front; farther off they end where labels do, beside their fields.

    Args:
        begins: Where that window begins.
        across: Whether the text behind it names nothing on it.
    """
    rgb = np.full((300, 400, 3), 238, np.uint8)
    rgb[:, begins:] = 48
    texts = [LABEL, LABEL._replace(left=78, width=32, top=60), LABEL._replace(left=84, width=26, top=140)]
    fields = [FIELD, FIELD.shift(0, -40), FIELD.shift(0, 40)]
    for text in texts:
        rgb[text.grow(-3).slices][:, ::3] = 20
    for field in fields:
        rgb[field.slices] = 70
    lines = tuple(Line("Note", text, 1.0) for text in texts)
    page = Scene(Frame.from_rgb(rgb), lines, tuple(Widget("field", field) for field in fields))
    assert is_across_border(page, LABEL, FIELD) is across


def test_a_text_beyond_the_screen_is_in_no_window() -> None:
    frame = Frame.from_rgb(np.full((300, 400, 3), 217, np.uint8))
    assert not is_across_border(Scene(frame, (), ()), LABEL.shift(0, 400), FIELD.shift(0, 400))

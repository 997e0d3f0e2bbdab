"""How high an underlined field is."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.observation import Frame
from tools.see.elements.line_tops import whole_field
from tools.see.shapes.underscores import Underscore

FRAME = Frame.from_rgb(np.full((300, 400, 3), 240, np.uint8))
LINE, BOX = Box(100, 199, 200, 1), Box(100, 170, 200, 30)
LETTER = 9.0


def top(*texts: Box, above: tuple[Box, ...] = (), grip: bool = False) -> int:
    return whole_field(FRAME, Underscore(LINE, (0, 0, 0), has_grip=grip), BOX, above, texts, LETTER).box.top


def test_alone_it_is_as_high_as_it_is_seen() -> None:
    assert top() == BOX.top


def test_it_begins_below_what_stands_above_it() -> None:
    assert top(above=(Box(100, 140, 200, 36),)) == 176


@pytest.mark.parametrize(("left", "expected"), [(20, 164), (500, 178)])
def test_a_text_that_its_top_cuts_is_its_value_where_a_label_stands_before_it(
    left: int, expected: int
) -> None:
    assert top(Box(104, 164, 90, 14), Box(left, 180, 60, 14)) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (Box(103, 142, 60, 14), 164),  # close above it
        (Box(103, 134, 60, 14), 178),  # a heading, further off: the text is the label
        (Box(140, 142, 60, 14), 178),  # of something else
    ],
)
def test_a_text_that_its_top_cuts_is_its_value_right_below_its_label(label: Box, expected: int) -> None:
    assert top(Box(104, 164, 90, 14), label) == expected


def test_an_area_with_a_grip_reaches_up_to_its_label() -> None:
    assert top(Box(100, 130, 60, 14), grip=True) == 144


@pytest.mark.parametrize(
    ("label", "value", "above", "expected"),
    [
        (
            Box(20, 143, 60, 14),
            Box(101, 102, 90, 14),
            (),
            102,
        ),  # as far above the middle as its line is below
        (Box(20, 103, 60, 14), Box(101, 102, 90, 14), (), 170),  # a label on the row of that text
        (Box(20, 143, 60, 14), Box(130, 102, 90, 14), (), 170),  # which begins elsewhere
        (Box(20, 143, 60, 14), Box(101, 102, 90, 14), (Box(100, 118, 200, 1),), 170),  # with a line below it
    ],
)
def test_an_area_whose_label_stands_before_its_middle_reaches_up_to_its_text(
    label: Box, value: Box, above: tuple[Box, ...], expected: int
) -> None:
    assert top(label, value, above=above) == expected


@pytest.mark.parametrize(
    ("others", "above", "expected"),
    [
        ((), (), 100),  # as far above the middle of its label as its line is below
        ((Box(20, 178, 60, 14),), (), 170),  # two labels before it
        ((Box(150, 120, 60, 14),), (), 170),  # a text of something else over its line
        ((), (Box(100, 118, 200, 1),), 170),  # another line
    ],
)
def test_an_empty_area_whose_label_stands_before_its_middle_reaches_up_as_far(
    others: tuple[Box, ...], above: tuple[Box, ...], expected: int
) -> None:
    assert top(Box(20, 143, 60, 14), *others, above=above) == expected


@pytest.mark.parametrize(("rows", "expected"), [((102, 122, 142), 102), ((102, 142), 102), ((102, 134), 176)])
def test_of_an_area_that_reaches_up_all_lines_are_as_far_apart(rows: tuple[int, ...], expected: int) -> None:
    lines = [Box(101, row, 90, 14) for row in (*rows, 162, 182)]
    assert top(Box(20, 143, 60, 14), *lines) == expected


@pytest.mark.parametrize(("text", "expected"), [(Box(104, 166, 90, 14), 152), (Box(150, 166, 90, 14), 110)])
def test_a_field_begins_close_above_its_first_text(text: Box, expected: int) -> None:
    """What the detector sees reaches up to a heading, beside which the field would stand."""
    seen = Box(100, 110, 200, 90)
    field = whole_field(FRAME, Underscore(LINE, (0, 0, 0), has_grip=False), seen, (), [text], LETTER)
    assert field.box.top == expected


SET_IN = Box(109, 136, 60, 14)
"""A text above what is seen of an area, further right than its line begins."""


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((Box(309, 20, 40, 14), Box(309, 80, 40, 14)), 132),  # as the values on two other lines
        ((Box(309, 20, 40, 14),), 170),
        ((Box(301, 20, 40, 14), Box(301, 80, 40, 14)), 170),  # which begin at their lines
        ((Box(309, 20, 40, 14), Box(309, 80, 40, 14), Box(309, 60, 40, 14)), 170),  # one is a label
    ],
)
def test_an_area_with_a_grip_holds_a_text_that_is_set_in_as_the_values_of_others(
    others: tuple[Box, ...], expected: int
) -> None:
    lines = (Box(300, 38, 90, 1), Box(300, 98, 90, 1))
    assert top(SET_IN, *others, above=lines, grip=True) == expected

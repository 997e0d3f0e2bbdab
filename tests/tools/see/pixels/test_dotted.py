"""Dotted focus rings: seen on all four sides, and taken off what stands a pixel beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.pixels.dotted import dots_in, is_dashed, without_rings
from tools.see.pixels.regions import find_regions
from tools.see.shapes.widgets import find_widgets

if TYPE_CHECKING:
    from tools.observation import Frame

RING, TICKED = Box(38, 40, 110, 22), Box(40, 45, 12, 12)


def ringed(*, sides: int = 4) -> Canvas:
    """A check box with its caption, and so many sides of a dotted ring around both."""
    canvas = Canvas(ground=192)
    canvas.box(TICKED, 255, 90)
    canvas.text("Urgent", 58, 46)
    lines = [(RING.top, slice(RING.left, RING.right, 2)), (RING.bottom - 1, slice(RING.left, RING.right, 2))]
    for row, columns in lines[:sides]:
        canvas.pixels[row, columns] = 0
    for column in (RING.left, RING.right - 1)[: sides - 2]:
        canvas.pixels[RING.top : RING.bottom : 2, column] = 0
    return canvas


def bare(frame: Frame) -> Frame:
    return without_rings(frame, find_regions(frame))[0]


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ([200, 0] * 10 + [200], range(1, 20)),
        ([200] * 5 + [0, 200] * 8 + [200] * 20, range(5, 20)),
        ([0] * 3 + [200] * 4 + [90, 200] * 8, range(7, 22)),
        ([200, 0, 0] * 8, range(0)),  # dashes
        ([200, 190] * 10, range(0)),  # hardly to be seen
        ([200] * 30, range(0)),
        ([200, 0] * 3 + [200] * 10, range(0)),  # short
    ],
)
def test_dots_and_ground_take_turns(levels: list[int], found: range) -> None:
    assert dots_in(np.array(levels, np.int16), 8) == found


def test_a_ring_is_taken_off_and_all_else_stays() -> None:
    canvas = ringed()
    plain = bare(canvas.frame)
    assert np.array_equal(plain.rgb, ringed(sides=0).frame.rgb)


def test_what_is_dotted_on_some_sides_only_is_no_ring() -> None:
    frame = ringed(sides=2).frame
    regions = find_regions(frame)
    assert without_rings(frame, regions) == (frame, regions)


def test_a_check_box_a_pixel_beside_a_ring_is_one() -> None:
    canvas = ringed()
    assert [(one.kind, one.box) for one in find_widgets(canvas.frame)] == [("checkbox", TICKED)]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([222, 176, 185] * 8, True),
        ([222, 176, 176, 222, 176, 176, 221, 174, 176, 222, 176, 176, 221], True),  # a short side
        ([40, 40, 40, 40, 230, 230, 230] * 4, True),
        ([222, 215, 222] * 8, False),  # hardly to be seen
        ([176] * 40, False),
        ([222, 176, 185] * 4 + [222] * 12, False),  # not to its end
        ([222] * 11 + [176] * 11 + [222] * 11, False),  # farther apart
    ],
)
def test_dashes_repeat_themselves_from_end_to_end(levels: list[int], *, expected: bool) -> None:
    assert is_dashed(np.array(levels, np.int16)) is expected


def test_a_box_and_its_caption_in_a_dashed_ring_that_touches_both_are_as_without_it() -> None:
    """As GTK's Numix draws the focus."""
    canvas = ringed(sides=0)
    for row in (RING.top, RING.bottom - 1):
        canvas.pixels[row, RING.left : RING.right] = np.resize([146, 155, 183], (RING.width, 1))
    for column in (RING.left, RING.right - 1):
        canvas.pixels[RING.top : RING.bottom, column] = np.resize([146, 155, 183], (RING.height, 1))
    assert np.array_equal(bare(canvas.frame).rgb, ringed(sides=0).frame.rgb)


def test_the_tail_of_a_letter_that_reaches_into_a_ring_stays_whole() -> None:
    canvas, tail = ringed(), Box(80, RING.bottom - 5, 3, 5)
    canvas.fill(tail, 20)
    assert (bare(canvas.frame).rgb[tail.slices] == 20).all()

"""How far a list or a page was scrolled, by what it shows before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.see.canvas import Canvas
from tools.geometry import Box, Size
from tools.see.pixels.shift import shift_across, shift_down

if TYPE_CHECKING:
    from tools.observation import Frame

LIST = Box(20, 20, 200, 150)


def shown(first: int, *, lit: int | None = None, sideways: int = 0) -> Frame:
    """A list of rows 18 pixels high, seen from that pixel on."""
    canvas = Canvas(Size(320, 200))
    canvas.fill(LIST, 255)
    if lit is not None:
        canvas.fill(Box(20, 20 + 18 * lit, 200, 18), 200)
    for row in range(40):
        top = LIST.top + 18 * row - first
        if LIST.top <= top <= LIST.bottom - 18:
            canvas.text(f"Row {row} of {row * row + 7}", LIST.left + 60 - sideways, top)
    return canvas.frame


@pytest.mark.parametrize("pixels", [1, 18, 54, 72])
def test_rows_that_are_seen_again_tell_how_far_a_list_moved(pixels: int) -> None:
    assert shift_down(shown(0), shown(pixels), LIST) == -pixels
    assert shift_down(shown(200), shown(200 - pixels), LIST) == pixels


def test_a_list_moves_sideways_too() -> None:
    assert shift_across(shown(0), shown(0, sideways=30), LIST) == -30


def test_what_stands_still_has_not_moved() -> None:
    assert shift_down(shown(0), shown(0), LIST) is None


def test_a_row_that_lights_up_is_no_move_and_hides_none() -> None:
    assert shift_down(shown(0), shown(0, lit=3), LIST) is None
    assert shift_down(shown(0), shown(36, lit=3), LIST) == -36


def test_rows_that_are_all_new_tell_nothing() -> None:
    assert shift_down(shown(0), shown(400), LIST) is None

"""Rectangles of new edges, on painted frames."""

from __future__ import annotations

import numpy as np
import pytest

from tools.geometry import Box
from tools.locate.layout.outlines import NewEdges
from tools.observation import Frame

MENU, TEXT = Box(60, 40, 80, 70), Box(70, 60, 40, 14)


def frame(*outlines: Box, ground: int = 220, rounded: int = 0) -> Frame:
    """An even frame with outlines, whose corners may be missing."""
    gray = np.full((200, 300), ground, np.uint8)
    for box in outlines:
        inner = box.grow(-1)
        gray[box.slices] = 90
        gray[inner.slices] = ground
        for x, y in (
            (box.left, box.top),
            (box.left, box.bottom),
            (box.right, box.top),
            (box.right, box.bottom),
        ):
            gray[max(0, y - rounded) : y + rounded, max(0, x - rounded) : x + rounded] = ground
    return Frame.from_rgb(np.repeat(gray[:, :, None], 3, axis=2))


@pytest.mark.parametrize("rounded", [0, 4])
def test_a_new_outline_is_found_from_what_stands_in_it(rounded: int) -> None:
    found = NewEdges(frame(), frame(MENU, rounded=rounded)).around(TEXT, 8)
    assert found is not None
    assert all(abs(one - other) <= 2 for one, other in zip(found, MENU, strict=True))


def test_an_outline_that_was_there_is_none() -> None:
    assert NewEdges(frame(MENU), frame(MENU)).around(TEXT, 8) is None


def test_an_outline_as_low_as_the_text_itself_is_a_buttons() -> None:
    button = TEXT.grow(3)
    assert NewEdges(frame(), frame(button)).around(button.grow(2), 8) is None
    found = NewEdges(frame(), frame(MENU, button)).around(button.grow(2), 8)
    assert found is not None
    assert found.top < button.top - 10


def test_an_outline_may_run_across_what_was_there() -> None:
    """Half of its upper side lies where an edge has been."""
    old = Box(60, 40, 35, 10)
    assert NewEdges(frame(old), frame(old, MENU)).around(TEXT, 8) is not None


def test_an_outline_may_lie_along_an_old_one() -> None:
    """As a menu at its window's left border, right below the bar."""
    window = Box(60, 40, 200, 150)
    found = NewEdges(frame(window), frame(window, MENU)).around(TEXT, 8)
    assert found is not None
    assert found.width < 90
    list_in_window = Box(60, 40, 200, 70)
    assert NewEdges(frame(window), frame(window, list_in_window)).around(TEXT, 8) is None, "one side is new"


def test_three_sides_are_no_outline() -> None:
    open_below = Box(60, 40, 80, 400)
    assert NewEdges(frame(), frame(open_below)).around(TEXT, 8) is None

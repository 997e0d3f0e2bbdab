"""What came up lies over what stood in its place, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.compare.screens.covers import covers_between
from tests.agent.replay.live.compare.screens.screens import window
from tests.tools.scenes import line, painted
from tools.geometry import Box

MENU = [line(text, 300, 190 + 24 * row) for row, text in enumerate(("Save as", "Save all", "Close", "Quit"))]
AREA = Box(290, 180, 330, 110)


def test_a_menu_covers_the_area_around_its_texts() -> None:
    (cover,) = covers_between(window(), painted(*window().lines, *MENU, marks=(AREA,)))
    assert AREA.overlap(cover) == cover
    assert all(cover.contains(entry.box.center) for entry in MENU)


def test_a_text_that_was_exchanged_covers_nothing() -> None:
    before, now = (window(line(text, 300, 200)) for text in ("Ready", "Saved"))
    assert covers_between(before, now) == []

"""Texts that are gone from their place, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.compare.screens.gone import GoneTexts
from tests.agent.replay.live.compare.screens.screens import window
from tests.tools.scenes import line, painted
from tools.geometry import Box

NOTE, OLD_STATE, NEW_STATE = line("A note", 310, 200), line("Ready", 20, 400), line("Saved", 20, 400)
MENU = [line(text, 300, 190 + 24 * row) for row, text in enumerate(("Save as", "Save all", "Close", "Quit"))]
UNDER_MENU = Box(290, 180, 330, 110)


def with_menu() -> GoneTexts:
    """A window twice with a note and one of two states; then a menu lies over the note."""
    earlier = [window(NOTE, OLD_STATE), window(NOTE, NEW_STATE)]
    return GoneTexts(earlier, painted(*window().lines, NEW_STATE, *MENU, marks=(UNDER_MENU,)))


def test_what_is_gone_is_known_with_the_first_and_the_last_screen_that_show_it() -> None:
    gone = [(one.line.text, one.first, one.last) for one in with_menu()]
    assert gone == [("A note", 0, 1), ("Ready", 0, 0)]


def test_what_a_menu_lies_over_is_covered_and_what_was_exchanged_is_not() -> None:
    texts = with_menu()
    assert {one.line.text: texts.is_covered(one) for one in texts} == {"A note": True, "Ready": False}


def test_nothing_is_gone_from_a_screen_that_shows_the_same() -> None:
    assert not [*GoneTexts([window(NOTE)], window(NOTE))]

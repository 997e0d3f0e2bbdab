"""What is a tooltip, on scenes made by hand."""

from __future__ import annotations

from agent.replay.live.compare.texts.tooltip import is_tooltip
from tests.tools.scenes import line, painted, widget
from tools.geometry import Point

TEXT = line("Save it all", 50, 325)
TIP = painted(TEXT, widget("button", 44, 320, 100))
BY, AWAY = Point(60, 308), Point(500, 500)


def test_a_text_in_a_small_box_of_its_own_by_the_pointer() -> None:
    assert is_tooltip(TEXT, TIP, BY, AWAY)
    assert is_tooltip(TEXT, TIP, BY, None)


def test_nothing_else_is_one() -> None:
    assert not is_tooltip(TEXT, TIP, AWAY, None)
    assert not is_tooltip(TEXT, TIP, None, None)
    assert not is_tooltip(TEXT, TIP, BY, TEXT.box.center)
    assert not is_tooltip(TEXT, painted(TEXT), BY, AWAY)  # it stands on the window's own ground

"""Text lines of a field as found with the whole screen: all of one, and the rest of one cut short."""

from __future__ import annotations

from tests.tools.scenes import FakeParser, line, painted, widget
from tools.geometry import Box
from tools.locate.look import Look
from tools.locate.text_lines import area_line, line_of_all

AREA = widget("field", 20, 20, 300, 100)
PART = Box(24, 24, 292, 92)


def test_a_line_is_all_of_a_part_unless_something_stands_beside_it() -> None:
    first, second = line("See page", 28, 30), line("12", 110, 30)
    alone, both = painted(AREA, first), painted(AREA, first, second)
    assert line_of_all(Look(alone.frame, FakeParser(alone)), PART) == first
    assert line_of_all(Look(both.frame, FakeParser(both)), PART) is None
    unread = painted(AREA, first, marks=(Box(110, 34, 12, 9),))
    assert line_of_all(Look(unread.frame, FakeParser(unread)), PART) is None


def test_the_words_of_an_area_that_were_not_found_are_read_with_the_line_before_them() -> None:
    first = line("See page", 28, 30)
    whole = painted(AREA, first)
    assert area_line(Look(whole.frame, FakeParser(whole, text="See page 12")), AREA, PART) == first
    unread = painted(AREA, first, marks=(Box(100, 34, 12, 9),))
    read = area_line(Look(unread.frame, FakeParser(unread, text="See page 12")), AREA, PART)
    assert read.text == "See page 12"
    far = painted(AREA, first, marks=(Box(180, 34, 12, 9),))
    assert area_line(Look(far.frame, FakeParser(far, text="See page 12")), AREA, PART) == first

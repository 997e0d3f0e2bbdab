"""Lines that are read on beside each other and below each other."""

from __future__ import annotations

from tests.tools.scenes import line
from tools.geometry import Box
from tools.see.text.passages import joined, next_line, paragraph, rows, spans


def test_what_stands_close_beside_is_one_row() -> None:
    pick, fruit, far, below = (
        line("Pick a", 20, 20),
        line("fruit", 76, 20),
        line("Edit", 200, 20),
        line("x", 20, 40),
    )
    assert sorted(len(row) for row in rows([fruit, far, below, pick])) == [1, 1, 2]
    assert joined([pick, fruit]).text == "Pick a fruit"
    assert joined([pick, fruit]).box == Box(20, 20, 96, 16)
    assert joined([pick]) is pick


def test_spans_are_of_two_pieces_or_more() -> None:
    row = [line("a", 0, 0), line("b", 10, 0), line("c", 20, 0)]
    assert [span.text for span in spans(row)] == ["a b", "a b c", "b c"]


def test_a_text_goes_on_right_below() -> None:
    first, second, third = line("The customer", 20, 20), line("was saved", 20, 38), line("yesterday", 20, 56)
    lines = [third, first, second]
    assert next_line(first, lines) is second
    assert paragraph(first, lines, 4) == [first, second]
    assert paragraph(first, lines, 40) == [first, second, third]
    assert next_line(first, [line("was saved", 20, 60)]) is None
    assert next_line(first, [line("was saved", 60, 38)]) is None


def test_an_asterisk_behind_the_second_line_of_a_label_is_not_where_the_first_goes_on() -> None:
    first, asterisk, second = line("Contact", 20, 20), line("*", 68, 37), line("person", 20, 43)
    assert next_line(first, [first, asterisk, second]) is second
    assert next_line(first, [first, asterisk]) is asterisk


def test_a_text_that_is_flush_right_goes_on_below_its_end() -> None:
    first = line("Interlocute", 20, 20)
    assert next_line(first, [line("ur", 20 + 9 * 8, 38)]) is not None
    assert next_line(first, [line("ur", 20 + 6 * 8, 38)]) is None


def test_below_a_check_box_a_caption_may_begin_left_of_itself() -> None:
    caption, after = line("I have read", 40, 20), line("all of it", 20, 38)
    assert next_line(caption, [after]) is None
    assert next_line(caption, [after], 20) is after

"""Reading orders of a screen."""

from __future__ import annotations

from agent.redact.reading import alone, together
from tests.tools.scenes import line

TABLE = [line("left", 20, 20), line("right", 300, 22), line("below", 20, 40), line("far below", 20, 200)]


def test_a_screen_is_read_row_by_row_and_column_by_column() -> None:
    found = [reading.text.replace("1", "l") for reading in together(TABLE)]
    assert [text.replace("i", "l") for text in found] == ["leftrlghtbelowfarbelow", "leftbelow"]


def test_lines_are_read_alone_as_well() -> None:
    assert [reading.boxes for reading in alone(TABLE)] == [(part.box,) for part in TABLE]


def test_a_line_belongs_to_a_stretch_unless_it_lends_it_one_letter_of_a_word() -> None:
    reading, *_ = together([line("5", 20, 20), line("68", 60, 20), line("Hello", 100, 20)])
    assert reading.boxes_of([(0, 3)]) == list(reading.boxes[:2])
    assert reading.boxes_of([(0, 4)]) == list(reading.boxes[:2])
    assert reading.boxes_of([(0, 5)]) == list(reading.boxes)

"""Bars: entries beside each other, by the boxes of their glyphs."""

from __future__ import annotations

from tools.geometry import Box
from tools.see.text.bars import entries


def word(left: int, width: int = 40, height: int = 11) -> Box:
    return Box(left, 20, width, height)


def test_entries_as_far_from_each_other_as_from_the_next_one_are_parted() -> None:
    run, other = [word(20), word(71)], [word(123)]
    assert list(entries([run, other])) == [run[:1], run[1:], other]


def test_a_space_parts_nothing() -> None:
    run, other = [word(20), word(67)], [word(119)]
    assert list(entries([run, other])) == [run, other]


def test_a_gap_much_narrower_than_that_to_the_next_entry_parts_nothing() -> None:
    run, other = [word(20), word(69)], [word(129)]
    assert list(entries([run, other])) == [run, other]


def test_words_beside_which_nothing_stands_are_one_line() -> None:
    run, below = [word(20), word(71)], [word(20)._replace(top=60)]
    assert list(entries([run, below])) == [run, below]

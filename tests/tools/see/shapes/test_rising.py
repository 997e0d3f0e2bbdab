"""Rising: shapes among letters, by their boxes and their ink."""

from __future__ import annotations

from tests.tools.see.canvas import Canvas
from tools.geometry import Box
from tools.see.shapes.rising import has_other_ink, is_of_paper, is_pair, rises

RING = Box(60, 20, 13, 13)
PAIR = RING.shift(50, 0)


def letter(left: int, height: int) -> Box:
    return Box(left, 33 - height, 7, height)


def test_a_shape_above_all_letters_near_it_rises_and_one_as_high_as_a_capital_does_not() -> None:
    assert rises(RING, [letter(45, 10), letter(76, 11)], [RING])
    assert not rises(RING, [letter(45, 10), letter(76, 13)], [RING])


def test_dots_and_the_others_of_its_row_are_no_letters() -> None:
    assert rises(RING, [letter(76, 10), letter(84, 3), PAIR], [RING, PAIR])
    assert not rises(RING, [letter(84, 3), PAIR], [RING, PAIR])


def test_what_stands_behind_a_wide_gap_tells_nothing() -> None:
    assert rises(RING, [letter(76, 10), letter(110, 16)], [RING])
    assert not rises(RING, [letter(110, 10)], [RING])


def test_a_pair_is_apart_as_large_and_as_high() -> None:
    assert is_pair(RING, PAIR)
    assert not is_pair(RING, RING)
    assert not is_pair(RING, PAIR.shift(0, 4))
    assert not is_pair(RING, PAIR._replace(width=17))
    assert not is_pair(RING, RING.shift(14, 0))


def test_the_ink_of_a_shape_is_told_from_that_of_the_letters() -> None:
    canvas, letters = Canvas(), [letter(45, 10), letter(76, 10)]
    for box in letters:
        canvas.fill(box, 20)
    canvas.circle(RING, inside=255, edge=120)
    assert has_other_ink(canvas.frame, RING, letters, [RING])
    canvas.circle(RING, inside=255, edge=30)
    assert not has_other_ink(canvas.frame, RING, letters, [RING])


def test_paper_that_is_lighter_than_the_ground_is_of_no_letter() -> None:
    canvas, letters = Canvas(), [letter(76, 13)]
    canvas.fill(letters[0], 20)
    canvas.circle(RING, inside=255, edge=20)
    canvas.circle(RING.grow(-3), inside=20, edge=20)
    assert is_of_paper(canvas.frame, RING, letters)
    canvas.circle(RING, inside=220, edge=20)
    assert not is_of_paper(canvas.frame, RING, letters), "an O"
    canvas.circle(RING, inside=150, edge=20)
    assert not is_of_paper(canvas.frame, RING, letters), "the smooth edges of a letter"

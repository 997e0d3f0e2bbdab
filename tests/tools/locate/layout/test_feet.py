"""What stands at the foot of a field, and what is of another column."""

from __future__ import annotations

from tests.tools.scenes import line, widget
from tools.geometry import Box
from tools.locate.layout.feet import is_at_foot, is_in_own_column

UPPER = widget("field", 120, 50, 200)
REMARK, LABEL = line("Please check", 120, 76), line("Pay", 20, 101)


def test_a_text_right_below_a_field_is_at_its_foot() -> None:
    assert is_at_foot(REMARK.box, UPPER.box)
    assert not is_at_foot(Box(120, 100, 80, 16), UPPER.box)
    assert not is_at_foot(LABEL.box, UPPER.box)


def test_a_text_at_neither_end_of_a_wide_field_nor_at_its_middle_is_of_another_column() -> None:
    wide = Box(20, 50, 700, 80)
    for left, other in (
        (20, False),
        (44, False),
        (322, False),
        (640, False),
        (200, True),
        (500, True),
        (290, True),
    ):
        below = Box(left, 134, 96, 16)
        assert is_at_foot(below, wide)
        assert is_in_own_column(below, wide) is other, left

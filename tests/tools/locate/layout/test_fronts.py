"""Labels between two fields of a row: the other rows tell whose they are, and what seems a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.scenes import line, scene, widget
from tools.geometry import Box
from tools.locate.layout.fronts import is_named_from_front, leads_to_button, trails_as_others
from tools.locate.layout.labels import field_of

if TYPE_CHECKING:
    from tools.see.scene import Line

UNIT = line("Unit", 250, 24)
ROW = (widget("dropdown", 100, 20, 120), UNIT, widget("dropdown", 330, 20, 60))
"""The first field shows its label as a hint, or none."""


def test_a_label_between_two_fields_is_the_next_ones_where_the_column_is_named_from_the_front() -> None:
    page = scene(*ROW, line("Length", 20, 64), widget("field", 100, 60, 120))
    assert field_of(page, UNIT) == ROW[2]
    assert is_named_from_front(page, page.widgets[0])


def test_a_label_between_two_fields_is_nobodys_where_no_row_tells() -> None:
    assert field_of(scene(*ROW), UNIT) is None
    behind = scene(*ROW, widget("field", 100, 60, 120), line("Length", 226, 64))
    assert field_of(behind, UNIT) is None


def test_a_label_before_what_seems_a_button_is_not_that_of_the_field_before_it() -> None:
    field, button = ROW[0], widget("button", 330, 20, 48)
    assert field_of(scene(field, UNIT), UNIT) == field
    assert field_of(scene(field, UNIT, button), UNIT) is None
    assert leads_to_button(scene(button), Box(250, 24, 40, 16))
    assert not leads_to_button(scene(button), Box(150, 24, 40, 16))


@pytest.mark.parametrize(("left", "expected"), [(330, True), (350, False)])
def test_so_it_is_where_a_switch_stands_below_its_field_behind_a_text(left: int, *, expected: bool) -> None:
    close = widget("field", 100, 20, 144)
    parts = (close, *ROW[1:], line("Length", 20, 64), widget("field", 100, 60, 120))
    page = scene(*parts, line("Dark", 250, 104), widget("checkbox", left, 100, 16))
    assert field_of(page, UNIT) == (ROW[2] if expected else None)


EVERY = (line("Every", 20, 24), widget("field", 70, 20, 60), line("hours", 136, 24))
REST = (
    widget("field", 210, 20, 80),
    line("minutes", 296, 24),
    line("Offset", 136, 64),
    widget("field", 210, 60, 80),
)


def test_a_unit_behind_a_field_is_not_the_label_of_the_next_one_where_others_trail_their_fields() -> None:
    page = scene(*EVERY, *REST)
    assert trails_as_others(page, EVERY[2], REST[0])
    assert field_of(page, EVERY[2]) is None
    assert field_of(page, REST[2]) == REST[3]


@pytest.mark.parametrize(
    ("unit", "trailing"),
    [
        (line("depth", 136, 24), REST[1]),  # a label
        (line("hours", 160, 24), REST[1]),  # as near to the other
        (EVERY[2], line("and so", 296, 24)),
        (EVERY[2], line("minutes", 310, 24)),
    ],
)
def test_it_is_a_label_where_it_looks_like_one(unit: Line, trailing: Line) -> None:
    page = scene(*EVERY[:2], unit, REST[0], trailing, *REST[2:])
    assert not trails_as_others(page, unit, REST[0])


def test_nor_does_a_label_before_another_field_tell_of_units() -> None:
    page = scene(*EVERY, *REST, widget("field", 370, 20, 80))
    assert not trails_as_others(page, EVERY[2], REST[0])


def test_only_a_text_before_a_field_can_be_its_label_on_its_row() -> None:
    page = scene(*EVERY, *REST)
    assert not trails_as_others(page, REST[1], REST[0])
    assert not trails_as_others(page, EVERY[2], REST[3])


def test_in_a_row_from_a_field_to_a_unit_all_are_units_however_near_they_are_to_the_next() -> None:
    row = (
        widget("field", 20, 20, 60),
        line("days", 86, 24),
        widget("field", 124, 20, 60),
        line("hours", 190, 24),
    )
    page = scene(*row)
    assert trails_as_others(page, row[1], row[2])
    assert field_of(page, row[1]) is None
    assert not trails_as_others(scene(line("In", 0, 24), *row), row[1], row[2])

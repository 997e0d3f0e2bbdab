"""A text before a field that is the unit of the one before it."""

from __future__ import annotations

from dataclasses import replace

from tests.tools.scenes import line, scene, widget
from tools.locate.layout.labels import field_of
from tools.locate.layout.units import may_be_unit

LEFT, RIGHT = widget("field", 20, 40, 130), widget("field", 274, 40, 130)
UNIT = line("EUR", 240, 44)


def test_a_text_right_behind_a_field_and_further_from_the_next_may_be_its_unit() -> None:
    near, far = line("kg", 156, 44), line("Town", 230, 44)
    page = scene(LEFT, RIGHT, near, far)
    assert may_be_unit(page, near, RIGHT.box)
    assert not may_be_unit(page, far, RIGHT.box)


def test_between_two_fields_that_are_named_from_above_a_text_is_the_first_ones_unit() -> None:
    amount, phone = line("Amount", 20, 20), line("Phone", 274, 20)
    page = scene(LEFT, RIGHT, UNIT, amount, phone)
    assert may_be_unit(page, UNIT, RIGHT.box)
    assert field_of(page, phone) == RIGHT


def test_in_a_row_whose_first_field_has_a_label_before_it_a_text_before_the_next_is_one() -> None:
    left = widget("field", 90, 40, 130)
    page = scene(left, RIGHT, line("Town", 20, 44), UNIT, line("Optional", 90, 20), line("Optional", 274, 20))
    assert not may_be_unit(page, UNIT, RIGHT.box)
    assert field_of(page, UNIT) == RIGHT


def test_what_is_written_as_a_unit_is_one_where_a_field_is_named_from_above() -> None:
    cut, phone = widget("field", 60, 40, 90), line("Phone", 274, 20)
    amount = line("Amount", 20, 20)  # above the whole field, of which a caret hides the beginning
    for text, is_unit in (("EUR", True), ("pcs", True), ("Town", False)):
        page = scene(cut, RIGHT, amount, phone, replace(UNIT, text=text))
        assert may_be_unit(page, page.lines[-1], RIGHT.box) is is_unit
    unnamed = scene(cut, RIGHT, amount, UNIT)
    assert not may_be_unit(unnamed, UNIT, RIGHT.box)

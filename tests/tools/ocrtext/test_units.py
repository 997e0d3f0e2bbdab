"""Units that a field shows beside its number."""

from __future__ import annotations

import pytest

from tools.ocrtext.units import is_unit_alone, numbers_of_one_unit, with_unit


@pytest.mark.parametrize(
    ("text", "before", "form"),
    [
        ("120", "5 pcs", "120 pcs"),
        ("120", "5pcs", "120pcs"),
        ("1.5", "$0.00", "$1.5"),
        ("120", "Ada", "120"),
        ("120", "5", "120"),
        ("Ada", "5 pcs", "Ada"),
        ("120", "01/02/2026", "120"),
        ("120", "Room 5 in the old house", "120"),
    ],
)
def test_a_field_puts_its_unit_to_a_number(text: str, before: str, form: str) -> None:
    assert with_unit(text, before) == form


@pytest.mark.parametrize(("shown", "alone"), [("pcs", True), ("p pcs", True), ("", False), ("5 pcs", False)])
def test_a_unit_may_be_read_without_its_number(shown: str, *, alone: bool) -> None:
    assert is_unit_alone(shown) is alone


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        ("250EUR", "250.00 EUR", ("250", "250.00")),
        ("$ 5", "$5.00", ("5", "5.00")),
        ("250 EUR", "250 USD", None),
        ("250", "250 EUR", None),
        ("5", "5.00", None),
        ("Ada", "Ada", None),
    ],
)
def test_numbers_are_compared_in_one_unit(one: str, other: str, numbers: tuple[str, str] | None) -> None:
    assert numbers_of_one_unit(one, other) == numbers

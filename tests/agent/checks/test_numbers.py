"""Comparison of numbers in checks."""

from __future__ import annotations

import math

import pytest

from agent.checks.numbers import number, same_number
from agent.checks.sql import same_value

WHOLE = (0, 1, 4930901820, 1234567890123, 4111111111111110, 2**53, 2**63 - 2)


@pytest.mark.parametrize("whole", WHOLE)
def test_whole_numbers_are_equal_to_the_last_digit(whole: int) -> None:
    assert same_value(whole, whole)
    assert same_value(str(whole), whole)
    assert same_value(f"{whole}.00", whole)
    for other in (whole - 1, whole + 1):
        assert not same_value(other, whole)
        assert not same_value(str(other), whole)


@pytest.mark.parametrize("whole", [number for number in WHOLE if number < 2**53])
def test_so_are_whole_numbers_in_a_column_of_fractions(whole: int) -> None:
    assert same_value(whole, float(whole))
    assert same_value(str(whole), float(whole))
    assert not same_value(whole + 1, float(whole))
    assert not same_value(str(whole + 1), float(whole))


@pytest.mark.parametrize(
    ("expected", "actual", "same"),
    [
        (0.3, 0.1 + 0.2, True),
        ("0.30", 0.1 + 0.2, True),
        (2500, 2499.9999999999995, True),
        (1 / 3, 1 / 3, True),
        ("1234567890123.45", 1234567890123.45, True),
        ("1234567890123.45", 1234567890123.46, False),
        ("12345678.91", 12345678.92, False),
        (0, 1e-10, False),
        (1e-10, 2e-10, False),
        (0.5, 0, False),
        ("0.5", 1, False),
        (1e300, 1e300, True),
        (1, math.inf, False),
        ("1e999", math.inf, False),
        (1, math.nan, False),
    ],
)
def test_fractions_are_equal_as_far_as_a_float_holds_them(
    expected: object, actual: float, same: object
) -> None:
    assert same_value(expected, actual) is same


@pytest.mark.parametrize(
    "written", ["1_000", "٣", "Infinity", "nan", "NaN", " 7 ", "7\n", "0x10", "", ".", "+", "1,5"]
)
def test_what_writes_no_number(written: str) -> None:
    assert number(written) is None


@pytest.mark.parametrize(
    "written", ["7", "+7", "007", "7.", "7.00", "70e-1", ".7E1", "7" + "0" * 300 + "e-300"]
)
def test_any_way_to_write_seven(written: str) -> None:
    assert same_number(number(written) or 0, 7)

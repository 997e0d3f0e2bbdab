"""Comparison of a number that a task writes with one that was found. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(
    r"[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE
)
_DIGITS = 15
"""Of a binary fraction, all that are sure: 0.1 + 0.2 is 0.3 up to there. SQLite shows as many."""


def number(written: str) -> Decimal | None:
    """The number that a text writes, with all its digits; None when it writes none."""
    return Decimal(written) if _NUMBER.fullmatch(written) else None


def same_number(expected: Decimal | float, actual: Decimal | float) -> bool:
    """Whether they are equal: to the last digit, but binary fractions as far as a float holds them."""
    wanted = expected if isinstance(expected, Decimal) else Decimal(repr(expected + 0))
    if isinstance(actual, Decimal):
        return actual.is_finite() and wanted == actual
    if wanted == Decimal(repr(actual)):
        return True
    whole = isinstance(actual, int) or actual.is_integer()
    return not whole and wanted == Decimal(f"{actual:.{_DIGITS}g}")

"""Values of databases and tables against what YAML holds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from agent.checks.values import same_value, spell

moment = datetime.fromisoformat


@pytest.mark.parametrize(
    ("expected", "actual", "passed"),
    [
        (5, 5, True),
        (5, 5.0, True),
        (0.3, 0.1 + 0.2, True),
        ("5", 5, True),
        ("5.00", 5, True),
        (5, "5", True),
        (7, "007", False),
        ("007", "7", False),
        ("Five", 5, False),
        (True, 1, True),
        (False, 1, False),
        (None, None, True),
        (None, 0, False),
        (None, "", False),
        ("", None, False),
        ("abc", b"abc", True),
        ("abc\ufffd", b"abc\xff", False),
        ("a", "A", False),
        (True, True, True),
        ("TRUE", True, True),
        (1, True, True),
        (0, True, False),
        (None, False, False),
        ("yes", True, False),
        (2500.1, Decimal("2500.10"), True),
        ("2500.10", Decimal("2500.1"), True),
        ("2500.10000000000000001", Decimal("2500.1"), False),
        (1, Decimal("NaN"), False),
        ("NaN", Decimal("NaN"), False),
        ("2026-11-27", date(2026, 11, 27), True),
        ("2026-11-27", moment("2026-11-27T00:00"), True),
        ("2026-11-27T08:30", moment("2026-11-27T08:30"), True),
        ("2026-11-27 08:30", moment("2026-11-27T08:30:01"), False),
        ("2026-11-27T08:30Z", moment("2026-11-27T08:30"), False),
        ("2026-11-27T08:30Z", moment("2026-11-27T09:30+01:00"), True),
        ("2026-11-27T00:00", date(2026, 11, 27), False),
        (20261127, date(2026, 11, 27), False),
        ("08:30", time(8, 30), True),
        ("30:15", timedelta(days=1, hours=6, minutes=15), True),
        ("08:30:00", timedelta(hours=8, minutes=30), True),
        ("-00:00:01.5", timedelta(seconds=-1.5), True),
        ("8:3", timedelta(hours=8, minutes=30), False),
        ("1 day, 0:00:00", timedelta(days=1), False),
        ("\\xff00", b"\xff\x00", True),
        ("[1, null]", [1, None], True),
        ("[1]", [True], False),
        ("no JSON", [1], False),
        (None, [], False),
    ],
)
def test_values(expected: object, actual: object, passed: object) -> None:
    assert same_value(expected, actual) is passed


def test_a_value_is_told_with_its_kind() -> None:
    row = (
        "7",
        7,
        7.5,
        Decimal("7.50"),
        None,
        True,
        date(2026, 1, 2),
        time(8, 30),
        timedelta(hours=30),
        b"a",
        b"\xff",
        {"a": [1]},
    )
    told = '["7", 7, 7.5, 7.50, null, true, 2026-01-02, 08:30:00, 30:00:00, "a", "\\\\xff", {"a": [1]}]'
    assert spell(row) == told

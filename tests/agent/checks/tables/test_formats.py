"""Which numbers of a spreadsheet are dates."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from agent.checks.tables.formats import moment, pattern_of


@pytest.mark.parametrize(
    ("written", "is_date"),
    [
        ("General", False),
        ("0.00", False),
        ('0.00" days"', False),
        ("[Red]0;[Blue]-0", False),
        ("#,##0.00 [$€-407]", False),
        ("0.00E+00", False),
        ("\\d0", False),
        ("@", False),
        ("yyyy-mm-dd", True),
        ("[$-409]d. mmmm yyyy", True),
        ("h:mm AM/PM", True),
        ("[hh]:mm", True),
        ("[ss]", True),
    ],
)
def test_a_format_of_dates_is_known_by_its_letters(written: str, is_date: object) -> None:
    assert bool(pattern_of(200, {200: written})) is is_date


@pytest.mark.parametrize(("number", "is_date"), [(0, False), (2, False), (14, True), (21, True), (49, False)])
def test_formats_that_are_built_in(number: int, is_date: object) -> None:
    assert bool(pattern_of(number, {})) is is_date


@pytest.mark.parametrize(
    ("serial", "pattern", "found"),
    [
        (1, "yyyy", date(1900, 1, 1)),
        (59, "yyyy", date(1900, 2, 28)),
        (61, "yyyy", date(1900, 3, 1)),
        (46353, "yyyy-mm-dd", date(2026, 11, 27)),
        (46353, "yyyy-mm-dd hh:mm", datetime.fromisoformat("2026-11-27T00:00")),
        (46353.354166666664, "yyyy-mm-dd", datetime.fromisoformat("2026-11-27T08:30")),
        (0.354166666666667, "hh:mm", time(8, 30)),
        (1.25, "[h]:mm", timedelta(hours=30)),
        (1e12, "yyyy", 1e12),
        (-1e9, "yyyy", -1e9),
    ],
)
def test_a_moment(serial: float, pattern: str, found: object) -> None:
    assert moment(serial, pattern, from_1904=False) == found


def test_the_other_beginning_of_time() -> None:
    assert moment(44891, "yyyy", from_1904=True) == date(2026, 11, 27)

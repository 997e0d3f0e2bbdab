"""Number formats of spreadsheets: which make a number a date or a time, and which one. Pure."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), 34, 35, 36, *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33), "hh:mm:ss"),
    22: "yyyy-mm-dd hh:mm",
    **dict.fromkeys((45, 47), "mm:ss"),
    46: "[h]:mm:ss",
}
"""Formats that a file need not spell out, as far as they are of dates and times."""
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
"""What a format shows as it is, colours and conditions among it."""
_LEAP = 60
"""The serial of 1900-02-29, a day that there was not; those before it are a day off."""
_DAY_S = 86_400
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  (a sheet has no zones)


def pattern_of(number: int, written: dict[int, str]) -> str:
    """The letters of a format that matter here: of dates and times; "": it is of numbers or text."""
    pattern = written.get(number, _BUILT_IN.get(number, ""))
    letters = _LITERAL.sub("", pattern.partition(";")[0]).lower()
    return letters if re.search(r"[ymdhs]", letters) and "general" not in letters else ""


def moment(serial: float, pattern: str, *, from_1904: bool) -> date | time | timedelta | float:
    """What a number is in a format of dates and times; the number itself where there is no such date.

    A duration (`[h]:mm`) is a timedelta; a number below 1 in a format without days is a time; one without a
    fraction in a format without hours is a date; all else is a datetime, to the millisecond.
    """
    if "[" in pattern:
        return timedelta(milliseconds=round(serial * _DAY_S * 1000))
    shift = 1 if not from_1904 and serial < _LEAP else 0
    try:
        exact = timedelta(days=serial + shift, milliseconds=0)
        rounded = timedelta(milliseconds=round(exact.total_seconds() * 1000))
        found = (_EPOCH_1904 if from_1904 else _EPOCH) + rounded
    except OverflowError:
        return serial
    if 0 <= serial < 1 and not re.search(r"[yd]", pattern):
        return found.time()
    return found.date() if float(serial).is_integer() and not re.search(r"[hs]", pattern) else found

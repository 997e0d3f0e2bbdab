"""Segments of a date or time: a field may hold one for each number, into which the numbers go one by one."""

from __future__ import annotations

import re

_SEGMENT = r"(?:[^\W_]{1,4}|-{1,4}|_{1,4})"
_SHOWN = re.compile(rf"{_SEGMENT}(?:\s?[/.:-]\s?{_SEGMENT}){{1,2}}(?:\s.{{1,4}})?")
_NUMBER = re.compile(r"(?!(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])$)\d{3,}\.\d+")
_CODE = re.compile(r"(?P<sign>[^\W\d_]{1,2})[/.:-]\d{3,}")
"""A letter or two before a number, as in a reference number: a month's name has three."""
_MONTH = re.compile(r"([^\W\d_])\1|[IVX]{1,2}", re.IGNORECASE)
"""What stands for a month: `mm`, or a Roman number."""
_CARET = "|"
_LETTERS = re.compile(r"([a-z])\1+(?P<mark>[/.-])([a-z])\3+(?P=mark)([a-z])\4+", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_DATE = re.compile(r"(?:\d{4}(?P<mark>[/.-])\d\d?(?P=mark)\d\d?|\d\d?(?P<other>[/.-])\d\d?(?P=other)\d{4})")
_YEAR, _MONTHS = 4, 12
_PART = re.compile(r"[^\W_]+")
"""A number, or the letters in its place."""


def is_segmented(shown: str) -> bool:
    """Whether a field shows a date, a time, or letters or lines in their place: `mm/dd/yyyy`, `--:--`.

    A caret behind it may be read as what it looks like. A number of three digits and a point is none, unless
    it is a year and a month; nor is a reference number.
    """
    bare = shown.rstrip(_CARET).strip()
    code = _CODE.fullmatch(bare)
    is_code = code is not None and _MONTH.fullmatch(code["sign"]) is None
    return _SHOWN.fullmatch(bare) is not None and _NUMBER.fullmatch(bare) is None and not is_code


def parts_of(shown: str) -> list[range]:
    """Where the numbers of a date or a time stand in it, or the letters in their place, left to right."""
    return [range(*found.span()) for found in _PART.finditer(shown)]


def in_order_of(shown: str, text: str) -> str:
    """A date as `2026-03-14` in the order that the letters in a field ask for; any other text as it is."""
    letters, date = _LETTERS.fullmatch("".join(shown.split())), _ISO.fullmatch(text.strip())
    if letters is None or date is None:
        return text
    parts = letters[0].split(letters["mark"])
    return letters["mark"].join(date[_part(part)] for part in parts)


def as_shown(shown: str, text: str) -> str | None:
    """A date in the order of the one that a field shows; any other text as it is.

    Args:
        shown: What the field shows.
        text: What is to be typed. Where its own order can't be told, it is written as the field has it.

    Returns:
        None where the field's order is another, and can't be told: whether `05/06/2025` is in May or in June.
    """
    order, own, date = order_of(text), order_of(shown), _DATE.fullmatch(_plain(shown))
    if order is None or date is None or order == own:
        return text
    if own is None:
        return None if order[0] == "year" else text
    parts = dict(zip(order, _numbers(text), strict=True))
    return (date["mark"] or date["other"]).join(parts[name] for name in own)


def order_of(date: str) -> tuple[str, ...] | None:
    """What the numbers of a date are, left to right; None where they don't tell that for certain.

    A year has four digits, and stands before the month or behind all; no month has a number above twelve.
    """
    if _DATE.fullmatch(_plain(date)) is None:
        return None
    first, second, third = _numbers(date)
    if len(first) == _YEAR:
        return ("year", "month", "day") if int(second) <= _MONTHS else None
    if len(third) != _YEAR or (int(first) > _MONTHS) is (int(second) > _MONTHS):
        return None
    return ("day", "month", "year") if int(first) > _MONTHS else ("month", "day", "year")


def _plain(date: str) -> str:
    return "".join(date.split()).rstrip(_CARET)


def _numbers(date: str) -> list[str]:
    return [date[part.start : part.stop] for part in parts_of(date)]


def _part(letters: str) -> str:
    """What letters stand for, in most languages: `yyyy`, `jjjj` and `aaaa` for a year, `mm` for a month."""
    if len(letters) == _YEAR:
        return "year"
    return "month" if letters.lower() == "mm" else "day"

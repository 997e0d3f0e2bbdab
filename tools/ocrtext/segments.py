"""Segments of a date or time: a field may hold one for each number, into which the numbers go one by one."""

from __future__ import annotations

import re

_SEGMENT = r"(?:[^\W_]{1,4}|-{1,4}|_{1,4})"
_SHOWN = re.compile(rf"{_SEGMENT}(?:\s?[/.:-]\s?{_SEGMENT}){{1,2}}(?:\s.{{1,4}})?")
_CARET = "|"
_LETTERS = re.compile(r"([a-z])\1+(?P<mark>[/.-])([a-z])\3+(?P=mark)([a-z])\4+", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_PART = re.compile(r"[^\W_]+")
"""A number, or the letters in its place."""


def is_segmented(shown: str) -> bool:
    """Whether a field shows a date, a time, or letters or lines in their place: `mm/dd/yyyy`, `--:--`.

    A caret behind it may be read as what it looks like.
    """
    return _SHOWN.fullmatch(shown.rstrip(_CARET).strip()) is not None


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


def _part(letters: str) -> str:
    """What letters stand for, in most languages: `yyyy`, `jjjj` and `aaaa` for a year, `mm` for a month."""
    if len(letters) == 4:  # noqa: PLR2004
        return "year"
    return "month" if letters.lower() == "mm" else "day"

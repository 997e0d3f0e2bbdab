"""Other values: plausible ones in place of a text that is typed, the likeliest first. Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import takewhile

_DATES = (
    (re.compile(r"(?P<y>\d{4})([-/.])(?P<m>\d\d)\2(?P<d>\d\d)"), "{y:04}{0}{m:02}{0}{d:02}"),
    (re.compile(r"(?P<d>\d\d)([-/.])(?P<m>\d\d)\2(?P<y>\d{4})"), "{d:02}{0}{m:02}{0}{y:04}"),
)
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS, _OTHERS = "aeo", "nrs"
_REFERENCE = "${"
"""Begins a reference to a secret, or to a text that the run reads: what it stands for is not known here."""


def other_texts(text: str) -> tuple[str, ...]:
    """Texts that somebody might type by mistake instead of this one; all differ from it.

    A date becomes the day before, a number another number, a name another name; the last one is longer.
    """
    longer = f"{text}{'1' if text[-1:].isdigit() else 'x'}"
    if _REFERENCE in text:
        return (longer,)
    found = _other_date(text) or _other_digit(text) or _other_letter(text)
    return (found, longer) if found else (longer,)


def _other_date(text: str) -> str | None:
    """The day before, or the day after where that would be in another month."""
    for pattern, form in _DATES:
        if (found := pattern.fullmatch(text.strip())) is None:
            continue
        try:
            day = date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            continue
        other = day + timedelta(days=-1 if day.day > 1 else 1)
        separator = next(mark for mark in text if mark in "-/.")
        return form.format(separator, y=other.year, m=other.month, d=other.day)
    return None


def _other_digit(text: str) -> str | None:
    """The text with its last digit one higher, a nine one lower: as many signs, about as large."""
    found = list(re.finditer(r"[0-9]", text))
    if not found:
        return None
    at = found[-1].start()
    digit = int(text[at])
    return f"{text[:at]}{digit + 1 if digit < 9 else 8}{text[at + 1 :]}"  # noqa: PLR2004  (the last digit)


def _other_letter(text: str) -> str | None:
    """The text with another last letter in its longest word; folders, a file's ending and a domain stay."""
    words = [found for found in _WORD.finditer(text, text.rfind("/") + 1) if not _is_ending(text, found)]
    if not words:
        return None
    word = max(words, key=lambda found: len(found[0]))
    at = word.end() - 1
    return f"{text[:at]}{_beside(text[at])}{text[at + 1 :]}"


def _is_ending(text: str, word: re.Match[str]) -> bool:
    """Whether a word stands behind a dot, or behind the at sign of an address."""
    before = "".join(takewhile(lambda mark: not mark.isspace(), reversed(text[: word.start()])))
    return before.startswith(".") or "@" in before


def _beside(letter: str) -> str:
    """Another letter of its kind and case."""
    low = letter.lower()
    if low.isascii():
        kind = _VOWELS if low in "aeiouy" else _OTHERS
        other = next(mark for mark in kind if mark != low)
        return other.upper() if letter.isupper() else other
    near = (chr(ord(letter) + by) for by in (1, -1, 2, -2))
    return next((mark for mark in near if mark.isalpha()), "a")

"""Clock texts: dates and times of day that are a run's own, so that the next run has to show others."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_NAME = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH_NAME = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
NAMED = re.compile(rf"\b(?:{_DAY_NAME}|{_MONTH_NAME})\b", re.IGNORECASE)
"""English names of days and months."""
_MONTH = f"(?P<month>{_MONTH_NAME})"
_WEEKDAY = rf"(?:{_DAY_NAME},?\s*)?"
_DATES = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        r"\b(?P<year>\d{4})-(?P<number>\d{1,2})-(?P<day>\d{1,2})\b",
        r"\b(?P<day>\d{1,2})\.\s?(?P<number>\d{1,2})\.\s?(?P<year>\d{4})\b",
        r"\b(?P<number>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b",
        r"\b(?P<day>\d{1,2})/(?P<number>\d{1,2})/(?P<year>\d{4})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s*{_MONTH}\.?,?\s*(?P<year>\d{{4}})\b",
        rf"\b{_MONTH}\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year>\d{{4}})\b",
    )
)
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?:\s?(?P<half>[ap])\.?m\.?)?(?![\d:]|\.\d)",
    re.IGNORECASE,
)
_GREETING = re.compile(r"\b(?<=good )(?:morning|afternoon|evening|night|day)\b", re.IGNORECASE)
_SLACK = timedelta(minutes=2)
"""A clock may be so far from the run's own."""
_HALF_A_DAY = 12


class Span(NamedTuple):
    """Time of a run, in the time zone of its programs."""

    began: datetime
    ended: datetime
    """Or now, while it goes on."""


def without_own_times(text: str, span: Span) -> str:
    """The text with a mark for each whole date and time of day that lay in a run, and for a greeting's."""
    text = _GREETING.sub("\N{WATCH}", text)
    for form in _DATES:
        text = form.sub(lambda found: "\N{CALENDAR}" if _is_own_date(found, span) else found[0], text)
    return _TIME.sub(lambda found: "\N{WATCH}" if _is_own_time(found, span) else found[0], text)


def _is_own_date(found: re.Match[str], span: Span) -> bool:
    fields = found.groupdict()
    name = (fields.get("month") or "")[:3].lower()
    month = _MONTHS.index(name) + 1 if name else int(fields["number"])
    try:
        meant = date(int(fields["year"]), month, int(fields["day"]))
    except ValueError:
        return False
    return (span.began - _SLACK).date() <= meant <= (span.ended + _SLACK).date()


def _is_own_time(found: re.Match[str], span: Span) -> bool:
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    if half:
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if half == "p" else 0)
    hours = {hour} if half or hour >= _HALF_A_DAY else {hour, hour + _HALF_A_DAY}
    return any(
        span.began - _SLACK <= moment <= span.ended + _SLACK
        for hour in hours
        for moment in _moments(hour, int(found["minute"]), span)
    )


def _moments(hour: int, minute: int, span: Span) -> Iterator[datetime]:
    """That time of day on the first and the last day of a run."""
    for day in span:
        try:
            yield day.replace(hour=hour, minute=minute, second=0)
        except ValueError:
            return

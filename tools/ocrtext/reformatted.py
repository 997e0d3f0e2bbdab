"""Reformatting: whether what is shown is what was typed, but for marks that the field puts in itself.

Thousands in groups (`1,234,567`), cards and account numbers in blocks, telephone numbers in brackets, dates
and times with their marks, a currency before or behind, zeros behind a decimal point; also beside a unit that
both have. No digit comes, goes or is another, no sign before a number is lost or made up, and no decimal
point moves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.ocrtext.signs import unspaced
from tools.ocrtext.table import DASHES
from tools.ocrtext.units import numbers_of_one_unit

if TYPE_CHECKING:
    from tools.ocrtext.signs import Sign

_MARKS = frozenset("()/:_'\u2019" + DASHES)
"""What fields put between the digits of cards, telephone numbers, dates and times."""
_POINTS = frozenset(".,")
"""What stands between thousands, or makes a fraction of what is behind it."""
_AROUND = frozenset("$€£¥₹%()")
"""What a field puts before a number or behind it."""
_THOUSANDS = re.compile(r"\d{1,3}(?P<point>[.,'\u2019])(?:\d{2,3}(?P=point))*\d{3}(?!\d)")
_DATE = re.compile(r"\d{1,4}(?P<point>[.,])\d{1,2}(?P=point)\d{1,4}")
_ZEROS = re.compile(r"[.,]0+$")
_FRACTION = re.compile(r"(?<=\d)(?P<whole>[.,]\d+?)0+$")


def is_reformatted(text: str, seen: str) -> bool:
    """Whether what is shown is the text with marks put in.

    Args:
        text: as it was typed; a text without any digit is never reformatted.
        seen: as it was read.
    """
    if not any(sign.isdigit() for sign in text):
        return False
    numbers = numbers_of_one_unit(text, seen)
    if numbers is not None and is_reformatted(*numbers):
        return True
    shown = _bare("".join(seen.split()))
    return any(_adds_marks(text, form) for form in (shown, _without_zeros(text, shown))) or _same_parts(
        text, seen
    )


def _bare(seen: str) -> str:
    """Without a currency or per cent sign at its ends; a bracket there belongs to a telephone number."""
    return seen.strip("".join(_AROUND - set("()")))


def _without_zeros(text: str, seen: str) -> str:
    """Without the zeros of a fraction that the text has not."""
    if not any(sign in _POINTS for sign in text):
        return _ZEROS.sub("", seen)
    return _FRACTION.sub(r"\g<whole>", seen) if not text.endswith("0") else seen


def _adds_marks(text: str, seen: str) -> bool:
    """Whether the signs of the text stand in what is shown, in order, with marks between them alone."""
    wanted, shown = unspaced(text), unspaced(seen)
    at = 0
    for place, sign in enumerate(shown):
        if at < len(wanted) and wanted[at].text == sign.text:
            at += 1
        elif not _may_be_added(sign, shown, place):
            return False
    return at == len(wanted) and _points_group(text, seen)


def _may_be_added(sign: Sign, shown: tuple[Sign, ...], place: int) -> bool:
    """Whether a field may have put this mark here: brackets anywhere, what else there is between digits."""
    if sign.text in "()":
        return True
    return sign.text in _MARKS | _POINTS and 0 < place < len(shown) - 1


def _points_group(text: str, seen: str) -> bool:
    """Whether the points and commas that came only group the digits, or make a date of them."""
    if sum(sign in _POINTS for sign in seen) == sum(sign in _POINTS for sign in text):
        return True
    if any(sign in _POINTS for sign in text):
        whole, point, fraction = text.rpartition("." if "." in text else ",")
        behind = seen.rpartition(point)
        return behind[2] == fraction and _points_group(whole, behind[0])
    number = seen.lstrip(DASHES + "+")
    return _THOUSANDS.fullmatch(number) is not None or _DATE.fullmatch(number) is not None


def _same_parts(text: str, seen: str) -> bool:
    """Whether both are dates or times of equal parts in one order: `3/4/26` and `03/04/2026`."""
    parts = [re.split(r"[/.:-]", "".join(one.split())) for one in (text, seen)]
    if any(not 2 <= len(found) <= 3 or not all(part.isdecimal() for part in found) for found in parts):  # noqa: PLR2004
        return False
    if {sign for sign in text if sign in "/.:-"} <= {"."} and len(parts[0]) == 2:  # noqa: PLR2004 (a fraction)
        return False
    return len(parts[0]) == len(parts[1]) and all(map(_same_part, *parts))


def _same_part(one: str, other: str) -> bool:
    """Whether two parts are one number, the century of a year aside, and a zero before a single digit."""
    longer, shorter = max(one, other, key=len), min(one, other, key=len)
    if (len(longer), len(shorter)) == (4, 2):
        return longer.endswith(shorter)
    return one == other or (len(longer) <= 2 and int(one) == int(other))  # noqa: PLR2004

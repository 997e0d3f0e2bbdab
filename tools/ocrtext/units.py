"""Units of numbers: a field may show one behind a number or ahead of it, and put it to what is typed."""

from __future__ import annotations

import re

_UNIT = re.compile(r"(?P<ahead>[^\d\s.,:/+-]{0,4}\s*)(?P<number>[\d.,+-]+)(?P<behind>\s*[^\d\s.,:/+-]{0,8})")
"""A number, with a currency ahead of it or a unit behind it."""
_LONE = re.compile(r"[^\d.,:/+-]{1,8}")
"""A unit whose number was not read."""


def is_unit_alone(shown: str) -> bool:
    """Whether a field may show a unit, and before it a number that was not read."""
    return _LONE.fullmatch(shown) is not None and any(map(str.isalpha, shown))


def with_unit(text: str, before: str) -> str:
    """The text with the unit that its field showed before: `120 pcs` where it showed `5 pcs`.

    A field that shows its unit puts it to what is typed. Only a number gets one.
    """
    found = _UNIT.fullmatch(before)
    is_number = any(sign.isdigit() for sign in text) and not any(sign.isalpha() for sign in text)
    return found["ahead"] + text + found["behind"] if found and is_number else text


def numbers_of_one_unit(one: str, other: str) -> tuple[str, str] | None:
    """The bare numbers of two texts, spaces aside; None where they have no unit, or not the same."""
    found = [_UNIT.fullmatch("".join(text.split())) for text in (one, other)]
    if found[0] is None or found[1] is None:
        return None
    units = [(each["ahead"], each["behind"]) for each in found if each is not None]
    is_same = units[0] == units[1] and any(units[0])
    return (found[0]["number"], found[1]["number"]) if is_same else None

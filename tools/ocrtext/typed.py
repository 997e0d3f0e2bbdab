"""Typed text in a field: whether what was read can be what was typed; only OCR errs, not the keyboard.

So more slips are let pass than between two names, but every digit must be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.ocrtext.alike import matcher
from tools.ocrtext.signs import SLIP, swap, unspaced
from tools.ocrtext.table import group_of

if TYPE_CHECKING:
    from tools.ocrtext.signs import Sign

    Signs = tuple[Sign, ...]

_ALIKE = 0.8
"""A text may be read with so many slips (`likeness`)."""
_SIGNS_A_SLIP = 8
"""The OCR may overlook or add one sign in so many; more was there before, and was not replaced."""
_CARET = group_of("|")
"""What a caret behind the text is read as: `l`, `I` or `|`, behind a letter also `1`."""
_SHORTEST = 3
"""Signs of a part that is worth its name."""


def reads_as(text: str, seen: str) -> bool:
    """Whether what was read can be the text, slips of the OCR or a caret behind it aside."""
    one, other = unspaced(text), unspaced(seen)
    return _can_be(one, other) or _is_equal(one, _without_caret(one, other))


def ends_with(text: str, seen: str) -> bool:
    """Whether what was read can end with the text."""
    one, other = unspaced(text), unspaced(seen)
    return any(_can_be(one, read[-len(one) :]) for read in (other, _without_caret(one, other)))


def is_part(text: str, seen: str) -> bool:
    """Whether what was read can be the visible part of a longer text."""
    one, other = unspaced(text), unspaced(seen)
    start, there, size = matcher(one, other).find_longest_match()
    return (
        len(other) >= _SHORTEST
        and size >= _ALIKE / 2 * len(other)
        and _is_equal(one[start : start + size], other[there : there + size])
    )


def _without_caret(text: Signs, seen: Signs) -> Signs:
    if not text or not seen or seen[-1].group != _CARET or (text[-1].is_digit and seen[-1].is_digit):
        return seen
    return seen[:-1]


def _can_be(text: Signs, seen: Signs) -> bool:
    if _is_equal(text, seen):
        return True
    number = 2 * sum(sign.is_digit for sign in text) >= len(text)
    slack = 0 if number else len(text) // _SIGNS_A_SLIP
    if abs(len(text) - len(seen)) > slack:
        return False
    match = matcher(text, seen)
    return match.ratio() >= _ALIKE and all(
        _is_equal(text[a:b], seen[c:d]) if tag == "equal" else not _has_digits(text[a:b] + seen[c:d])
        for tag, a, b, c, d in match.get_opcodes()
    )


def _is_equal(text: Signs, seen: Signs) -> bool:
    """Whether sign by sign one can be read for the other."""
    return len(text) == len(seen) and all(swap(a, b) <= SLIP for a, b in zip(text, seen, strict=True))


def _has_digits(signs: Signs) -> bool:
    return any(sign.is_digit for sign in signs)

"""Signs of a text, and the cost of reading one sign for another; the rule for digits is here.

A digit is never read for another digit, lost or made up. It may be read for a letter of its look within a
word (`He11o`, `l0`), but a number is no word: `5` is not `S`, and `11` is not `II`. What belongs to a number
counts as a digit does: a sign before it (`-5`) or between two digits (`5.00`).
"""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from dataclasses import dataclass

from tools.ocrtext.table import bare, group_of, without_marks

SLIP = 0.25
"""Cost of a sign that is read for another of its group, and of a mark or a space lost or made up."""
ACCENT = 0.1
"""Cost of an accent that is not read."""
LETTER = 1.0
"""Cost of a wrong letter."""
NEVER = math.inf
_UNLIKELY = 3.0
"""Cost of another letter too many or too few: "save" is not "saved"."""
_THIN = frozenset("filjrt")
"""Letters that the recogniser may overlook beside others."""
_WORD = re.compile(r"(?:[^\W_]|\|(?=[^\W_]))(?:[^\W_]|\|)*")
_BOUND = re.compile(r"(?<=\d)[^\w\s](?=\d)|(?<![^\W_])[-+.,\u2013\u2014\u2212](?=\d)")
"""Signs that belong to a number."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a text, and what it stands in."""

    text: str
    """Itself, as a small letter."""
    group: str
    """One sign for all that it may be read for."""
    word: str
    """The word of letters and digits that it stands in; empty for a mark."""
    bound: bool
    """Whether it is a mark that belongs to a number."""

    @property
    def is_digit(self) -> bool:
        """Whether it is a digit."""
        return self.text.isdigit()


@functools.lru_cache(maxsize=8192)
def signs(text: str) -> tuple[Sign, ...]:
    """The signs of a text, spaces included."""
    letters = without_marks(unicodedata.normalize("NFKC", text).casefold())
    words = {place: found[0] for found in _WORD.finditer(letters) for place in range(*found.span())}
    bound = {found.start() for found in _BOUND.finditer(letters)}
    return tuple(
        Sign(sign, group_of(sign), words.get(place, ""), place in bound) for place, sign in enumerate(letters)
    )


@functools.lru_cache(maxsize=8192)
def unspaced(text: str) -> tuple[Sign, ...]:
    """The signs of a text without its spaces: the recogniser loses some, and makes some up."""
    return tuple(sign for sign in signs(text) if not sign.text.isspace())


def swap(wanted: Sign, seen: Sign) -> float:
    """What it costs that one sign was read for the other."""
    if wanted.text == seen.text:
        return 0.0
    if wanted.is_digit or seen.is_digit:
        return SLIP if wanted.group == seen.group and _in_a_word(wanted, seen) else NEVER
    if wanted.bound or seen.bound:
        return SLIP if wanted.group == seen.group and not {wanted.text, seen.text} & {".", ","} else NEVER
    if bare(wanted.text) == bare(seen.text):
        return ACCENT
    return SLIP if wanted.group == seen.group else LETTER


def _in_a_word(one: Sign, other: Sign) -> bool:
    """Whether a digit stands in a word of letters, or a letter that looks like it in a number."""
    digit, letter = (one, other) if one.is_digit else (other, one)
    return not _is_number(digit.word) or any(sign.isdigit() for sign in letter.word)


def _is_number(word: str) -> bool:
    return not any(sign.isalpha() for sign in word)


def loss(sign: Sign) -> float:
    """What it costs that a sign was not read, or is one too many."""
    if sign.is_digit or sign.bound:
        return NEVER
    if not sign.text.isalpha():
        return SLIP
    return LETTER if sign.text in _THIN else _UNLIKELY

"""Containment: whether a text stands within one that was read; strict, to be believed.

Capitals, accents, spaces, underscores (the recogniser takes one for a space, and loses it where it touches a
border) and signs that are read for one another make no difference, but every word must be there, whole and in
order, with none in between. "Customer saved" is not in "Customer not saved" or "Customer
saves", nor 5 in 1.5.
"""

from __future__ import annotations

import functools
import re
from itertools import accumulate

from tools.ocrtext.signs import SLIP, Sign, swap, unspaced
from tools.ocrtext.table import DASHES

_ENDING = re.compile(r"\s*[:.…]+\s*$")
"""What may be lacking behind a text: a colon, dots."""
_DOTS = re.compile(r"(?:\s*[.…]){2,}|…")
"""An ellipsis, of which the recogniser reads two dots or three."""
_BEFORE_NUMBER = frozenset(".,+" + DASHES)
"""Marks that make another number of the one behind them."""


@functools.lru_cache(maxsize=8192)
def reads_within(wanted: str, seen: str) -> bool:
    """Whether the wanted text stands in one that was read, as whole words."""
    wanted, seen = _as_read(_ENDING.sub("", wanted) or wanted), _as_read(seen)
    one = unspaced(wanted)
    text, edges = unspaced(seen), {0, *accumulate(len(unspaced(word)) for word in seen.split())}
    return bool(one) and any(
        all(swap(a, b) <= SLIP for a, b in zip(one, text[start:], strict=False))
        and _opens(text, start, one, edges)
        and _closes(text, start + len(one), edges)
        for start in range(len(text) - len(one) + 1)
    )


def _as_read(text: str) -> str:
    """The text without what the recogniser can't tell apart: underscores and spaces, two dots and three."""
    return _DOTS.sub("…", text).replace("_", " ") if text.strip("_ ") else text


def _opens(text: tuple[Sign, ...], start: int, wanted: tuple[Sign, ...], edges: set[int]) -> bool:
    """Whether a word begins here: not in the middle of a word or a number."""
    first = wanted[0]
    if start in edges or not first.text.isalnum():
        return True
    before = text[start - 1].text
    return not (before.isalnum() or (first.is_digit and before in _BEFORE_NUMBER))


def _closes(text: tuple[Sign, ...], end: int, edges: set[int]) -> bool:
    """Whether a word ends here."""
    last = text[end - 1]
    if end in edges or not last.text.isalnum():
        return True
    after = text[end]
    return not (after.text.isalnum() or (last.is_digit and after.bound and after.text in {".", ","}))

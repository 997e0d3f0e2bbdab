"""Containment: whether a text stands within one that was read; strict, to be believed.

As in `same`, spaces, capitals and signs that fonts draw alike make no difference, but every word must be
there, whole and in order, with none in between, and nothing may deny it. "Customer saved" is not in "Customer
not saved" or "Customer saves", "saved" not in "was not saved", nor 5 in 1.5.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from itertools import accumulate

from tools.ocrtext.denial import is_denied
from tools.ocrtext.same import equal, letters, words
from tools.ocrtext.table import DASHES

_ENDING = re.compile(r"\s*[:.…]+\s*$")
"""What may be lacking behind a text: a colon, dots."""
_BEFORE_NUMBER = frozenset(".,+" + DASHES)
"""Marks that make another number of the one behind them."""


def reads_within(wanted: str, seen: str) -> bool:
    """Whether the wanted text stands in one that was read, as whole words that nothing denies."""
    return place_within(wanted, seen) is not None


@functools.lru_cache(maxsize=8192)
def place_within(wanted: str, seen: str) -> range | None:
    """Where it stands first, in `letters` of what was read; None where it does not."""
    one, seen_words = letters(_ENDING.sub("", wanted) or wanted), words(seen)
    text, edges = "".join(seen_words), [0, *accumulate(map(len, seen_words))]
    starts = range(len(text) - len(one) + 1 if one else 0)
    found = (
        range(start, start + len(one))
        for start in starts
        if equal(one, text[start : start + len(one)])
        and _opens(text, start, edges)
        and _closes(text, start + len(one), edges)
        and not is_denied(wanted, _before(seen_words, start, edges))
    )
    return next(found, None)


def _before(words: list[str], start: int, edges: list[int]) -> list[str]:
    """The words before a place, and what stands before it in its own word."""
    at = bisect_right(edges, start) - 1
    return [*words[:at], words[at][: start - edges[at]]] if start > edges[at] else words[:at]


def _opens(text: str, start: int, edges: list[int]) -> bool:
    """Whether a word begins here: not in the middle of a word or a number."""
    if start in edges or not text[start].isalnum():
        return True
    before = text[start - 1]
    return not (before.isalnum() or (text[start].isdigit() and before in _BEFORE_NUMBER))


def _closes(text: str, end: int, edges: list[int]) -> bool:
    """Whether a word ends here."""
    if end in edges or not text[end - 1].isalnum():
        return True
    goes_on = end + 1 not in edges and text[end + 1 : end + 2].isdigit()
    return not (text[end].isalnum() or (text[end - 1].isdigit() and text[end] in ".," and goes_on))

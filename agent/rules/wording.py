"""Wording: whether a rule's words stand in what was read: yes, no, or maybe. Lenient to doubt. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from tools.keys import canonical, parse_chord
from tools.ocrtext.denial import is_denied
from tools.ocrtext.may_be import part_may_be
from tools.ocrtext.same import equal, letters, words
from tools.ocrtext.within import reads_within

if TYPE_CHECKING:
    from collections.abc import Iterable

Fits = Literal["yes", "maybe", "no"]
"""Whether a rule is about an action."""

_STRAY, _FEW = 2, 4
"""Signs that an icon before a word may be read as; letters of a word that is still known behind them."""
_CUT = re.compile(r"[^\W_]*(?:…|\.\.+)$")
_LEAST = 3
"""Letters that are left of a word that is cut off, at least."""


def fits_text(wanted: str, seen: str) -> Fits:
    """Whether a text that was read has the words of a rule. What it denies it has not: "Don't save"."""
    if reads_within(wanted, seen):
        return "yes"
    if _is_contrary(wanted, seen):
        return "no"
    return "maybe" if part_may_be(wanted, seen) or _follows(wanted, seen) or _is_cut(wanted, seen) else "no"


def fits_keys(wanted: str, pressed: Iterable[str]) -> bool:
    """Whether a rule's words are the name of keys that are pressed together: `Ctrl+S`, `Delete`."""
    try:
        return {canonical(key) for key in parse_chord(wanted)} == {canonical(key) for key in pressed}
    except ValueError:  # it is no key's name, or what is pressed is none, which is refused elsewhere
        return False


def best(found: Iterable[Fits]) -> Fits:
    """Of several that may fit the surest."""
    all_found = [*found]
    return next((one for one in ("yes", "maybe") if one in all_found), "no")


def all_of(found: Iterable[Fits]) -> Fits:
    """Of several that must fit the doubtfullest."""
    all_found = [*found]
    return next((one for one in ("no", "maybe") if one in all_found), "yes")


def _is_contrary(wanted: str, seen: str) -> bool:
    """Whether the words stand there whole, and others before them deny them."""
    read = words(seen)
    size = len(words(wanted))
    return any(
        equal(letters(wanted), "".join(read[at : at + size])) and is_denied(wanted, read[:at])
        for at in range(len(read) - size + 1)
    )


def _follows(wanted: str, seen: str) -> bool:
    """Whether it stands behind few stray signs, as an icon before a caption is read."""
    one, read = letters(wanted), letters(seen)
    return len(one) >= _FEW and any(
        equal(one, read[at : at + len(one)]) for at in range(1, 1 + min(_STRAY, len(read) - len(one)))
    )


def _is_cut(wanted: str, seen: str) -> bool:
    """Whether the last word that was read is cut off, and the rule's may begin so."""
    cut = _CUT.search(seen.strip())
    if cut is None:
        return False
    begun = cut.group().rstrip(".…").casefold()
    return len(begun) >= _LEAST and any(word.casefold().startswith(begun) for word in wanted.split())

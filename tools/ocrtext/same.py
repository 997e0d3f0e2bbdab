"""Whether a text on the screen is the one meant, although it was read by OCR.

A name and what is read of it may differ in case, spaces, a colon or dots at the end and a shortcut behind
it (`Save as... Ctrl+Shift+S`), and in glyphs that look alike. Beyond that only long texts may differ in a
letter, and digits never: "Street 1" is not "Street 2", "Save" is not "Send".

That is for a text that a person wrote (`difference`). Two texts that were both read on a screen have no
excuse to differ (`is_same`): "Mail" is not "Mall", however long the rest is.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_TRAILING = re.compile(r"(?:\s*[:*…]|\s*\.{2,})+$|(?<=\w)\.$")
_SHORTCUT = re.compile(r"\s+(?:(?:ctrl|shift|alt|super)\s*\+\s*)+\S+$|\s+f\d{1,2}$", re.IGNORECASE)
DASHES, SINGLE, DOUBLE = "\u2013\u2014-_~", "'\u2019\u2018`\u00b4", '"\u201c\u201d\u201e'
_READ_AS_CHINESE = ("=\u4e8c", "+\u5341", "-\u4e00")
_LETTERS = ("o0", "l1i|!j", "vy", "s5", "b8", "z2")
_LOOK_ALIKE = (*_LETTERS, DASHES, SINGLE, DOUBLE, ".,", "x\u00d7", "/\u00f7", *_READ_AS_CHINESE)
_KIN = {(a, b) for group in _LOOK_ALIKE for a in group for b in group if a != b}
_SMALL = 0.25
"""Cost of a slip that OCR often makes; a wrong letter costs 1."""
_THIN = frozenset("filjrt")
"""Letters that the OCR may overlook beside others."""
_UNLIKELY = 3.0
"""Cost of another letter too many or too few: "save" is not "saved"."""
_LETTERS_A_SLIP = 10
"""A text may hold one wrong letter in so many."""
_ALONE = {ord(sign): group[0] for group in (DASHES[:2] + "-", SINGLE, DOUBLE, "lI|") for sign in group}
"""Signs that many a font draws alike, so that another font's are read differently."""
_ZERO = re.compile(r"(?<![^\W\d])0(?=[^\W\d]+\b)|(?<=[^\W\d])0(?=[^\W\d]*\b)")
"""A zero in a word of letters: an O."""


@functools.lru_cache(maxsize=8192)
def is_same(one: str, other: str) -> bool:
    """Whether two texts that were read are one text, but for spaces, case and signs that fonts draw alike."""
    return one == other or (bool(_core(one)) and _core(one) == _core(other))


def _core(text: str) -> str:
    letters = _ZERO.sub("O", unicodedata.normalize("NFKC", text)).translate(_ALONE)
    return "".join(plain(letters).split())


def plain(text: str) -> str:
    """The text without case, extra spaces, trailing marks and shortcut: what its reader would call it."""
    text = unicodedata.normalize("NFKC", text.replace("…", "...")) if text != "…" else text
    text = _SHORTCUT.sub("", " ".join(text.split()))
    return (_TRAILING.sub("", text) or text).casefold()


@functools.lru_cache(maxsize=8192)
def difference(wanted: str, seen: str) -> float | None:
    """How far a text that was read is from the wanted one: 0 the same, None another text.

    Args:
        wanted: As the step has it.
        seen: As it was read.
    """
    if wanted.strip() == seen.strip():
        return 0.0
    one, other = plain(wanted), plain(seen)
    if one == other:
        return 0.05
    if not one or not other or abs(len(one) - len(other)) > max(2, len(one) // _LETTERS_A_SLIP):
        return None
    limit = max(2 * _SMALL, len(one) / _LETTERS_A_SLIP)
    if len(one) == 1:
        limit = _SMALL
    cost = _edits(one, other)
    return 0.1 + cost if cost <= limit else None


def _edits(one: str, other: str) -> float:
    """Weighted edit distance (Wagner and Fischer 1974); infinite where digits differ."""
    row = _running(other)
    for wanted in one:
        above, row = row, [row[0] + _loss(wanted)]
        for index, seen in enumerate(other):
            doubled = index > 0 and seen == other[index - 1] and seen.isalpha()
            gain = _SMALL if doubled else _loss(seen)
            row.append(
                min(above[index] + _swap(wanted, seen), above[index + 1] + _loss(wanted), row[index] + gain)
            )
    return row[-1]


def _running(text: str) -> list[float]:
    costs = [0.0]
    for sign in text:
        costs.append(costs[-1] + _loss(sign))
    return costs


def _loss(sign: str) -> float:
    if sign.isdigit():
        return float("inf")
    if not sign.isalpha():
        return _SMALL
    return 1.0 if sign in _THIN else _UNLIKELY


def _swap(wanted: str, seen: str) -> float:
    if wanted == seen:
        return 0.0
    if wanted.isdigit() and seen.isdigit():
        return float("inf")
    if (wanted, seen) in _KIN or _bare(wanted) == _bare(seen):
        return _SMALL
    return float("inf") if wanted.isdigit() or seen.isdigit() else 1.0


def _bare(sign: str) -> str:
    return unicodedata.normalize("NFKD", sign)[:1]

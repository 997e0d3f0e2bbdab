"""Table of signs that OCR confuses: all comparisons of texts use it."""

from __future__ import annotations

import functools
import re
import unicodedata

DASHES = "-\u2013\u2014\u2212"
_SINGLE, _DOUBLE = "'\u2019\u2018`\u00b4", '"\u201c\u201d\u201e'
OPERATORS = {
    "\u5341": "+", "\u4e00": "-", "\u4e8c": "=", "\u7c73": "*", "\u51b0": "*", "\u6c34": "*",
    "\u00b7": ".", "\u2022": ".",
}  # fmt: skip
"""What a Chinese recogniser sees in an operator that stands alone, measured on calculator keys."""
_DRAWN_ALIKE = (DASHES, _SINGLE, _DOUBLE, "lI|", "\u00e5\u0103\u01ce", "\u00c5\u0102\u01cd")
"""Signs that many a font draws alike, so that nobody could tell them. Case counts. No language has two of the
letters with a ring, a breve and a caron."""
_READ_ALIKE = (
    "o0", "l1i|j", "vy", "x\u00d7", "/\u00f7", _SINGLE, _DOUBLE, DASHES + "_~\u4e00", ".,\u00b7\u2022",
    "=\u4e8c", "+\u5341", "*\u7c73\u51b0\u6c34",
)  # fmt: skip
"""Signs that the recogniser reads for one another, in small letters without accents. Each is in one group at
most, and no group has two digits.

Measured by `benchmarks.lookalikes`. 5,184 whole lines: O as 0 (`H20`; a lone O is mostly read so), I, l and 1
as one another. 1,728 lines cut off below: y as v, j as i, a comma as a point. Cut off above: i as l.
Never, save in lines cut off above: S as 5, B as 8, Z as 2, or a number as letters alone (2,432 numbers).
"""
_STROKES = str.maketrans("\u0142\u00f8\u0111\u0127\u0167\u0131", "lodhti")
"""Letters with a stroke, or without their dot, which Unicode does not take apart."""
_ACCENTS = re.compile("[\u0300-\u036f]")
"""Combining marks of the Latin, Greek and Cyrillic letters; a voicing mark of kana makes another letter."""
_DRAWN = {ord(sign): group[0] for group in _DRAWN_ALIKE for sign in group}
_GROUPS = {sign: group[0] for group in _READ_ALIKE for sign in group}


def without_marks(text: str) -> str:
    """The text without the accents that belong to no letter of their own."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKC", text))


def drawn_alike(text: str) -> str:
    """The text with one sign for all that fonts draw alike."""
    return text.translate(_DRAWN)


@functools.cache
def bare(sign: str) -> str:
    """A small letter without its accents and strokes: the recogniser knows few of them."""
    letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", sign))
    return unicodedata.normalize("NFC", letters).translate(_STROKES) or sign


def group_of(sign: str) -> str:
    """One sign for all that are read for one another; of a small letter."""
    letter = bare(sign)
    return _GROUPS.get(letter, letter)

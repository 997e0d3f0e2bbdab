"""Sameness of two texts: strict, to be believed.

They have no excuse to differ: "Mail" is not "Mall", however long the rest is.
"""

from __future__ import annotations

import functools
import re
import unicodedata

from tools.ocrtext.caption import names
from tools.ocrtext.table import bare, drawn_alike, without_marks

_ZERO = re.compile(r"(?<!\w)0(?=[^\W\d]+\b)|(?<=[^\W\d])0(?=[^\W\d]*\b)")
"""A zero in a word of letters: an O."""
_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_](?:(?![A-Z])[^\W\d_]){2,}(?!\w)")
"""A word of small letters, but for the first."""
_ONE_SHAPE = frozenset("ckopsuvwxz")
"""Letters that look the same, large and small, but for their size."""
_DOTS = re.compile(r"(?:\s*[.…]){2,}|…")
"""An ellipsis, of which the recogniser reads two dots or three."""


def same(one: str, other: str) -> bool:
    """Whether two texts are one text, but for spaces, case and signs that fonts draw alike."""
    return unlikeness(one, other) is not None


def runs_on(one: str, other: str) -> bool:
    """Whether two texts are one text, wherever they are broken and whatever spaces were read in them."""
    return one == other or same("".join(one.split()), "".join(other.split()))


@functools.lru_cache(maxsize=8192)
def unlikeness(one: str, other: str) -> float | None:
    """How far a text is from another that is the same: 0 equal, None another text.

    .05 where spaces, case or a colon behind it differ, .1 where signs do that fonts draw alike. An
    ellipsis is one however many dots of it were read, and a text without it is less like.
    """
    if _DOTS.sub("…", one.strip()) == _DOTS.sub("…", other.strip()):
        return 0.0
    name, other_name = names(one, other)
    if name.casefold() == other_name.casefold():
        return 0.05
    core, other_core = letters(name), letters(other_name)
    if not core or not equal(core, other_core):
        return None
    return 0.05 if core.casefold() == other_core.casefold() else 0.1


def begins_small(seen: str, wanted: str) -> bool:
    """Whether what was read begins with a small letter, and the same text is wanted with a capital.

    So a value in a table ("yes") differs from a button ("Yes").
    """
    name, other = names(wanted, seen)
    first, begun = name[:1], other[:1]
    return first.isupper() and begun != first and begun == first.lower() and not _has_one_shape(begun)


def is_other_case(wanted: str, seen: str) -> bool:
    """Whether two texts are the same but for their capitals: "MAIL" may be another entry than "Mail"."""
    return same(wanted, seen) and any(
        one != other and one.casefold() == other.casefold() and not _has_one_shape(one.casefold())
        for one, other in zip(letters(wanted), letters(seen), strict=False)
    )


def _has_one_shape(letter: str) -> bool:
    """Whether a small letter looks as its capital does; its accent changes nothing of that."""
    return bare(letter) in _ONE_SHAPE


@functools.lru_cache(maxsize=8192)
def letters(text: str) -> str:
    """The signs of a text that count: all but spaces."""
    return "".join(words(text))


def words(text: str) -> list[str]:
    """The words of a text, with one sign for an ellipsis and no zero in a word of letters."""
    return _DOTS.sub("…", _ZERO.sub("O", without_marks(text))).split()


def with_zeros_of(wanted: str, seen: str, part: range) -> str:
    """What was read, with an O or a zero where the wanted text has the other, for it counts as the same.

    Args:
        wanted: The text.
        seen: What was read.
        part: The signs of it that read as the text, spaces aside.
    """
    meant, signs = "".join(wanted.split()), list(seen)
    places = [at for at, sign in enumerate(seen) if not sign.isspace()][part.start : part.stop]
    if len(places) == len(meant):
        for at, sign in zip(places, meant, strict=True):
            if {sign, seen[at]} <= {"O", "o", "0"}:
                signs[at] = sign
    return "".join(signs)


def equal(one: str, other: str) -> bool:
    """Whether two texts as `letters` gives them have the same signs, whatever their case."""
    return len(one) == len(other) and all(map(_is_same_sign, one, other))


def zero_in_word(wanted: str, rival: str) -> int | None:
    """The place, spaces aside, of a zero in the rival of a text for an O in a word of small letters.

    Of small ones but for its capital, and of three letters at least: "0rt" for "Ort", and not "0K" or "P0RT".
    """
    found = ((word.start(), word[0]) for word in _SMALL_WORD.finditer(wanted))
    inside = {
        start + at - wanted[: start + at].count(" ")
        for start, word in found
        for at, sign in enumerate(word)
        if sign in "oO"
    }
    return next((at for at, sign in enumerate("".join(rival.split())) if sign == "0" and at in inside), None)


@functools.lru_cache(maxsize=8192)
def _is_same_sign(one: str, other: str) -> bool:
    return one == other or _small(one) == _small(other) or drawn_alike(one) == drawn_alike(other)


def _small(sign: str) -> str:
    small = without_marks(unicodedata.normalize("NFKC", sign.casefold()))
    return "\u0435" if small == "\u0451" else small  # a Russian ё may be written without its dots

"""Typed text in a field: whether what was read is what was typed; a caret behind it does not count."""

from __future__ import annotations

import functools

from tools.ocrtext.may_be import is_lone_letter
from tools.ocrtext.same import equal, letters

_CARET = frozenset("lI|1]")
"""What a caret behind the text is read as; behind a digit not as another."""
_ARROWS = frozenset("\N{LEFTWARDS ARROW}\N{UPWARDS ARROW}\N{RIGHTWARDS ARROW}\N{DOWNWARDS ARROW}")
"""What a mark with a caret behind it is read as."""
_DOTS = ".\N{HORIZONTAL ELLIPSIS} "
"""What stands behind a text that is cut short."""
_SHORTEST = 3
"""Signs of a part that is worth its name."""
_CURVED = {"'": "\u2018\u2019", '"': "\u201c\u201d\u201e"}
_CUT = 1
"""Signs at either end of a visible part that may be cut off, and so be read as anything."""


@functools.lru_cache(maxsize=8192)
def reads_as(text: str, seen: str, *, caret: bool = True) -> bool:
    """Whether what was read is the text.

    Args:
        text: What is supposed to stand there.
        seen: What was read.
        caret: Whether a caret may stand behind it.
    """
    readings = _readings(text, seen) if caret else [letters(seen)]
    return is_lone_letter(text, seen) or any(equal(letters(text), read) for read in readings)


def goes_on(text: str, seen: str) -> bool:
    """Whether what was read begins with the text, and something stands behind it."""
    begun, read = letters(text), letters(seen)
    return bool(begun) and len(read) > len(begun) and equal(begun, read[: len(begun)])


def ends_with(text: str, seen: str) -> bool:
    """Whether what was read ends with the text."""
    one = letters(text)
    return any(equal(one, read[max(0, len(read) - len(one)) :]) for read in _readings(text, seen))


def is_end(text: str, seen: str, *, is_cut: bool = False) -> bool:
    """Whether what was read is the end of a longer text, which its field has scrolled to.

    A field shows where the caret is, so the end of what was typed: what shows the beginning took no more.

    Args:
        text: What was typed.
        seen: What was read.
        is_cut: Whether that reaches from edge to edge: then of the first letter a part may be out of sight.
    """
    whole = letters(text)
    spare = 1 if is_cut and whole[:1].isalpha() else 0
    return any(
        len(part) >= _SHORTEST
        and len(whole) + spare > len(read)
        and len(whole) > len(part)
        and equal(part, whole[-len(part) :])
        for read in _readings(text, seen)
        for part in (read, _from_cut(whole, read))
    )


def is_beginning(text: str, seen: str) -> bool:
    """Whether what was read is the beginning of a longer text, which its field shows once it was left."""
    whole, read = letters(text), letters(seen)
    return any(
        len(part) >= _SHORTEST and len(whole) > len(read) and equal(part, whole[: len(part)])
        for part in (read, _from_cut(whole, read[::-1])[::-1])
    )


def is_cut_off(text: str, seen: str) -> bool:
    """Whether what was read is a text's beginning or its end, with a letter that may be cut: "Mediun".

    An icon may stand behind it, which is read as a sign. What is out of sight holds no digit, and the cut
    letter is no word of its own: numbers follow each other, and so do such letters.
    """
    parts = seen.split()
    has_icon = len(parts) > len(text.split()) and len(parts[-1]) == 1
    readings = [" ".join(one) for one in ((parts, parts[:-1]) if has_icon else (parts,))]
    return any(_begins(text, one) or _begins(text[::-1], one[::-1]) for one in readings)


def is_cut_short(text: str, seen: str) -> bool:
    """Whether what was read is the beginning of a longer text and dots, as a narrow column shows it."""
    short = seen.rstrip(_DOTS)
    return short != seen.rstrip() and is_beginning(text, short)


def is_curved(text: str, seen: str) -> bool:
    """Whether curved quotes were read where straight ones were typed.

    Straight ones may be read where curved ones are drawn, and never the other way round: of 346 texts with
    straight ones in six fonts none was.
    """
    return any(
        sum(map(seen.count, curved)) > sum(map(text.count, curved)) and straight in text
        for straight, curved in _CURVED.items()
    )


def _begins(text: str, seen: str) -> bool:
    """Whether a text begins with what was read, or with all but the last letter of it, which may be cut."""
    whole, read = letters(text), letters(seen)
    if len(read) > len(whole):
        return False
    kept = next((end for end in (len(read), len(read) - _CUT) if equal(read[:end], whole[:end])), 0)
    is_lone = kept < len(read) and (not read[kept].isalpha() or len(text.rsplit(maxsplit=1)[-1]) == 1)
    return kept >= _SHORTEST and not is_lone and not any(map(str.isdigit, whole[kept:]))


def _from_cut(whole: str, read: str) -> str:
    """What was read without the sign at its edge, which may be cut off; a number has none to spare."""
    return read if whole.isdigit() else read[_CUT:]


def _readings(text: str, seen: str) -> list[str]:
    """The signs that were read, and those without a caret behind them, or behind their last mark."""
    seen = seen.rstrip()
    one, read = letters(text), [letters(seen)]
    if seen[-1:] in _CARET and not (one[-1:].isdigit() and seen[-1:].isdigit()):
        read.append(letters(seen[:-1]))
    if one and not one[-1].isalnum() and seen[-1:] in _ARROWS:
        read.append(letters(seen[:-1]) + one[-1])
    return read

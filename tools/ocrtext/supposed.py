"""Supposition: what a line would say, were a text that was read otherwise there; to be put to the recogniser.

Digits are never supposed: a text with others is another text.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from tools.ocrtext.alike import matcher
from tools.ocrtext.caption import name_and_rest
from tools.ocrtext.signs import signs, unspaced

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALIKE = 0.6
"""What is read of a text is at least so alike to it (as `likeness`)."""
_AROUND = "()[]{}\"'\u2018\u2019\u201c\u201d,;.!?"
_SHORT = 2
"""Signs; so short texts are alike only in signs that are read for one another."""


def supposed(wanted: str, seen: str) -> str | None:
    """The whole line with the wanted name, in the case and with the ending that were read.

    Returns:
        None where nobody would read the one as the other.
    """
    name, rest = name_and_rest(seen)
    wanted = name_and_rest(wanted)[0]
    return _written(wanted, name) + rest if _is_near(wanted, name) else None


def supposed_within(wanted: str, seen: str) -> Iterator[str]:
    """The line with the wanted text for some of its words, for each place where it may stand."""
    words, count = seen.split(), len(wanted.split())
    for length in range(max(1, count - 1), count + 2):
        for start in range(len(words) - length + 1):
            opening, part, closing = _peeled(" ".join(words[start : start + length]))
            whole = supposed(wanted, part)
            if whole is not None:
                yield " ".join([*words[:start], opening + whole + closing, *words[start + length :]])


def _peeled(part: str) -> tuple[str, str, str]:
    """Words, and the brackets, quotes and commas around them."""
    start = len(part) - len(part.lstrip(_AROUND))
    end = max(start, len(part.rstrip(_AROUND)))
    return part[:start], part[start:end], part[end:]


def misread(typed: str, seen: str, *, caret: bool = True) -> str | None:
    """What a field would say that holds the typed text; a caret behind it stays.

    Only the OCR errs there, not the keyboard, so signs of one look may be digits too.

    Args:
        typed: The text.
        seen: What was read.
        caret: Whether there may be one.

    Returns:
        None where nobody would read the one as the other.
    """
    behind = _caret_behind(typed, seen) if caret else ""
    read = seen[: len(seen) - len(behind)]
    alike = [sign.group for sign in unspaced(typed)] == [sign.group for sign in unspaced(read)]
    return typed + behind if alike or _is_near(typed, read) else None


def _caret_behind(typed: str, seen: str) -> str:
    carets = "lI|" if typed[-1:].isdigit() else "lI|1"  # 7001 is no 700 with a caret
    return seen[-1] if len(unspaced(seen)) == len(unspaced(typed)) + 1 and seen[-1] in carets else ""


def _is_near(wanted: str, seen: str) -> bool:
    one, other = unspaced(wanted), unspaced(seen)
    if not one or not other or _numbers(wanted) != _numbers(seen):
        return False
    if min(len(one), len(other)) <= _SHORT:
        return [sign.group for sign in one] == [sign.group for sign in other]
    return abs(len(one) - len(other)) <= max(1, len(one) // 4) and matcher(one, other).ratio() >= _ALIKE


def _numbers(text: str) -> list[str]:
    return [sign.text for sign in signs(text) if sign.is_digit or sign.bound]


def _written(wanted: str, seen: str) -> str:
    """The wanted text, where it is the same in the signs that were read."""
    wanted = wanted.upper() if seen.isupper() else wanted
    edits = difflib.SequenceMatcher(None, wanted.casefold(), seen.casefold(), autojunk=False).get_opcodes()
    if len(wanted.casefold()) != len(wanted) or len(seen.casefold()) != len(seen):
        return wanted
    return "".join(
        seen[c:d] if tag == "equal" or not (wanted[a:b] + seen[c:d]).strip() else wanted[a:b]
        for tag, a, b, c, d in edits
    )

"""The `text` check: is it written on the screen?

Read as a person reads: capitals, accents, spacing and letters that look the same (`l` and `I`, `O` and `0`)
make no difference, a text may run on in the next line, but every word must be there, whole and in order, with
none in between. "Customer saved" is not found in "Customer not saved" or "Customer saves", nor 5 in 1.5.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

from agent.checks.look import CheckContext, Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from agent.task.checks import TextCheck
    from tools.see.scene import Line

_LOOK_ALIKE = str.maketrans(
    "li|\N{LATIN SMALL LETTER DOTLESS I}\N{LATIN SMALL LETTER L WITH STROKE}"
    "o\N{LATIN SMALL LETTER O WITH STROKE}"
    "`\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}",
    "1111100'''\"\"\"---",
)
_LINE_GAP = 0.8
"""Space between two lines of one text, at most, in heights of a line."""
_NEAREST = 3
_MOST = 12
"""Lines that a failure shows when none is near."""


def check_text(check: TextCheck, look: CheckContext) -> Found:
    """Look for the text in the frame."""
    lines = look.read(look.frame)
    expected = json.dumps(check.text, ensure_ascii=False)
    if visible(check.text, lines):
        return Found(passed=True, expected=expected, actual="it is there")
    texts = [line.text for line in lines]
    near = difflib.get_close_matches(check.text, texts, n=_NEAREST, cutoff=0.5)
    shown = (
        ", ".join(json.dumps(text, ensure_ascii=False) for text in near or texts[:_MOST]) or "no text at all"
    )
    return Found(
        passed=False, expected=expected, actual=f"{'nearest' if near else 'the screen shows'}: {shown}"
    )


def visible(text: str, lines: Sequence[Line]) -> bool:
    """Whether the text can be read somewhere in these lines."""
    wanted = "".join(_words(text))
    return bool(wanted) and any(_holds(words, wanted) for words in _passages(lines, len(wanted)))


def _words(text: str) -> list[str]:
    """Words without capitals and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).split()


def _passages(lines: Sequence[Line], length: int) -> Iterator[list[str]]:
    """The words of every line, followed by those of the lines that it runs on in, `length` letters far."""
    words = [_words(line.text) for line in lines]
    following = [_next_line(line, lines) for line in lines]
    for number, start in enumerate(words):
        passage, run_on, after = list(start), 0, following[number]
        while after is not None and run_on < length:
            passage += words[after]
            run_on += sum(map(len, words[after]))
            after = following[after]
        yield passage


def _next_line(line: Line, lines: Sequence[Line]) -> int | None:
    """The number of the next line of the same text: right below, about as high, aligned left or centred."""
    box = line.box
    for number, other in enumerate(lines):
        gap = other.box.top - box.bottom
        near = -box.height / 2 < gap < _LINE_GAP * box.height and other.box.top > box.top
        alike = 0.6 < other.box.height / max(1, box.height) < 1.6  # noqa: PLR2004  (letters with and without tails)
        left = abs(other.box.left - box.left) <= box.height // 2
        centred = abs(other.box.center.x - box.center.x) <= box.height // 2
        if near and alike and (left or centred):
            return number
    return None


def _holds(words: list[str], wanted: str) -> bool:
    """Whether `wanted`, written without spaces, is there as whole words; the reader may have lost spaces."""
    text = "".join(words)
    edges = {0, *accumulate(map(len, words))}
    shape = re.escape(wanted.translate(_LOOK_ALIKE))
    return any(
        _opens(text, found.start(), wanted, edges) and _closes(text, found.start() + len(wanted), edges)
        for found in re.finditer(f"(?={shape})", text.translate(_LOOK_ALIKE))
    )


def _opens(text: str, start: int, wanted: str, edges: set[int]) -> bool:
    """Whether a word begins here: not in the middle of a word or a number."""
    if start in edges or not wanted[0].isalnum():
        return True
    before = text[start - 1]
    return not (before.isalnum() or (wanted[0].isdigit() and before in ".,-+"))


def _closes(text: str, end: int, edges: set[int]) -> bool:
    """Whether a word ends here."""
    if end in edges or not text[end - 1].isalnum():
        return True
    number_goes_on = (
        text[end - 1].isdigit() and text[end : end + 1] in {".", ","} and text[end + 1 : end + 2].isdigit()
    )
    return not (text[end].isalnum() or number_goes_on)

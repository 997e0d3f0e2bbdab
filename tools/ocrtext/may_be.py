"""Possible misreading: whether one text may be what OCR made of another; to look a name up, or to doubt.

They may differ in case, spaces, a colon or dots at the end, a shortcut behind it (`Save as... Ctrl+Shift+S`)
and signs that are read for one another. Beyond that only long texts may differ in a letter, and digits never:
"Street 1" is not "Street 2", "Save" is not "Send".
"""

from __future__ import annotations

import functools

from tools.ocrtext.caption import names, trimmed
from tools.ocrtext.signs import SLIP, Sign, loss, signs, swap, unspaced

_LETTERS_A_SLIP = 10
"""A text may hold one wrong letter in so many."""


def may_be(wanted: str, seen: str) -> bool:
    """Whether the text that was read may be the wanted one."""
    return difference(wanted, seen) is not None


@functools.lru_cache(maxsize=8192)
def difference(wanted: str, seen: str) -> float | None:
    """How far a text that was read is from the wanted one: 0 the same, None another text.

    Args:
        wanted: As the step has it.
        seen: As it was read.
    """
    if wanted.strip() == seen.strip():
        return 0.0
    if is_lone_letter(wanted, seen):
        return 0.1 + SLIP
    one, other = names(wanted, seen)
    return 0.05 if one.casefold() == other.casefold() else _slips(signs(one), signs(other))


def is_lone_letter(wanted: str, seen: str) -> bool:
    """Whether one letter is wanted, and read was nothing but the digit of its look: a lone O mostly is."""
    one, other = unspaced(wanted), unspaced(seen)
    return (
        len(one) == len(other) == 1
        and one[0].text.isalpha()
        and other[0].is_digit
        and one[0].group == other[0].group
    )


@functools.lru_cache(maxsize=8192)
def part_may_be(wanted: str, seen: str) -> bool:
    """Whether whole words of the text that was read may be the wanted one; spaces do not count."""
    words, most = seen.split(), len(wanted.split())
    spans = (words[start:end] for end in range(1, len(words) + 1) for start in range(max(0, end - most), end))
    one = unspaced(trimmed(wanted))
    return any(_slips(one, unspaced(trimmed(" ".join(span)))) is not None for span in spans)


def _slips(one: tuple[Sign, ...], other: tuple[Sign, ...]) -> float | None:
    """What the slips come to that make one text of the other; None where they are too many."""
    if not one or not other or abs(len(one) - len(other)) > max(2, len(one) // _LETTERS_A_SLIP):
        return None
    limit = SLIP if len(one) == 1 else max(2 * SLIP, len(one) / _LETTERS_A_SLIP)
    cost = _edits(one, other)
    return 0.1 + cost if cost <= limit else None


def _edits(one: tuple[Sign, ...], other: tuple[Sign, ...]) -> float:
    """Weighted edit distance (Wagner and Fischer 1974); infinite where digits differ."""
    row = [0.0]
    for seen in other:
        row.append(row[-1] + loss(seen))
    for wanted in one:
        above, row = row, [row[0] + loss(wanted)]
        for index, seen in enumerate(other):
            doubled = index > 0 and seen.text == other[index - 1].text and seen.text.isalpha()
            gain = SLIP if doubled else loss(seen)
            row.append(
                min(above[index] + swap(wanted, seen), above[index + 1] + loss(wanted), row[index] + gain)
            )
    return row[-1]

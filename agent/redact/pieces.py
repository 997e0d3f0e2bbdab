"""Pieces of a value in a folded text, for what was cut or interrupted. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.redact.signs import Signs

_AT_END = 4
"""Signs of a value that tell of it at the end of a text ..."""
_LONGEST_AT_END = 64
"""... of which so many are looked at: a longer piece is found as one."""
_SHORTEST, _LONGEST = 6, 24
"""Signs of a value in a row that tell of it anywhere: more than half, but never fewer or more than these."""
_MOST_BLOCKS = 300
"""Of a value that are looked for; of one of more than 3,600 signs only longer pieces are found."""


def pieces_in(view: Signs, value: str) -> Iterator[tuple[int, int]]:
    """Where more than half of a value stands, in the text that the signs were written in."""
    size = min(max(len(value) // 2 + 1, _SHORTEST), _LONGEST)
    block = (size + 1) // 2
    step = max(block, -(-len(value) // _MOST_BLOCKS))
    for place in range(0, len(value) - block + 1, step):  # one of these blocks lies in each piece
        at = view.text.find(value[place : place + block])
        while at >= 0:
            begin, end = _widened(view.text, at, value, place, block)
            if end - begin >= size:
                yield view.place(begin, end)
            at = view.text.find(value[place : place + block], max(at + 1, end))


def _widened(text: str, at: int, value: str, place: int, size: int) -> tuple[int, int]:
    """The whole piece of a value around one that stands in a text."""
    before, behind = 0, size
    while before < min(at, place, _LONGEST) and text[at - before - 1] == value[place - before - 1]:
        before += 1
    most = min(len(text) - at, len(value) - place, 2 * _LONGEST)
    while behind < most and text[at + behind] == value[place + behind]:
        behind += 1
    return at - before, at + behind


def ends_in(view: Signs, value: str) -> Iterator[tuple[int, int]]:
    """Where the text ends with a value's beginning, or begins with its end."""
    text, most = view.text, min(len(value) - 1, _LONGEST_AT_END, len(view.text))
    sizes = range(most, _AT_END - 1, -1)
    for size in sizes:
        if text.endswith(value[:size]):
            yield view.place(len(text) - size, len(text))
            break
    for size in sizes:
        if text.startswith(value[-size:]):
            yield view.place(0, size)
            break

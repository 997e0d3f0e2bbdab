"""Search for a secret in a reading: whole, wrapped, spelled or cut, though the recogniser slips. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from agent.redact.spelled import spelled_in
from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator
    from difflib import Match

    from agent.redact.reading import Reading, Span

_SIGNS_A_SLIP = 5
"""Of a secret, for each that may be misread, lost or made up: read with a likeness of .8 it is still told."""
_PIECE = 4
"""Signs of a secret in a row that tell of it."""
_LONG_WORD = 16
"""Letters in a row that are no word."""
_SIGN_WIDTH = 0.8
"""Heights of its line that a sign is wide, at most."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a text reads like the value."""

    spans: tuple[Span, ...]
    """What is as it was."""
    before: int
    """Signs of the value before them, which were not read."""
    behind: int
    """Those behind them."""


def found_in(reading: Reading, value: str) -> Iterator[Box]:
    """Where the value, folded, can be read, in frame pixels."""
    for found in stretches(reading.text, value):
        yield from _boxes(reading, found)
    yield from spelled_in(reading, value)


def most_in(reading: Reading, value: str) -> Iterator[Box]:
    """Where more than half of the value can be read, and the rest can't: each with room for that."""
    for found in _most_of(reading.text, value):
        yield from _boxes(reading, found)


def _boxes(reading: Reading, found: Stretch) -> list[Box]:
    boxes = reading.boxes_of(found.spans)
    if boxes:
        boxes[0] = _wider(boxes[0], found.before, 0)
        boxes[-1] = _wider(boxes[-1], 0, found.behind)
    return boxes


def pieces_in(reading: Reading, value: str) -> Iterator[list[Box]]:
    """Where a piece of the value, folded, can be read: the lines of each."""
    for span in _pieces(reading.text, value):
        yield reading.boxes_of([span])


def _most_of(text: str, value: str) -> Iterator[Stretch]:
    """Pieces of more than half of the value, if they are no words: the recogniser made out no more of it."""
    for begin, end in _pieces(text, value):
        piece = text[begin:end]
        if 2 * len(piece) > len(value) and not _is_word(piece):
            before = value.index(piece)
            yield Stretch(((begin, end),), before, len(value) - before - len(piece))


def _pieces(text: str, value: str) -> Iterator[Span]:
    """Stretches of a text that stand in the value, each as long as can be."""
    begin = 0
    while begin <= len(text) - _PIECE:
        end = begin
        while end < len(text) and text[begin : end + 1] in value:
            end += 1
        if end - begin >= _PIECE:
            yield begin, end
            begin = end
        else:
            begin += 1


def stretches(text: str, value: str) -> Iterator[Stretch]:
    """Where a text reads like the value.

    Without its first or its last sign it must be more than a word, which may stand there for itself.
    """
    slips = len(value) // _SIGNS_A_SLIP
    not_before = -len(text)
    for place in _candidates(text, value, slips):
        if place < not_before:
            continue
        begin = max(0, place)
        window = text[begin : place + len(value) + 2 * slips]
        short = len(value) - slips - _common(window, value)
        not_before = place + max(
            1, short, slips // 2
        )  # a sign further on it is one sign less or more at most
        if short <= 0 and (blocks := _alike(window, value, slips)):
            spans = tuple((begin + block.b, begin + block.b + block.size) for block in blocks)
            yield Stretch(spans, blocks[0].a, len(value) - blocks[-1].a - blocks[-1].size)


def _candidates(text: str, value: str, slips: int) -> list[int]:
    """Where windows of a text begin that hold a piece of the value: one was read as it is, with few slips."""
    size = -(-len(value) // (slips + 1))
    found: set[int] = set()
    for offset in range(0, len(value), size):
        piece = value[offset : offset + size]
        place = text.find(piece)
        while place >= 0:
            found.add(place - offset - slips)
            place = text.find(piece, place + 1)
    return sorted(found)


@lru_cache(maxsize=1024)
def _alike(window: str, value: str, slips: int) -> tuple[Match, ...]:
    """What a window has of the value, if that is enough. The same windows come again and again."""
    *blocks, _ = SequenceMatcher(None, value, window, autojunk=False).get_matching_blocks()
    if not blocks or sum(block.size for block in blocks) < len(value) - slips:
        return ()
    is_whole = not blocks[0].a and blocks[-1].a + blocks[-1].size == len(value)
    blocks = _close(blocks)
    read = window[blocks[0].b : blocks[-1].b + blocks[-1].size]
    return tuple(blocks) if is_whole or not _is_word(read) else ()


def _common(window: str, value: str) -> int:
    """Length of the longest common subsequence, by Hyyrö's bits.

    It has no fewer signs than the matching blocks, and is found at a small part of their cost.
    """
    all_ones = left = (1 << len(value)) - 1
    places = _places(value)
    for sign in window:
        met = left & places.get(sign, 0)
        left = ((left + met) | (left - met)) & all_ones
    return len(value) - left.bit_count()


@lru_cache(maxsize=64)
def _places(value: str) -> dict[str, int]:
    """Where each sign stands in a value, as bits."""
    places: dict[str, int] = {}
    for at, sign in enumerate(value):
        places[sign] = places.get(sign, 0) | 1 << at
    return places


def _is_word(text: str) -> bool:
    """Whether it may be a label, though the secret goes on: "Password" beside "password1"."""
    return text.isalpha() and len(text) < _LONG_WORD


def _close(blocks: list[Match]) -> list[Match]:
    """All but what stands apart at either end: a sign or two that are there by chance."""
    first, last = 0, len(blocks) - 1
    while first < last and blocks[first].size <= blocks[first + 1].b - blocks[first].b - blocks[first].size:
        first += 1
    while first < last and blocks[last].size <= blocks[last].b - blocks[last - 1].b - blocks[last - 1].size:
        last -= 1
    return blocks[first : last + 1]


def _wider(box: Box, before: int, behind: int) -> Box:
    """A line's box with room for signs that were not read before and behind it."""
    sign = round(_SIGN_WIDTH * box.height)
    return Box(box.left - before * sign, box.top, box.width + (before + behind) * sign, box.height)

"""Search for a secret in a reading: whole, wrapped or spelled, though the recogniser slips. Pure."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import reduce
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING

from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.redact.reading import Reading

_SIGNS_A_SLIP = 6
"""Of a secret, for each that may be misread, lost or made up between its first and its last one."""
_SPELLED = 0.6
"""Share of a secret's signs that are read in a row of single signs, which the recogniser often overlooks."""
_LEAST_SPELLED = 4
_SINGLE = 2
"""Signs in a line of what is spelled, at most."""


def found_in(reading: Reading, value: str) -> Iterator[Box]:
    """Where the value, folded, can be read, in frame pixels."""
    for begin, end in stretches(reading.text, value):
        yield from reading.boxes_of(begin, end)
    yield from _spelled(reading, value)


def stretches(text: str, value: str) -> Iterator[tuple[int, int]]:
    """Where a text reads like the value, from its first sign to its last; begin and end."""
    slips = len(value) // _SIGNS_A_SLIP
    size = -(-len(value) // (slips + 1))
    for offset in range(0, len(value), size):  # with so few slips one of these pieces was read as it is
        piece = value[offset : offset + size]
        place = text.find(piece)
        while place >= 0:
            begin = max(0, place - offset - slips)
            window = text[begin : place - offset + len(value) + slips]
            if span := _alike(window, value, slips):
                yield begin + span[0], begin + span[1]
            place = text.find(piece, place + 1)


def _alike(window: str, value: str, slips: int) -> tuple[int, int] | None:
    *blocks, _ = SequenceMatcher(None, value, window, autojunk=False).get_matching_blocks()
    read = sum(block.size for block in blocks)
    if not blocks or read < len(value) - slips:
        return None
    first, last = blocks[0], blocks[-1]
    if first.a or last.a + last.size < len(value):
        return None
    return first.b, last.b + last.size


def _spelled(reading: Reading, value: str) -> Iterator[Box]:
    """Areas in which lines of a sign or two make up most of the value, what was overlooked included."""
    lines = zip(reading.boxes, reading.texts, strict=True)
    for single, run in groupby(lines, key=lambda line: 0 < len(line[1]) <= _SINGLE):
        boxes, texts = zip(*run, strict=True)
        if not single:
            continue
        *blocks, _ = SequenceMatcher(None, value, "".join(texts), autojunk=False).get_matching_blocks()
        read = sum(block.size for block in blocks)
        if read >= max(_LEAST_SPELLED, _SPELLED * len(value)):
            unread = blocks[0].a, len(value) - blocks[-1].a - blocks[-1].size
            yield _whole(boxes, unread)


def _whole(boxes: tuple[Box, ...], unread: tuple[int, int]) -> Box:
    """The area around signs, with room for those that were overlooked before and behind them."""
    area = reduce(Box.union, boxes)
    steps = [(after.center.x - box.center.x, after.center.y - box.center.y) for box, after in pairwise(boxes)]
    across, down = (round(max(0, median(step))) for step in zip(*steps, strict=True))
    before, behind = (count + 1 if count else 0 for count in unread)
    return Box(
        area.left - before * across,
        area.top - before * down,
        area.width + (before + behind) * across,
        area.height + (before + behind) * down,
    )

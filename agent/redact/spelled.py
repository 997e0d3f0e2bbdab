"""Search for a secret that is spelled: a sign or two a line, in a row, in a column or in cells. Pure."""

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

_SPELLED = 0.6
"""Share of a secret's signs that are read in a row of single signs, which the recogniser often overlooks."""
_LEAST_SPELLED = 4
_SINGLE = 2
"""Signs in a line of what is spelled, at most."""


def spelled_in(reading: Reading, value: str) -> Iterator[Box]:
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

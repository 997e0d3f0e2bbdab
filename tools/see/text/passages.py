"""Passages: lines that are read on, beside each other or one below the other; no text ends with its line.

A caption may be read in pieces (the space of a terminal is as wide as the one between two menus), and it may
go on in the next line. That can't be told for certain; so a text that
is a line by itself is looked for first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.see.pixels.glyphs import bounds
from tools.see.scene import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.geometry import Box

_BESIDE = 1.0
"""Space between two pieces of one line, at most, in heights of the line."""
_BELOW = 0.8
"""Space between two lines of one text, at most, in heights of a line."""
_LOWER, _HIGHER = 0.6, 1.6
"""How high a line is next to another of the same text, with and without letters that hang down."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """An `Evidence`: the pieces that a line was joined of."""

    lines: tuple[Line, ...]

    def weigh(self, text: str) -> float:  # noqa: ARG002 (where a piece ends in another text can't be told)
        """Nothing speaks for another text."""
        return -math.inf

    def rival(self, text: str, part: range) -> str | None:
        """What one of them may as well show."""
        start = signs = 0
        for line in self.lines:
            end = start + len(line.text)
            count = len("".join(text[start:end].split()))
            own = range(max(0, part.start - signs), min(count, part.stop - signs))
            rival = line.rival(text[start:end], own) if own else None
            if rival is not None:
                return text[:start] + rival + text[end:]
            start, signs = end + 1, signs + count
        return None

    def read(self, box: Box) -> Line:
        """What stands in a part of it, by the piece that holds most of it."""
        nearest = max(self.lines, key=lambda line: line.box.overlap(box).area)
        return nearest if nearest.evidence is None else nearest.evidence.read(box)


def rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, those that stand close beside each other together, left to right."""
    gathered: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.left):
        row = next((row for row in gathered if _follows(row[-1], line)), None)
        if row is None:
            gathered.append([line])
        else:
            row.append(line)
    return gathered


def joined(pieces: Iterable[Line]) -> Line:
    """Pieces as one line; the very line where there is but one."""
    first, *others = pieces
    if not others:
        return first
    lines = (first, *others)
    score = min(line.score for line in lines)
    return Line(
        " ".join(line.text for line in lines), bounds([line.box for line in lines]), score, Pieces(lines)
    )


def spans(row: Sequence[Line]) -> Iterator[Line]:
    """All that two pieces or more of a row say together."""
    for start in range(len(row)):
        for end in range(start + 2, len(row) + 1):
            yield joined(row[start:end])


def next_line(line: Line, lines: Sequence[Line], left_of_all: int | None = None) -> Line | None:
    """The line in which a text goes on: right below, about as high, aligned left, right or centred.

    A sign alone, such as the asterisk behind the end of a label, is it only where no word is.

    Args:
        line: The text so far.
        lines: Among which it is looked for.
        left_of_all: Where else the next line may begin, as below the box that the text is the caption of.
    """
    box, bottom = line.box, line.box.bottom
    starts = [box.left] if left_of_all is None else [box.left, left_of_all]
    sign = None
    for other in lines:
        if not -box.height / 2 < other.box.top - bottom < _BELOW * box.height or other.box.top <= box.top:
            continue
        left = any(abs(other.box.left - start) <= box.height // 2 for start in starts)
        centred = abs(other.box.center.x - box.center.x) <= box.height // 2
        right = abs(other.box.right - box.right) <= box.height // 2
        if _is_as_high(line, other) and (left or right or centred):
            if any(map(str.isalnum, other.text)):
                return other
            sign = sign or other
    return sign


def paragraph(line: Line, lines: Sequence[Line], most: int) -> list[Line]:
    """A line and those that it goes on in, so far that they have `most` signs more."""
    found, run_on = [line], 0
    while run_on < most and (after := next_line(found[-1], lines)) is not None:
        found.append(after)
        run_on += len(after.text)
    return found


def _follows(line: Line, other: Line) -> bool:
    height = min(line.box.height, other.box.height)
    if not -height / 2 <= other.box.left - line.box.right <= _BESIDE * height:
        return False
    shared = min(line.box.bottom, other.box.bottom) - max(line.box.top, other.box.top)
    return 2 * shared >= height and _is_as_high(line, other)


def _is_as_high(line: Line, other: Line) -> bool:
    return _LOWER < other.box.height / max(1, line.box.height) < _HIGHER

"""Reading orders of a screen: the lines that stand behind or below one another, as one text. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from tools.ocrtext.alike import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box
    from tools.see.scene import Line

Span = tuple[int, int]
"""Begin and end of a part of a text."""
_BELOW = 2
"""Heights of a line that the next one of its column begins below it, at most."""
_BY_CHANCE = 1
"""Signs with which a line may go on as the secret does: its 1 was overlooked, and "log" came next."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Lines in an order in which somebody may read them."""

    boxes: tuple[Box, ...]
    texts: tuple[str, ...]
    """Of each line, without spaces and with one sign for all that are read for one another."""

    @property
    def text(self) -> str:
        """All of them in one."""
        return "".join(self.texts)

    @property
    def unmarked(self) -> Reading:
        """Its letters and digits: marks are what the recogniser knows least."""
        return Reading(self.boxes, tuple(map(unmarked, self.texts)))

    def boxes_of(self, spans: Sequence[Span]) -> list[Box]:
        """The boxes of the lines that stand in some spans of `text`.

        One letter of a word is no part of it, nor are a few that are scattered over what stands between.
        """
        first, last = spans[0][0], spans[-1][1]
        found, place = [], 0
        for box, text in zip(self.boxes, self.texts, strict=True):
            shared = sum(_shared(span, place, text) for span in spans)
            is_part = 2 * shared >= _shared((first, last), place, text)
            if is_part and shared >= min(len(text), _BY_CHANCE + 1) > 0:
                found.append(box)
            place += len(text)
        return found


def _shared(span: Span, place: int, text: str) -> int:
    """Signs of a span that are in a text which begins there."""
    return max(0, min(span[1], place + len(text)) - max(span[0], place))


def unmarked(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def alone(lines: Sequence[Line]) -> Iterator[Reading]:
    """Each line for itself."""
    yield from (_reading([line]) for line in lines)


def row_by_row(lines: Sequence[Line]) -> Iterator[Reading]:
    """Each row for itself."""
    yield from (_reading(row) for row in rows(lines))


def together(lines: Sequence[Line]) -> Iterator[Reading]:
    """The whole screen, row by row; and each column, which may stand beside other text."""
    yield _reading([line for row in rows(lines) for line in row])
    yield from (_reading(column) for column in columns(lines) if len(column) > 1)


def rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Rows from the top, each from the left; a row is as high as its tallest line."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box.center.y):
        if found and max((one.box for one in found[-1]), key=_height).same_row(line.box):
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda line: line.box.left) for row in found]


def columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Columns from the top: each line with the next one that begins right below it."""
    down = sorted(lines, key=lambda line: line.box.top)
    after = {place: _next(down, place) for place in range(len(down))}
    for head in after.keys() - set(after.values()):
        column: list[Line] = []
        place: int | None = head
        while place is not None:
            column.append(down[place])
            place = after[place]
        yield column


def _next(down: Sequence[Line], place: int) -> int | None:
    """The place of the line that is read after one in its column, of lines sorted from the top."""
    box = down[place].box
    lowest = box.bottom + _BELOW * box.height
    below = takewhile(lambda at: down[at].box.top <= lowest, range(place + 1, len(down)))
    candidates = [
        (other.top, abs(other.left - box.left), at)
        for at in below
        if box.center.y < (other := down[at].box).top and not box.gap_across(other)
    ]
    return min(candidates)[2] if candidates else None


def _height(box: Box) -> int:
    return box.height


def _reading(lines: Sequence[Line]) -> Reading:
    return Reading(tuple(line.box for line in lines), tuple(folded(line.text) for line in lines))

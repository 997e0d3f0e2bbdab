"""Texts that appeared and disappeared between two screens, and which of them a recording lacks.

Two screens of one program may differ in place, size, font and colours, so texts are compared and not pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import touches
from tools.ocrtext.alike import likeness
from tools.ocrtext.may_be import may_be, part_may_be
from tools.see.glyphs import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from agent.replay.live.substitutions import Substitutions
    from tools.geometry import Box
    from tools.see.scene import Line, Scene

_ALIKE = 0.6
"""Two readings of one line in different fonts are at least so alike."""
_WORDY = 4
"""Letters; shorter lines are icons, rests of covered lines, slips of the recogniser."""
_CLEAR = 0.75
"""Recogniser's score, 0 to 1; what it is less sure of is not counted as unknown."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """Texts that came up and went away between two looks."""

    came: tuple[Line, ...]
    went: tuple[Line, ...]


def text_change(before: Scene, after: Scene) -> TextChange:
    """The texts that one screen shows more often than the other, wherever they stand."""
    return TextChange(_more(after.lines, before.lines), _more(before.lines, after.lines))


def unknown_lines(seen: Sequence[Line], recorded: Iterable[Line], substitutions: Substitutions) -> list[Line]:
    """The lines that are like none of the recorded ones."""
    known = [text for line in recorded for text in {line.text, substitutions.now(line.text)}]
    return [
        line
        for line in seen
        if _is_clear(line)
        and not any(_is_like(line.text, text) for text in known)
        and not _is_piece(line, seen, known)
    ]


def _is_piece(line: Line, seen: Sequence[Line], known: Sequence[str]) -> bool:
    """Whether it was read in pieces, which stand beside each other and together say a part of a known text.

    Strictly so: "Delete" before "customer" is a piece of no text that has only "customer" in it.
    """
    row = [line]
    for other in sorted(seen, key=lambda other: line.box.gap_across(other.box)):
        beside = bounds(one.box for one in row)
        if other not in row and beside.same_row(other.box) and beside.gap_across(other.box) < line.box.height:
            row.append(other)
    whole = " ".join(piece.text for piece in sorted(row, key=lambda piece: piece.box.left))
    return len(row) > 1 and any(part_may_be(whole, text) for text in known)


def is_number(line: Line) -> bool:
    """Whether a line is clearly read and nothing but a number, of two digits or more."""
    digits = sum(sign.isdigit() for sign in line.text)
    return line.score >= _CLEAR and digits > 1 and digits * 2 > len(line.text) and not is_wordy(line)


def _is_clear(line: Line) -> bool:
    return line.score >= _CLEAR and is_wordy(line)


def is_wordy(line: Line) -> bool:
    """Whether a line has letters enough to be a text, and no icon or rest of a covered line."""
    return sum(sign.isalpha() for sign in line.text) >= _WORDY


def _is_like(seen: str, known: str) -> bool:
    """Whether one may be a reading of the other, of a part of it, or of it with other numbers."""
    one, other = _digitless(seen), _digitless(known)
    return likeness(one, other) >= _ALIKE or part_may_be(one, other) or part_may_be(other, one)


def _digitless(text: str) -> str:
    return "".join("0" if sign.isdigit() else sign for sign in text)


def is_among(wanted: Line, lines: Iterable[Line]) -> bool:
    """Whether one of the lines says the same."""
    return any(may_be(wanted.text, line.text) for line in lines)


def is_shown(text: str, lines: Iterable[Line]) -> bool:
    """Whether the text is one of the lines or stands in one."""
    return any(may_be(text, line.text) or part_may_be(text, line.text) for line in lines)


def untouched(lines: Sequence[Line], areas: Iterable[Box]) -> tuple[Line, ...]:
    """The lines that have no pixel in any of the areas."""
    areas = list(areas)
    return tuple(line for line in lines if not touches(line.box, areas))


def _more(lines: Sequence[Line], others: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that have no counterpart among the others; each of those counts once."""
    left = list(others)
    alone = []
    for line in lines:
        match = next((one for one in left if may_be(one.text, line.text)), None)
        if match is None:
            alone.append(line)
        else:
            left.remove(match)
    return tuple(alone)

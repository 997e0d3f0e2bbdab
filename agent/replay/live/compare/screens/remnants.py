"""Remnants of typed texts: what a frame that crosses one, or the edge of a cell, leaves to be seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from tools.ocrtext.alike import likeness
from tools.ocrtext.typed import reads_as
from tools.see.pixels.remains import remains
from tools.see.text.passages import rows, spans

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line

_NEAR = 0.8
"""How like a text a line is, at least, that is looked at again."""

_SHORTER = 0.6
"""Part of a text's length that one that is much like it has, at least."""

_PLACES: WeakKeyDictionary[Frame, dict[str, list[Box]]] = WeakKeyDictionary()
_TEXTS: WeakKeyDictionary[Frame, list[tuple[list[tuple[str, Box]], list[tuple[str, Box]]]]] = (
    WeakKeyDictionary()
)
"""Of each row its pieces, and what several of them say together, which is asked where no piece says it.

Texts, and no lines: a line holds its frame, which would never be let go."""


def is_remnant(line: Line, text: str, earlier: Iterable[Frame], now: Frame, parser: ScreenParser) -> bool:
    """Whether a line is what can be seen of a typed text that was seen whole in its place.

    Args:
        line: As it was read on the present frame.
        text: What was typed.
        earlier: Frames of the run.
        now: The present frame.
        parser: Reads frames.
    """
    return any(
        whole.same_row(line.box) and whole.meets(line.box) and remains(frame, whole, now, line.box)
        for frame in earlier
        for whole in _places_of(text, frame, parser)
    )


def _places_of(text: str, frame: Frame, parser: ScreenParser) -> list[Box]:
    """Where a text stands on a frame, in one line or several beside each other.

    Remembered as long as the frame is kept: it is asked again for each line of each later screen.
    """
    known = _PLACES.setdefault(frame, {})
    if text not in known:
        if frame not in _TEXTS:
            gathered = rows(parser.read(frame).lines)
            _TEXTS[frame] = [(_texts(row), _texts(spans(row))) for row in gathered]

        def reading(texts: list[tuple[str, Box]]) -> list[Box]:
            return [box for seen, box in texts if _reads(text, seen, box, frame, parser)]

        known[text] = [box for lines, joint in _TEXTS[frame] for box in reading(lines) or reading(joint)]
    return known[text]


def _texts(lines: Iterable[Line]) -> list[tuple[str, Box]]:
    return [(line.text, line.box) for line in lines]


def _reads(text: str, seen: str, box: Box, frame: Frame, parser: ScreenParser) -> bool:
    """Whether a text was read there; one in pieces is looked at as a whole, if it is much like it."""
    if reads_as(text, seen):
        return True
    shorter, longer = sorted((len(text), len(seen)))
    is_near = shorter >= _SHORTER * longer and likeness(text, seen) >= _NEAR
    return is_near and reads_as(text, parser.read_box(frame, box).text)

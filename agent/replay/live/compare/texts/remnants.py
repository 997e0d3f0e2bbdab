"""Remnants of typed texts: what a frame that crosses one, or the edge of a cell, leaves to be seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        (whole := _place_of(text, line.box, frame, parser)) is not None
        and remains(frame, whole, now, line.box)
        for frame in earlier
    )


def _place_of(text: str, box: Box, frame: Frame, parser: ScreenParser) -> Box | None:
    """Where a text stands in the row of a box, and over it; None where it does not."""
    for row in rows([line for line in parser.read(frame).lines if line.box.same_row(box)]):
        for whole in (*row, *spans(row)):
            if whole.box.overlap(box).area and _reads(text, whole, frame, parser):
                return whole.box
    return None


def _reads(text: str, line: Line, frame: Frame, parser: ScreenParser) -> bool:
    """Whether a line is a text; one in pieces is looked at as a whole, if it is much like it."""
    if reads_as(text, line.text):
        return True
    is_near = likeness(text, line.text) >= _NEAR
    return is_near and reads_as(text, parser.read_box(frame, line.box).text)

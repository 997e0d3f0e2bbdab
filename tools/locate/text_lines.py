"""Text lines of a field, as they were found when the whole screen was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.locate.layout.relations import reading_order
from tools.see.pixels.ink import INK, relief
from tools.see.scene import Line

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.locate.look import Look
    from tools.see.scene import Widget

_BEYOND = 2
"""Pixels of ink beyond what was read, at most, a caret's included."""


def area_line(look: Look, area: Widget, part: Box) -> Line:
    """What stands in an area as one line.

    Args:
        look: The frame, and what reads it.
        area: On it.
        part: Where its text stands.
    """
    lines = [*look.scene.lines_in(part)]
    if len(lines) > 1:
        lines = [line for line in lines if not _is_grip(line, area)]
    if len(lines) == 1:  # which can be looked at again
        whole = _with_next_words(look, lines[0].box, part)
        return look.read_line(whole) if whole.right > lines[0].box.right + _BEYOND else lines[0]
    return Line(" ".join(lines[at].text for at in reading_order([line.box for line in lines])), part)


def line_of_all(look: Look, part: Box) -> Line | None:
    """The one line that was found in a part of the screen, where nothing stands beside it."""
    lines, ink = look.scene.lines_in(part), look.ink(part)
    if len(lines) != 1 or ink is None:
        return None
    [line] = lines
    is_all = line.box.left - _BEYOND <= ink.left and ink.right <= line.box.right + _BEYOND
    return line if is_all else None


def _with_next_words(look: Look, line: Box, part: Box) -> Box:
    """A line with the words right of it that were not found, up to a gap as wide as it is high."""
    row = line._replace(width=part.right - line.left).clip(look.frame.size)
    inked = np.flatnonzero((relief(look.frame, row) > INK).any(axis=0))
    wide = np.flatnonzero(np.diff(inked) > line.height)
    end = row.left + int(inked[wide[0] if wide.size else -1]) + 1 if inked.size else line.right
    return line._replace(width=end - line.left).grow(_BEYOND).overlap(part)


def _is_grip(line: Line, area: Widget) -> bool:
    """Whether a line is the mark in the lower right corner by which an area is pulled, read as a sign."""
    high = line.box.height
    is_sign = len(line.text) == 1 and not line.text.isalnum()
    return is_sign and area.box.right - line.box.right <= high and area.box.bottom - line.box.bottom <= high

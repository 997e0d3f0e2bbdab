"""Columns of a form: labels above fields that stand side by side are no one line, however close they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.pixels.glyphs import bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box
    from tools.see.scene import Widget

_BLANK = 0.3
"""Heights of a letter between two words, at least."""
_ASTRAY = 0.5
"""Heights of a letter by which a label may begin beside the edge of its field."""
_ABOVE = 1.5
"""Heights of a letter between a label and the field below it, at most."""


def columns(run: Sequence[Box], widgets: Sequence[Widget], letter: float) -> Iterator[list[Box]]:
    """The parts of a run of glyphs, each of which begins where a field of its own does, right below it.

    Args:
        run: Glyphs of one line, from left to right.
        widgets: Those of the screen.
        letter: Pixels that a letter of the screen is high.
    """
    line = bounds(run)
    below = [
        widget.box.left
        for widget in widgets
        if widget.is_field and -letter / 2 <= widget.box.top - line.bottom <= _ABOVE * letter
    ]
    part, reach = [run[0]], run[0].right
    for glyph in run[1:]:
        begins = glyph.left - reach >= _BLANK * letter and _is_at(glyph.left, below, letter)
        if begins and _is_at(part[0].left, below, letter):
            yield part
            part = []
        part.append(glyph)
        reach = max(reach, glyph.right)
    yield part


def _is_at(left: int, edges: Sequence[int], letter: float) -> bool:
    return any(abs(left - edge) <= _ASTRAY * letter for edge in edges)

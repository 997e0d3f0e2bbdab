"""Bars: entries beside each other at even distances, as those of a menu bar, each a line of its own.

Two of them may stand as close as two words of a large text do; but what parts them is as wide as what parts
them from the next one, and wider than a space of their font.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.pixels.glyphs import bounds, on_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box

_EVEN = 0.7
"""Of the distance to the next entry: what parts two within a run is that wide, at least."""
_SPACE = 0.65
"""Heights of a run without tails of letters that a space between two words is wide, at most."""
_NEAR = 2.0
"""Heights of a run that the next entry of its bar is away, at most."""


def entries(runs: Sequence[list[Box]]) -> Iterator[list[Box]]:
    """The runs of glyphs, those of a bar parted into its entries."""
    lines = [bounds(run) for run in runs]
    for run, line in zip(runs, lines, strict=True):
        beside = [
            other.gap_across(line)
            for other in lines
            if other != line and on_line(other, line) and other.gap_across(line) <= _NEAR * line.height
        ]
        yield from _parted(run, max(_SPACE * line.height, _EVEN * min(beside))) if beside else (run,)


def _parted(run: Sequence[Box], gap: float) -> Iterator[list[Box]]:
    """A run, broken where so many pixels or more part two glyphs."""
    part, reach = [run[0]], run[0].right
    for glyph in run[1:]:
        if glyph.left - reach >= gap:
            yield part
            part = []
        part.append(glyph)
        reach = max(reach, glyph.right)
    yield part

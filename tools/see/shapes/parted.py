"""Sliders whose trough their thumb parts: the thumb's border, or the gap around it, has the ground's colour.

Trough, thumb and trough then lie on the ground as three things, close to each other in a row. What else is
drawn so stands further apart (a bullet in a rule), is thinner (dashes) or has more parts (steps, words).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.pixels.glyphs import bounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tools.geometry import Box
    from tools.see.pixels.regions import Outline

GAP = 3
"""Pixels between a thumb and either side of its trough, at most."""
THICK, LONG = 3, 4
"""Pixels that a trough is high, at least, and times that as which the longer of its sides is long."""
LENGTH = 8
"""Times its height that such a slider is long, at least."""
STRAY = 2
"""Pixels by which the three may be off one row, and the sides of a trough unlike."""


def parted_troughs(outlines: Iterable[Outline]) -> Iterator[Box]:
    """The boxes around trough, thumb and trough, of things that lie on one ground."""
    boxes = [one.box for one in outlines]
    for side in boxes:
        if side.height >= THICK and side.width >= LONG * side.height:
            row = [box for box in boxes if abs(box.center.y - side.center.y) <= STRAY]
            run = next(run for run in _close_together(row) if side in run)
            if side == max(run, key=lambda box: box.width) and _is_slider(run):
                yield bounds(run)


def _close_together(row: list[Box]) -> list[list[Box]]:
    """What stands in a row, by the gaps in it."""
    runs: list[list[Box]] = []
    for box in sorted(row):
        if runs and box.gap_across(bounds(runs[-1])) <= GAP:
            runs[-1].append(box)
        else:
            runs.append([box])
    return runs


def _is_slider(run: list[Box]) -> bool:
    if len(run) != len(("trough", "thumb", "trough")):
        return False
    left, _, right = run
    alike = abs(left.top - right.top) <= STRAY and abs(left.bottom - right.bottom) <= STRAY
    whole = bounds(run)
    return alike and whole.width >= LENGTH * whole.height

"""Column edges: cells of a row that were read as one text, cut where a line between two headers ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.text.gaps import parts_between, spacing_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.observation import Frame
    from tools.see.scene import Line, Scene
    from tools.see.text.gaps import Gap, Spacing

_NEXT = 3.0
"""Heights of a line from its top to that of the next row of its table, at most."""
_ASIDE = 1
"""Pixels by which a column's edge may stand beside the gap between two texts: an edge cuts letters off."""
_ASTRAY = 0.3
"""Heights of a line by which a cell may begin beside its header, or end beside it."""
_STROKE = 8
"""Levels by which a stroke differs from what is beside it, at least: some themes' are pale."""
_BESIDE = 3
"""Pixels from the middle of a stroke to what is beside it."""
_THROUGH = 0.8
"""Share of the headers' height that a stroke runs through, at least."""
_SPACE = 0.2
"""Heights of a line's letters that a gap between two cells is wide, at least."""


def at_column_edges(scene: Scene, line: Line, spacing: Spacing) -> tuple[Gap, ...]:
    """The gaps of a line in which edges of its table's columns are: all that it crosses, or none."""
    above: list[Line] = []
    for row in _rows_above(scene, line):
        if _holds_widgets(scene, row[0].box, line.box):
            return ()
        pairs = [pair for pair in pairwise(row) if _meets(line.box, *pair)]
        between = [(strokes(scene.frame, one.box, other.box), one, other) for one, other in pairs]
        if any(len(found) > 1 for found, _, _ in between):  # the sides of something that stands there
            return ()
        crossed = [one for one in between if one[0] and line.box.left < one[0][0] < line.box.right]
        if crossed:
            edges = [found[0] for found, _, _ in crossed]
            if any(_crosses(scene.frame, other, x) for other in above for x in edges):
                return ()
            cuts = cuts_at(edges, spacing)
            headers = [crossed[0][1].box, *(right.box for _, _, right in crossed)]
            return cuts if cuts and _are_under(line.box, cuts, headers) else ()
        above += row
    return ()


def cuts_at(edges: Sequence[int], spacing: Spacing) -> tuple[Gap, ...]:
    """The gap at each edge; none at all where there is none at one, or a wider one is at no edge."""
    cuts = [
        next((gap for gap in spacing.gaps if gap.left - _ASIDE <= x <= gap.right + _ASIDE), None)
        for x in edges
    ]
    found = {gap for gap in cuts if gap is not None}
    least = max((gap.width for gap in spacing.gaps if gap not in found), default=0)
    least = max(least, round(_SPACE * spacing.height))
    return tuple(sorted(found)) if None not in cuts and all(gap.width >= least for gap in found) else ()


def _are_under(line: Box, cuts: Sequence[Gap], headers: Sequence[Box]) -> bool:
    """Whether each part of a line begins, or ends, where the text of its header does."""
    parts = parts_between(line, cuts)
    most = _ASTRAY * line.height
    return len(parts) == len(headers) and all(
        min(abs(part.left - header.left), abs(part.right - header.right)) <= most
        for part, header in zip(parts, headers, strict=True)
    )


def _holds_widgets(scene: Scene, header: Box, line: Box) -> bool:
    """Whether anything to click or type into stands between a row and a line: a form's, and no table's."""
    between = Box(line.left, header.bottom, line.width, line.bottom - header.bottom)
    return any(
        widget.box.overlap(between).area
        and widget.box.center.y >= header.bottom  # the cell of a header may look like a field
        and not widget.box.contains(line.center)
        for widget in scene.widgets
    )


def _rows_above(scene: Scene, line: Line) -> Iterator[list[Line]]:
    """The texts of each row above a line, the nearest first, as far as rows follow each other."""
    top, left = line.box.top, sorted(scene.lines, key=lambda other: -other.box.bottom)
    for other in left:
        row = [one for one in left if one.box.same_row(other.box)]
        if other.box.bottom > top + 1 or not any(_shares_columns(one.box, line.box) for one in row):
            continue
        if top - other.box.top > _NEXT * line.box.height:
            return
        top = min(one.box.top for one in row)
        yield sorted(row, key=lambda one: one.box.left)


def _meets(line: Box, one: Line, other: Line) -> bool:
    """Whether an edge between two texts of another row may run through a line."""
    return one.box.right < line.right and line.left < other.box.left


def _shares_columns(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right


def strokes(frame: Frame, one: Box, other: Box) -> list[int]:
    """The middle of each upright stroke between two boxes that stand beside each other, in frame pixels."""
    top, bottom = max(0, one.top, other.top), min(one.bottom, other.bottom)
    left, right = max(_BESIDE, one.right), min(frame.size.width - _BESIDE, other.left)
    if top >= bottom or left >= right:
        return []
    area = frame.gray[top:bottom, left - _BESIDE : right + _BESIDE].astype(np.int16)
    middle = area[:, _BESIDE:-_BESIDE]
    before, behind = middle - area[:, : -2 * _BESIDE], middle - area[:, 2 * _BESIDE :]
    stands = (np.minimum(before, behind) >= _STROKE) | (np.maximum(before, behind) <= -_STROKE)
    found = np.flatnonzero(stands.mean(axis=0) >= _THROUGH)
    parts = np.split(found, np.flatnonzero(np.diff(found) > 1) + 1) if found.size else []
    return [left + int(part.mean()) for part in parts]


def _crosses(frame: Frame, line: Line, x: int) -> bool:
    """Whether a text runs over an edge."""
    if not line.box.left < x < line.box.right:
        return False
    return not any(gap.left - _ASIDE <= x <= gap.right + _ASIDE for gap in spacing_of(frame, line.box).gaps)

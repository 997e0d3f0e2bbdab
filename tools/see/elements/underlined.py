"""Underlined fields: those of which only a line at the foot is drawn, where the detector sees a field on it.

The line alone may as well set off a heading or a row; and the detector alone tells such a field's ends badly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.elements.fusing import AS_WIDGET
from tools.see.pixels.regions import find_regions
from tools.see.pixels.sizes import letter_height
from tools.see.scene import Widget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.elements.element import Element

THICKEST = 3
"""Pixels that the line is thick, at most: it may be thicker while the field has the focus."""
SHORTEST = 5.5
"""Heights of a letter that it is long, at least."""
ASTRAY = 4
"""Pixels by which the foot of what the detector sees is off the line, at most."""
BEYOND = (12, 0.08)
"""Pixels by which it goes beyond the ends of the line, at most, or the share of a long one."""
COVERED = 0.35
"""Share of the line that the detector sees a field on, at least."""


def with_underlined_fields(
    frame: Frame, widgets: Sequence[Widget], elements: Sequence[Element]
) -> list[Widget]:
    """The widgets, and the underlined fields where none of them lies.

    Args:
        frame: What to look at.
        widgets: Those that are known.
        elements: What the detector proposes.
    """
    fields = [one for one in elements if AS_WIDGET.get(one.kind) in ("field", "dropdown")]
    lines = list(_lines(frame))
    found = [one for line in lines if (one := _on(line, fields)) is not None and not _is_row(one.box, lines)]
    return [*widgets, *(one for one in found if not any(one.box.meets(other.box) for other in widgets))]


def _lines(frame: Frame) -> Iterator[Box]:
    """The lines that stand alone on even ground; that of a box is no outline of its own."""
    regions = find_regions(frame)
    shortest = SHORTEST * letter_height(regions)
    for region in regions:
        for outline in region.outlines:
            if outline.box.height <= THICKEST and outline.box.width >= shortest:
                yield outline.box


def _is_row(box: Box, lines: Sequence[Box]) -> bool:
    """Whether a box is one of several rows of a list: lines as long bound it above too, and the next row."""
    ends = [
        line.bottom for line in lines if max(abs(line.left - box.left), abs(line.right - box.right)) <= ASTRAY
    ]

    def has_line(end: int) -> bool:
        return any(abs(other - end) <= ASTRAY for other in ends)

    return has_line(box.top) and (has_line(box.top - box.height) or has_line(box.bottom + box.height))


def _on(line: Box, fields: Sequence[Element]) -> Widget | None:
    """The field that stands on a line."""
    own = [
        one
        for one in fields
        if abs(one.box.bottom - line.bottom) <= ASTRAY
        and max(line.left - one.box.left, one.box.right - line.right)
        <= max(BEYOND[0], BEYOND[1] * line.width)
    ]
    covered = sum(any(one.box.left <= x < one.box.right for one in own) for x in range(line.left, line.right))
    if covered < COVERED * line.width:
        return None
    best = max(own, key=lambda one: one.score)
    box = line._replace(top=best.box.top, height=line.bottom - best.box.top)
    drops = any(AS_WIDGET[one.kind] == "dropdown" for one in own)
    return Widget("dropdown" if drops else "field", box)

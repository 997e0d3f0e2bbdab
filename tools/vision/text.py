"""Where text stands: one box a line, so close that a recogniser can read it without looking around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.vision.glyphs import bounds, gather_runs, is_glyph, is_rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.scene import Widget
    from tools.vision.regions import Outline, Region

MARGIN = 3
"""Pixels around the letters that the recogniser likes to have."""
LOWEST = 18
"""Pixels; a lower line (a full stop, a minus) is shown with that much height, so that its place counts."""


def find_text(regions: Sequence[Region], widgets: Sequence[Widget]) -> list[Box]:
    """The boxes of all lines of text, as they are to be cropped, top to bottom."""
    taken = {widget.box for widget in widgets}
    arrows = [_arrow_part(widget.box) for widget in widgets if widget.kind == "dropdown"]
    boxes = []
    for region in regions:
        glyphs = [box for box in _glyphs(region, taken) if not any(a.contains(box.center) for a in arrows)]
        boxes += [_crop(bounds(run), region) for run in gather_runs(glyphs)]
    return sorted(boxes, key=lambda box: (box.top, box.left))


def _glyphs(region: Region, taken: set[Box]) -> Iterator[Box]:
    for outline in region.outlines:
        if is_glyph(outline.box) and not is_rule(outline) and outline.box not in taken and not _is_panel(outline):
            yield outline.box


def _is_panel(outline: Outline) -> bool:
    """Whether something else is written inside it, as on a button's face."""
    return any(is_glyph(inner.box) for region in outline.regions for inner in region.outlines)


def _arrow_part(box: Box) -> Box:
    width = max(20, box.height - 4)
    return Box(box.right - width, box.top, width, box.height)


def _crop(letters: Box, region: Region) -> Box:
    box = letters.grow(MARGIN)
    if box.height < LOWEST:
        one_line = region.box.height <= 3 * LOWEST
        middle = region.box.center.y if one_line else letters.center.y
        box = box.union(Box(box.left, middle - LOWEST // 2, box.width, LOWEST))
    inside = box.overlap(region.box)
    return inside if inside.area else box

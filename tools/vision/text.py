"""Where text stands: one box a line, so close that a recogniser can read it without looking around."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Size
from tools.vision.glyphs import adjoin, bounds, gather_runs, is_glyph, is_rule
from tools.vision.regions import flat_mask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.scene import Widget
    from tools.vision.regions import Outline, Region

MARGIN = 3
"""Pixels around the letters that the recogniser likes to have."""
LOWEST = 16
"""Pixels; a lower line (a full stop, a minus) is shown with that much height, so that its place counts."""
LONG, TALL = 48, 20
"""Pixels from which a straight run of ink is a border, not a letter: across, and up and down."""


CAPTION = 320
"""Pixels to the right within which a border that a caption interrupts goes on."""
LEAST_WORD = 16
"""Pixels; what touches a border and is narrower is a rounded corner."""


def find_text(frame: Frame, regions: Sequence[Region], widgets: Sequence[Widget]) -> list[Box]:
    """The boxes of all lines of text, as they are to be cropped, top to bottom."""
    ink = 1 - flat_mask(frame)
    taken = {widget.box for widget in widgets}
    fields = [widget.box for widget in widgets if widget.kind == "field"]
    parts = [part for widget in widgets if (part := _without_text(widget)) is not None]
    on = [list(_glyphs(region, taken)) for region in regions]
    touching = set()
    for box, index in _leftovers(ink, regions, on):
        on[index].append(box)
        touching.add(box)
    boxes = []
    for region, glyphs in zip(regions, on, strict=True):
        prose = any(box.contains(region.box.center) for box in fields)
        letters = [box for box in glyphs if not any(part.contains(box.center) for part in parts)]
        for run in gather_runs(letters, prose=prose):
            if bounds(run).width >= LEAST_WORD or not touching.issuperset(run):
                boxes.append(_crop(bounds(run), region, ink))
    return sorted(boxes, key=lambda box: (box.top, box.left))


def _glyphs(region: Region, taken: set[Box]) -> Iterator[Box]:
    for outline in region.outlines:
        box = outline.box
        if is_glyph(box) and not is_rule(box) and box not in taken and not _is_panel(outline):
            yield box


def _is_panel(outline: Outline) -> bool:
    """Whether something else is written inside it, as on a button's face, or it is an open frame."""
    if outline.box.width >= 3 * LOWEST and outline.fill < 0.25:
        return True
    return any(is_glyph(inner.box) for region in outline.regions for inner in region.outlines)


def _leftovers(
    ink: NDArray[np.uint8], regions: Sequence[Region], on: list[list[Box]]
) -> Iterator[tuple[Box, int]]:
    """Glyphs that touch a border and so have no outline of their own, and the index of their region."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    ink, size = ink.copy(), Size(ink.shape[1], ink.shape[0])
    for glyphs in on:
        for box in glyphs:
            ink[box.grow(1).clip(size).slices] = 0
    across = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, LONG), np.uint8)), np.uint8)
    upright = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((TALL, 1), np.uint8)), np.uint8)
    ink &= 1 - (across | upright)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    for label, (left, top, width, height, _) in enumerate(np.asarray(stats, np.int32).tolist()):
        if label and 5 <= height <= 2 * LOWEST and width >= 3:
            part = np.asarray(labels[top : top + height, left : left + width] == label, np.bool_)
            border = across[top : top + height, left : left + CAPTION].any(axis=1)
            start, end = _letters(part, border)
            box = Box(left + start + 1, top + 1, end - start, height)
            home = _home(box, regions, on)
            if box.width >= 3 and home is not None:
                yield box, home


def _letters(ink: NDArray[np.bool_], border: NDArray[np.bool_]) -> tuple[int, int]:
    """The columns that letters stand in; in the others is only ink in the rows of a border."""
    columns = np.flatnonzero(ink[~border].any(axis=0))
    return (int(columns[0]), int(columns[-1]) + 1) if columns.size else (0, 0)


def _home(box: Box, regions: Sequence[Region], on: list[list[Box]]) -> int | None:
    """The region that a glyph is written on: where its neighbours are, or the smallest around it."""
    near = [i for i, region in enumerate(regions) if region.box.overlap(box).area]
    beside = [i for i in near if any(adjoin(box, other) for other in on[i])]
    around = [i for i in near if 5 * regions[i].box.overlap(box).area >= 4 * box.area]
    return min(beside or around, key=lambda i: regions[i].box.area, default=None)


def _without_text(widget: Widget) -> Box | None:
    """The part of a widget where there is no text: a drop-down's arrow, the whole of an indicator."""
    box = widget.box
    if widget.kind == "dropdown":
        width = max(20, box.height - 4)
        return Box(box.right - width, box.top, width, box.height)
    return box if widget.kind in {"checkbox", "radio"} else None


def _crop(letters: Box, region: Region, ink: NDArray[np.uint8]) -> Box:
    """The box to read: the letters and a margin that ends where something else begins."""
    rows = slice(max(0, letters.top), letters.bottom)
    # An edge is marked one pixel before it, so the letters' own mark stands left of them.
    before = ink[rows, max(0, letters.left - 1 - MARGIN) : max(0, letters.left - 1)].any(axis=0)[::-1]
    after = ink[rows, letters.right : letters.right + MARGIN].any(axis=0)
    left, right = 1 + int(np.append(before, True).argmax()), int(np.append(after, True).argmax())
    box = letters.grow(MARGIN)
    box = Box(
        letters.left - min(left, MARGIN), box.top, letters.width + min(left, MARGIN) + right, box.height
    )
    if box.height < LOWEST:
        one_line = region.box.height <= 3 * LOWEST
        middle = region.box.center.y if one_line else letters.center.y
        box = box.union(Box(box.left, middle - LOWEST // 2, box.width, LOWEST))
    return box.overlap(region.box).union(letters)

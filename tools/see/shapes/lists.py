"""Lists with a chosen row: what stands above it and below it is one area."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.regions import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.see.pixels.regions import Outline, Region

ROW = (1.1, 3.2)
"""Heights of a letter that a row is high, at least and at most."""
SAME_SIDE, APART = 3, 3
"""Pixels by which the sides of a row and of its list differ, and that a row and the next part are apart."""
WIDE = 0.8
"""Part of the width of its list that a row has at least; a scroll bar may take the rest."""
DRAWN = 0.6
"""Share of a row that its area encloses, at least, where letters reach its edge."""
INK = 25
"""Levels of grey between a text and its ground."""
BYTE = 255
"""Of the fourth byte of a pixel, which says nothing."""
LESS, MORE = 0.1, 0.35
"""Heights of a row by which the distance of the texts beside it is less or more; it may have a border."""


def chosen_rows(region: Region, outline: Outline, letter: float) -> list[Region]:
    """The parts of a list beside its largest even area: rows of other colours, and the areas beyond those.

    Args:
        region: an even area.
        outline: in which it lies.
        letter: pixels that a letter of its screen is high.

    Returns:
        Empty where the area is no list's, or a smaller part of one.
    """
    rows = [other for other in outline.regions if _is_row(other, region, letter)]
    papers = [other for other in outline.regions if other is region or _is_paper(other, region)]
    if not rows or max(papers, key=lambda other: other.box.area) is not region:
        return []
    parts = sorted([*rows, *papers], key=lambda part: part.box.top)
    if not _are_stacked(parts) or not all(_fits(row, papers) for row in rows):
        return []
    return [part for part in parts if part is not region]


def _is_row(other: Region, region: Region, letter: float) -> bool:
    if abs(other.box.left - region.box.left) > SAME_SIDE:
        return False
    low, high = (round(share * letter) for share in ROW)
    is_as_wide = (
        other.box.width >= WIDE * region.box.width and other.box.right <= region.box.right + SAME_SIDE
    )
    is_one = is_as_wide and low <= other.box.height <= high and other.fill >= DRAWN
    return is_one and not _is_alike(other, region)


def _is_paper(other: Region, region: Region) -> bool:
    """Whether it is another part of the list's ground."""
    sides = max(abs(other.box.left - region.box.left), abs(other.box.right - region.box.right))
    return sides <= SAME_SIDE and _is_alike(other, region)


def _is_alike(one: Region, other: Region) -> bool:
    return max(abs(mine - its) for mine, its in zip(one.color, other.color, strict=True)) <= TOLERANCE


def _are_stacked(parts: Sequence[Region]) -> bool:
    """Whether each part follows on those above it."""
    bottom = parts[0].box.bottom
    for part in parts[1:]:
        if part.box.top > bottom + APART:
            return False
        bottom = max(bottom, part.box.bottom)
    return True


def _fits(row: Region, papers: Sequence[Region]) -> bool:
    """Whether the texts above or below a row are as far apart as it is high: a title bar is no row."""
    height = row.box.height
    return any(-max(1, LESS * height) <= _pitch(paper) - height <= MORE * height for paper in papers)


def _pitch(paper: Region) -> float:
    """Pixels from one line of text to the next, on an even area; 0 where there are no two."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    box: Box = paper.box
    least, most = ([channel + way * INK for channel in paper.color] for way in (-1, 1))
    blank = cv2.inRange(
        paper.pixels[box.slices][:, : box.width // 2], np.array([*least, 0]), np.array([*most, BYTE])
    )
    rows = np.concatenate(([False], ~blank.all(axis=1), [False]))
    starts, ends = np.flatnonzero(rows[1:] & ~rows[:-1]), np.flatnonzero(rows[:-1] & ~rows[1:])
    if len(starts) < 2:  # noqa: PLR2004 (one to the next)
        return 0.0
    return float(np.median(np.diff((starts + ends) / 2)))

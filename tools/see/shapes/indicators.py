"""Indicators: check boxes and radio buttons left of a caption, and whether they are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.geometry import Box
from tools.observation import bounds
from tools.see.pixels.glyphs import LETTER
from tools.see.scene import Widget, WidgetKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.pixels.regions import Outline, Region

IndicatorKind = Literal["checkbox", "radio"]

SMALLEST = 9
"""Pixels that an indicator's sides are long at least: in a smaller one no mark could be told."""
LARGEST = 2.9
"""Heights of a letter that they are long at most."""
UNEVEN = 0.08
"""Share of its side by which an indicator may be wider than high; a pixel always."""
CONTRAST = 25
"""Levels between a mark and its ground."""
COLOURED = 40
"""Levels between the channels of a colour that stands for a tick by itself."""
DARK = 110
"""Luminance below which a ground is of a dark theme, where an empty indicator is darker than it."""
LIT = 80
"""Levels by which a mark that fills the whole middle is lighter than its dark ground."""
DIAMOND = 0.42
"""Share of its box that a diamond fills, at least; a circle fills 0.79."""
DRAWN = 0.9
"""Share of a line that is there, at least, and of its hull that a convex outline fills."""
IN_WORD, TO_CAPTION, FAR = 0.42, 0.3, 1.65
"""Its own heights: up to the first a letter may follow another; from the second on and up to the third a
caption stands behind its indicator."""
IN_TEXT = 3
"""Pixels that letters of one word are apart at most, in a font as large as a small indicator."""
ALONE = 1.5
"""Heights of a check box without a caption within which nothing stands beside it."""
BLOCK = 6
"""Pixels that what is inside a border is wide, at least."""
EVEN = 8
"""Levels by which the rows of a shading, or its columns, differ within themselves at most."""
ROUNDED = 8
"""Part of a side, at either end, where it may be rounded."""
FAINT = 4
"""Levels between the faintest border and its ground."""


def find_indicators(frame: Frame, regions: list[Region], letter: float = LETTER) -> list[Widget]:
    """The indicators on a frame, with their state: those with a caption, and check boxes in a column.

    Args:
        frame: what to look at.
        regions: its flat areas.
        letter: pixels that a letter of the frame is high.
    """
    shapes = [
        (outline, kind)
        for region in regions
        for outline in region.outlines
        if (kind := _shape(frame, outline, letter)) is not None
    ]
    captioned = [(outline, kind) for outline, kind in shapes if _has_caption(frame, outline, letter)]
    alone = [(outline, kind) for outline, kind in shapes if kind == "checkbox" and _is_alone(outline)]
    boxes = [outline.box for outline, _ in alone]
    in_column = [one for one in alone if any(_is_above_or_below(one[0].box, box) for box in boxes)]
    return [
        Widget(kind, outline.box, is_ticked(frame, outline, kind))
        for outline, kind in (*captioned, *(one for one in in_column if one not in captioned))
    ]


def is_ticked(frame: Frame, outline: Outline, kind: IndicatorKind) -> bool | None:
    """Whether the middle of an indicator bears a mark or is filled; None: it can't be told.

    An empty one is even, or shaded evenly in one direction, and no darker than what it lies on (or, on a dark
    ground, neither coloured nor much lighter). A bar or a block in a check box says that a part of what it
    stands for is chosen, or, in some programs, all of it.
    """
    pixels = frame.bgrx[_middle(outline.box, kind).slices][:, :, :3].astype(np.int64)
    levels = pixels.mean(axis=2)
    if _is_marked(pixels, levels, outline.on.light):
        return None if kind == "checkbox" and _holds_block(frame, outline.box) else True
    return None if np.ptp(levels) > CONTRAST and not _is_shaded(levels) else False


def _is_marked(pixels: NDArray[np.int64], levels: NDArray[np.float64], ground: float) -> bool:
    if max(_steepest(levels), _steepest(levels.T)) > CONTRAST:
        return True
    color = np.median(pixels.reshape(-1, 3), axis=0)
    lighter = float(color.mean()) - ground
    if float(np.ptp(color)) > COLOURED:
        return True
    return lighter < -CONTRAST if ground > DARK else lighter > LIT


def _holds_block(frame: Frame, box: Box) -> bool:
    """Whether what is on the even ground of a check box is a filled rectangle, and no tick or cross."""
    border, inner = _ring(frame, box), box.grow(-1)
    while inner.width > BLOCK and abs(float(np.median(_ring(frame, inner) - np.median(border)))) <= CONTRAST:
        inner = inner.grow(-1)
    ring = _ring(frame, inner)
    if int(np.ptp(ring)) > CONTRAST:
        return False
    mark = np.abs(frame.gray[inner.slices].astype(np.int64) - int(np.median(ring))) > CONTRAST
    part = bounds(mark)
    return part is not None and min(part.width, part.height) > 1 and bool(mark[part.slices].mean() >= DRAWN)


def _ring(frame: Frame, box: Box) -> NDArray[np.int64]:
    """The levels of a box's outermost pixels."""
    gray = frame.gray[box.slices].astype(np.int64)
    return np.concatenate((gray[0], gray[-1], gray[1:-1, 0], gray[1:-1, -1]))


def has_turned(before: Frame, after: Frame, indicator: Widget) -> bool:
    """Whether the middle of an indicator is another on two frames of one size, its border aside.

    A focus ring may hide from the eye what it is, but leaves its middle alone.
    """
    middle = _middle(indicator.box, indicator.kind).clip(before.size).slices
    return int(np.abs(before.gray[middle].astype(np.int16) - after.gray[middle]).max(initial=0)) > CONTRAST


def _middle(box: Box, kind: WidgetKind) -> Box:
    """Where a tick or a dot is, if there is one."""
    side = min(box.width, box.height)
    return Box.around(box.center, max(2, side // 4 if kind == "checkbox" else side // 6))


def _steepest(levels: NDArray[np.float64]) -> float:
    """The largest step from one row to the next: at the edge of a mark, not in a shading."""
    return float(np.abs(np.diff(levels, axis=0)).max(initial=0.0))


def _is_shaded(levels: NDArray[np.float64]) -> bool:
    """Whether the levels change in one direction alone."""
    return min(float(np.ptp(levels, axis=0).max()), float(np.ptp(levels, axis=1).max())) <= EVEN


def _shape(frame: Frame, outline: Outline, letter: float) -> IndicatorKind | None:
    """Whether it is a small square, or a small circle or diamond."""
    if not _has_size(outline.box, letter):
        return None
    if _is_square(frame, outline):
        return "checkbox"
    return "radio" if DIAMOND <= outline.fill < DRAWN and _is_even(outline.contour) else None


def _has_size(box: Box, letter: float) -> bool:
    small, large = sorted((box.width, box.height))
    return small >= SMALLEST and large <= LARGEST * letter and large - small <= max(1, UNEVEN * large)


def _is_square(frame: Frame, outline: Outline) -> bool:
    """Whether its upper and left sides are drawn from end to end; a disabled one may lack the others."""
    gray = frame.gray[outline.box.slices].astype(np.int64)
    drawn = np.abs(gray - round(outline.on.light)) > FAINT
    corner = max(1, min(drawn.shape) // ROUNDED)
    within = slice(corner, -corner)
    sides = (drawn[0, within], drawn[within, 0], drawn[-1, within], drawn[within, -1])
    complete = [float(side.mean()) >= DRAWN for side in sides]
    return all(complete) or (
        complete[0] and complete[1] and not drawn[-1, 2:].any() and not drawn[2:, -1].any()
    )


def _is_even(contour: NDArray[np.int32]) -> bool:
    """Whether an outline is convex and its centroid in the middle, as of circles and diamonds."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    hull = np.asarray(cv2.convexHull(contour), np.int32)
    if float(cv2.contourArea(contour)) < DRAWN * float(cv2.contourArea(hull)):
        return False
    moments = cv2.moments(contour)
    left, top, width, height = cv2.boundingRect(contour)
    off_x = moments["m10"] / moments["m00"] - left - (width - 1) / 2
    off_y = moments["m01"] / moments["m00"] - top - (height - 1) / 2
    return max(abs(off_x), abs(off_y)) < 0.05 * width


def _has_caption(frame: Frame, outline: Outline, letter: float) -> bool:
    """Whether letters begin a little to its right, and none end just left of it (as within a word)."""
    box = outline.box
    row = [other for other in outline.on.outlines if other is not outline and _beside(other.box, box)]
    left = min(
        (box.left - other.box.right for other in row if other.box.right <= box.left), default=box.width
    )
    after = [other for other in row if other.box.left >= box.right]
    if not after or left <= IN_WORD * box.height:
        return False
    caption = min(after, key=lambda other: other.box.left)
    # The buttons in a title bar are squares in a row, too, but without captions.
    boxed = min(caption.box.width, caption.box.height) >= box.height - 1 and _is_square(frame, caption)
    button = boxed and (_has_size(caption.box, letter) or abs(caption.box.height - box.height) <= 1)
    # A focus ring around the caption is nearer to the indicator than letters are.
    nearest = 0 if boxed and caption.box.width > LARGEST * letter else max(IN_TEXT, TO_CAPTION * box.height)
    return nearest < caption.box.left - box.right <= FAR * box.height and not button


def _is_alone(outline: Outline) -> bool:
    """Whether nothing stands near it on its row, as in a cell of a table."""
    box = outline.box
    others = (other.box for other in outline.on.outlines if other is not outline)
    return not any(_beside(other, box) and other.gap_across(box) <= ALONE * box.height for other in others)


def _is_above_or_below(one: Box, other: Box) -> bool:
    astray = max(abs(one.left - other.left), abs(one.width - other.width))
    return astray <= 1 and one.gap_down(other) > 0


def _beside(other: Box, box: Box) -> bool:
    return other.top < box.center.y < other.bottom and other.height <= 3 * box.height

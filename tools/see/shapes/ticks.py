"""Ticks: whether an indicator is ticked, by what is in its middle and around that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.geometry import Box
from tools.observation import bounds

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.pixels.regions import Outline
    from tools.see.scene import Widget, WidgetKind

IndicatorKind = Literal["checkbox", "radio"]

CONTRAST = 25
"""Levels between a mark and its ground."""
COLOURED = 40
"""Levels between the channels of a colour that stands for a tick by itself."""
DARK = 110
"""Luminance below which a ground is of a dark theme, where an empty indicator is darker than it."""
LIT = 80
"""Levels by which a mark that fills the whole middle is lighter than its dark ground."""
BLOCK = 6
"""Pixels that what is inside a border is wide, at least."""
FULL = 0.9
"""Share of a block that is filled, at least."""
EVEN = 8
"""Levels by which the rows of a shading, or its columns, differ within themselves at most."""
AROUND = 0.6
"""Part of a radio button's radius at which its disc is coloured around a dot that is not."""


def is_ticked(frame: Frame, outline: Outline, kind: IndicatorKind) -> bool | None:
    """Whether the middle of an indicator bears a mark or is filled; None: it can't be told.

    An empty one is even, or shaded evenly in one direction, and no darker than what it lies on (or, on a dark
    ground, neither coloured nor much lighter). A bar or a block in a check box says that a part of what it
    stands for is chosen, or, in some programs, all of it.
    """
    pixels = frame.bgrx[_middle(outline.box, kind).slices][:, :, :3].astype(np.int64)
    levels = pixels.mean(axis=2)
    if _is_marked(pixels, levels, outline.on.light) or (kind == "radio" and _has_dot(frame, outline.box)):
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


def _has_dot(frame: Frame, box: Box) -> bool:
    """Whether what is around the middle of a radio button is coloured all around, and the middle is not."""
    center, reach = box.center, round(AROUND * min(box.width, box.height) / 2)
    diagonal = round(reach / 2**0.5)
    across = [(reach, 0), (-reach, 0), (0, reach), (0, -reach)]
    across += [(x, y) for x in (diagonal, -diagonal) for y in (diagonal, -diagonal)]
    colors = [frame.bgrx[center.y + y, center.x + x][:3].astype(np.int64) for x, y in across]
    return all(int(np.ptp(color)) > COLOURED for color in colors)


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
    return part is not None and min(part.width, part.height) > 1 and bool(mark[part.slices].mean() >= FULL)


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

"""Ticks: whether an indicator is ticked, by what is in its middle and around that."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import numpy as np

from tools.geometry import Box
from tools.see.pixels.ink import INK
from tools.see.shapes.bevels import is_raised, is_sunk
from tools.see.shapes.paper import CONTRAST, even_ground, is_chequered, mark_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.pixels.regions import Outline
    from tools.see.scene import Widget, WidgetKind

IndicatorKind = Literal["checkbox", "radio"]

COLOURED = 40
"""Levels between the channels of a colour that stands for a tick by itself."""
DARK = 110
"""Luminance below which a ground is of a dark theme, where an empty indicator is darker than it."""
LIT = 80
"""Levels by which a mark that fills the whole middle is lighter than its dark ground; by which the colour of
a disc is another than its paper."""
FULL = 0.8
"""Share of a block that is filled, at least; a disc fills 0.79, a tick half of that."""
LONG = 2
"""Times its height that a bar is wide, at least, which may be as thin as a line, or dotted."""
INSET, OFF = 2, 1
"""Pixels inside a check box where a mark may begin, at least; and that a bar is off its middle, at most."""
FILLED = 0.7
"""Share of its box that a circle fills, at least; a diamond bears no dot, and is filled where it is on."""
DIM = 60
"""Levels by which a faint mark stands out from its ground, at most."""
EVEN = 8
"""Levels by which the rows of a shading, or its columns, differ within themselves at most."""
AROUND = 0.6
"""Part of a radio button's radius at which its disc is coloured around a dot that is not."""
RIM, CLOSE = 0.75, 0.5
"""The same at which the ground of a large dot is, and that of a dot in a ring."""
RINGED = 0.75
"""Share of the places there that show it, at least: of a disc of one colour some are on its smooth edge."""


def is_ticked(frame: Frame, outline: Outline, kind: IndicatorKind) -> bool | None:
    """Whether the middle of an indicator bears a mark or is filled; None: it can't be told.

    An empty one is even, or shaded evenly in one direction, and no darker than what it lies on (or, on a dark
    ground, neither coloured nor much lighter). A bar or a block in a check box says that a part of what it
    stands for is chosen, or, in some programs, all of it.
    """
    pixels = frame.bgrx[_middle(outline.box, kind).slices][:, :, :3].astype(np.int64)
    levels = pixels.mean(axis=2)
    is_marked = _is_marked(pixels, levels, outline.ground_light)
    if kind == "radio" and outline.fill >= FILLED:
        return _has_dot(frame, outline, is_marked=is_marked)
    if is_marked:
        is_plain = float(np.ptp(levels)) <= CONTRAST
        return None if kind == "checkbox" and _is_doubtful(frame, outline, is_plain=is_plain) else True
    return None if np.ptp(levels) > CONTRAST and not _is_shaded(levels) else False


def _is_marked(pixels: NDArray[np.int64], levels: NDArray[np.float64], ground: float) -> bool:
    if max(_steepest(levels), _steepest(levels.T)) > CONTRAST:
        return True
    color = np.median(pixels.reshape(-1, 3), axis=0)
    lighter = float(color.mean()) - ground
    if float(np.ptp(color)) > COLOURED:
        return True
    return lighter < -CONTRAST if ground > DARK else lighter > LIT


def _has_dot(frame: Frame, outline: Outline, *, is_marked: bool) -> bool | None:
    """Whether the middle of a circle stands out from what is around it, as the dot of one that is on does.

    A disc that is coloured or dark all over may be one that is off and disabled, and a dot that is hardly
    seen may be a shading: it can't be told.

    Args:
        frame: what it is on.
        outline: the circle's.
        is_marked: whether its middle is coloured, or of another luminance than an empty one.
    """
    center = outline.box.center
    around = _colors(frame, outline.box, AROUND)
    middle = frame.bgrx[center.y, center.x][:3].astype(np.int64)
    if all(int(np.ptp(color)) > COLOURED for color in around) and int(np.ptp(middle)) <= COLOURED:
        return True
    if is_marked:
        rings = [around, *(_colors(frame, outline.box, share) for share in (RIM, CLOSE))]
        ground = max(float((np.abs(ring - middle).max(axis=1) > EVEN).mean()) for ring in rings)
        return True if ground >= RINGED else None
    darker = (around - middle).mean(axis=1)
    # On a light ground the middle of an empty one may be shaded lighter, by less than a dot of light is.
    lighter = EVEN if outline.ground_light < DARK else DIM
    is_plain = float(darker.min()) <= EVEN and float((-darker).min()) <= lighter
    return False if is_plain else None


def _colors(frame: Frame, box: Box, share: float) -> NDArray[np.int64]:
    """The colours at eight places around the middle of a box, in that part of its radius."""
    return np.array([frame.bgrx[y, x][:3] for x, y in _circle(box, share)], np.int64)


def _circle(box: Box, share: float) -> Iterator[Point]:
    """Eight places around the middle of a box, in that part of its radius."""
    center, reach = box.center, round(share * min(box.width, box.height) / 2)
    for turn in range(8):
        across, down = (round(reach * way(math.pi * turn / 4)) for way in (math.cos, math.sin))
        yield center._replace(x=center.x + across, y=center.y + down)


def _is_doubtful(frame: Frame, outline: Outline, *, is_plain: bool) -> bool:
    """Whether a check box that is marked may be so for a part: by a block or a bar, its filling, its paper.

    Where one that is on is only filled, it is pressed in; one that is raised, or flat, may be on or not.
    """
    if is_chequered(frame, outline.box):
        return True
    mark = mark_in(frame, outline.box)
    if mark is None:
        return is_raised(frame, outline.box) if not is_plain else not is_sunk(frame, outline)
    height, width = mark.shape
    is_block = bool(mark.mean() >= FULL) and min(height, width) > 1
    return is_block or width >= LONG * height or _is_dim(frame, outline)


def _is_dim(frame: Frame, outline: Outline) -> bool:
    """Whether a mark is faint, in a box pressed into a panel of its own colour.

    As Tk draws one of which a part is chosen, and one that is on and disabled.
    """
    found = even_ground(frame, outline.box)
    if found is None or abs(int(found[1]) - outline.ground_light) > EVEN or not is_sunk(frame, outline):
        return False
    inner = frame.gray[outline.box.grow(-found[0] - 1).slices].astype(np.int64)
    return int(np.abs(inner - found[1]).max()) <= DIM


def shows_bar(frame: Frame, box: Box) -> bool:
    """Whether a bar lies across the middle of a check box, and nothing else: it is on for a part.

    Its face may be shaded from top to bottom.
    """
    return any(_holds_bar(frame, box.grow(-inset)) for inset in {INSET, box.height // 5})


def _holds_bar(frame: Frame, inner: Box) -> bool:
    if min(inner.width, inner.height) < INSET or inner.clip(frame.size) != inner:
        return False
    gray = frame.gray[inner.slices].astype(np.int16)
    drawn = np.abs(gray - gray[:, [0, -1]].mean(axis=1, keepdims=True)) > INK
    rows, columns = (np.flatnonzero(drawn.any(axis=way)) for way in (1, 0))
    if not len(rows):
        return False
    bar = drawn[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    off = (
        int(ends[0] + ends[-1]) + 1 - side for ends, side in ((rows, inner.height), (columns, inner.width))
    )
    is_middle = max(map(abs, off)) <= 2 * OFF
    height, width = bar.shape
    is_long = width >= max(LONG * height, AROUND * inner.width)
    return is_middle and is_long and float(bar.mean()) >= FULL


def has_turned(before: Frame, after: Frame, indicator: Widget) -> bool:
    """Whether the middle of an indicator is another on two frames of one size, its border aside.

    A focus ring may hide from the eye what it is, but leaves its middle alone. In a disc that is coloured the
    dot may be as light as the paper of one that is off: then the disc around it is another.
    """
    middle = _middle(indicator.box, indicator.kind).clip(before.size).slices
    if int(np.abs(before.gray[middle].astype(np.int16) - after.gray[middle]).max(initial=0)) > CONTRAST:
        return True
    if indicator.kind != "radio":
        return False
    around = [_colors(frame, indicator.box.clip(before.size), AROUND) for frame in (before, after)]
    return float((np.abs(around[0] - around[1]).max(axis=1) > LIT).mean()) >= RINGED


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

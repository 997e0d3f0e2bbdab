"""Focus rings around check boxes, a little apart from them: what lies within one is the box.

Of a round one the middle tells the state as it is: a disc in a ring is a dot as well.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.pixels.rectangles import lies_in
from tools.see.shapes.paper import CONTRAST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.pixels.regions import Outline
    from tools.see.shapes.ticks import IndicatorKind

_DEEPEST = 0.2
"""Share of its side that a ring and the gap within it take at each end, at most: Ant Design's .17."""
_MOST = 0.5
"""Share of its middle on which a side is drawn, at least."""
_MIDDLE = 3
"""Part of a side, in its middle, where it is straight, or nearly so."""


def within_ring(frame: Frame, outline: Outline, kind: IndicatorKind) -> Outline:
    """What a focus ring is drawn around; the outline itself where it is none.

    Args:
        frame: What it is on.
        outline: An indicator's, or its ring's. Boxes are in frame pixels.
        kind: The indicator's.
    """
    apart = _apart(frame, outline) if kind == "checkbox" else 0
    box = outline.box.grow(-apart)
    if not apart or _is_block(frame, outline, box) or not all(map(_is_even, _edges(frame, box))):
        return outline
    return replace(outline, box=box, regions=[one for one in outline.regions if lies_in(one.box, box)])


def _apart(frame: Frame, outline: Outline) -> int:
    """Pixels from a ring's outer edge to what it is around, with ground between on all sides; 0: none."""
    found = [_depth(side) for side in _sides(frame, outline)]
    return min(found) if min(found) and max(found) - min(found) <= 1 else 0


def _depth(side: NDArray[np.bool_]) -> int:
    """How far from the edge something else is drawn behind the ground; 0: nothing is."""
    steps = np.flatnonzero(side[1:] != side[:-1]) + 1
    return int(steps[1]) if side[0] and len(steps) > 1 else 0


def _sides(frame: Frame, outline: Outline) -> list[NDArray[np.bool_]]:
    """Whether something is drawn in most of the middle of a box's sides, from each one inwards."""
    off = _off_ground(frame, outline, outline.box) > CONTRAST
    deepest = int(_DEEPEST * min(off.shape)) + 1
    rows, columns = (slice(length // _MIDDLE, length - length // _MIDDLE) for length in off.shape)
    down, across = off[:, columns].mean(axis=1) > _MOST, off[rows].mean(axis=0) > _MOST
    return [line[:deepest] for line in (down, down[::-1], across, across[::-1])]


def _is_block(frame: Frame, outline: Outline, box: Box) -> bool:
    """Whether what is within is of one colour, as a block in the box's own border."""
    inside = Box.around(box.center, box.width // 3)
    is_plain = np.ptp(frame.bgrx[inside.slices][:, :, :3], axis=(0, 1)).max() <= CONTRAST
    return bool(is_plain and np.median(_off_ground(frame, outline, inside)) > CONTRAST)


def _edges(frame: Frame, box: Box) -> list[NDArray[np.int16]]:
    """Grey levels along the middle of a box's four sides: of its border, or of what it is filled with."""
    gray = frame.gray[box.slices].astype(np.int16)
    rows, columns = (slice(length // _MIDDLE, length - length // _MIDDLE) for length in gray.shape)
    return [gray[0, columns], gray[-1, columns], gray[rows, 0], gray[rows, -1]]


def _is_even(edge: NDArray[np.int16]) -> bool:
    """Whether an edge has one shade: that of a striped or chequered block has not."""
    return int(np.ptp(edge)) <= CONTRAST


def _off_ground(frame: Frame, outline: Outline, box: Box) -> NDArray[np.int64]:
    """Levels by which each pixel differs from what an outline lies on, in the channel where it does most."""
    apart = frame.bgrx[box.slices][:, :, :3].astype(np.int64) - outline.ground
    return np.asarray(np.abs(apart).max(axis=2), np.int64)

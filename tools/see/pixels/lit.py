"""Lit text: the very letters that stood there before, on a ground of another colour: they are selected."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.observation import bounds
from tools.see.pixels.ink import INK, ground_behind, relief

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame

_BORDER = 2
"""Pixels of a field's border, at most, which changes with the focus."""
_CARET = 3
"""Pixels that a caret is wide, at most."""
_FULL = 0.6
"""Share of a column, or a rectangle, of what is lit that is another colour, at least; between it are the
letters."""
_LIT = 24
"""Levels of a channel by which the ground of a selection differs, at least: of GTK 4's in the dark 37."""
_SAME = 0.6
"""Share of the pixels that are a letter's before or after which are one both times, at least."""


def is_lit_since(before: Frame, after: Frame, field: Box) -> bool:
    """Whether a text that a field held is selected now, and the rest of the field is as it was at its ends.

    Args:
        before: One frame.
        after: A later one.
        field: In pixels of either.
    """
    inside = field.grow(-_BORDER)
    if before.size != after.size or inside.clip(after.size) != inside or not inside.area:
        return False
    lit = _changed(before.words[inside.slices] != after.words[inside.slices])
    if lit is None or lit.left == 0 or lit.right == inside.width:  # something lies over it
        return False
    lit = lit.shift(inside.left, inside.top)
    grounds = [ground_behind(frame, lit) for frame in (before, after)]
    if not _stands_out(after, grounds[1], lit):  # it was selected before, and is no longer
        return False
    was, now = (relief(frame, lit) > INK for frame in (before, after))
    # With the focus a text may move by a pixel.
    is_one = any(_agree(was, np.roll(now, step, axis=(0, 1))) for step in product((-1, 0, 1), repeat=2))
    return bool(is_one and np.abs(np.subtract(*grounds)).max() > _LIT)


def _stands_out(frame: Frame, ground: NDArray[np.float64], lit: Box) -> bool:
    """Whether the ground of what has changed in a field is another than that on either side of it."""
    sides = frame.bgrx[lit.top : lit.bottom, [lit.left - 1, lit.right], :3]
    return bool((np.abs(np.median(sides, axis=0) - ground).max(axis=1) > _LIT).all())


def is_all_lit(frame: Frame, part: Box) -> bool:
    """Whether all that stands in a part of a frame is lit: a filled rectangle, with letters cut out of it.

    Wherever it stands: an editor may show its text at another place than its cell did.
    """
    inside = part.clip(frame.size)
    stands = relief(frame, inside) > INK
    found = bounds(stands)
    if found is None or found.width <= _CARET:
        return False
    lit = stands[found.slices]
    return bool(lit[0].all() and lit[-1].all() and lit.mean() >= _FULL)


def _agree(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> bool:
    """Whether the letters of two pictures are nearly the same; where there are none, they are not."""
    return bool((one & other).sum() >= _SAME * (one | other).sum() > 0)


def _changed(differs: NDArray[np.bool_]) -> Box | None:
    """The box around the widest stretch of columns most of which has changed."""
    rows = np.flatnonzero(differs.mean(axis=1) > 0)
    if not rows.size:
        return None
    high = differs[rows[0] : rows[-1] + 1]
    full = np.concatenate(([False], high.mean(axis=0) >= _FULL, [False]))
    edges = np.flatnonzero(np.diff(full.astype(np.int8)))
    stretches = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    if not stretches:
        return None
    left, right = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
    return Box(left, int(rows[0]), right - left, int(rows[-1] - rows[0]) + 1)

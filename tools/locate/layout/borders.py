"""Borders between windows: a text left of one is no label of a field right of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.ink import ground_behind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

_FAR = 3
"""Heights of a text above and below it in which the grounds on either side of a border differ: what is joined
to a field, on a ground of its own, is not that high."""
_BESIDE = 3
"""Pixels beside a text, and beside a field, where their grounds are."""
_OTHER = 8
"""Levels of a channel that tell two grounds."""
_MOST = 0.8
"""Share of the rows that show a ground, at least; letters stand in others."""


def is_across_border(frame: Frame, label: Box, field: Box) -> bool:
    """Whether an upright border between two grounds runs past a text and a field right of it."""
    beside = (label.left - _BESIDE, field.left - _BESIDE)  # right of the text the border may be close
    far = _FAR * label.height
    rows = slice(max(0, label.center.y - far), label.center.y + far)
    if beside[0] < 0 or field.left <= label.right or rows.stop > frame.size.height:
        return False
    own = ground_behind(frame, label)
    ground = frame.bgrx[field.center.y, beside[1], :3].astype(np.float64)
    if np.abs(own - ground).max() <= _OTHER:
        return False
    sides = zip(beside, (own, ground), strict=True)
    return all(_shows(frame.bgrx[rows, x, :3], shade) for x, shade in sides)


def _shows(column: NDArray[np.uint8], ground: NDArray[np.float64]) -> bool:
    """Whether most of a column is of a colour."""
    return float((np.abs(column - ground).max(axis=1) <= _OTHER).mean()) >= _MOST

"""Progress bars: boxes as high as fields, filled from their left end with a colour of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.regions import TOLERANCE

if TYPE_CHECKING:
    from tools.observation import Frame
    from tools.see.shapes.boxes import Candidate

_WITHIN = 0.25
"""Part of its height from a box's edges to the middle of what fills it, where neither border nor bevel is."""
_PLAIN = 0.9
"""Share of each row of that which has one colour, at least: letters of selected text stand there."""


def is_partly_filled(frame: Frame, one: Candidate) -> bool:
    """Whether a box is filled from its left end, to where the flat area that makes the rest of it begins."""
    if not one.is_broken or one.region.box.left - one.box.left <= one.box.height:
        return False
    edge = round(_WITHIN * one.box.height)
    inner = one.box.grow(-edge)
    part = frame.bgrx[inner.top : inner.bottom, inner.left : one.region.box.left - edge, :3].astype(np.int16)
    if not part.size:
        return False
    colors = np.median(part, axis=1, keepdims=True)
    is_same = np.abs(part - colors).max(axis=2) <= TOLERANCE
    differs = float(np.abs(colors - np.asarray(one.region.color)).max()) > TOLERANCE
    return differs and float(is_same.mean()) >= _PLAIN

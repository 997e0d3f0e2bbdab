"""Words in fields that look like indicators: letters that touch, as the "in" of a sentence, are a square."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.shapes.boxes import Candidate

SPACE, CORNER, STROKES = 0.7, 2, 50
"""Its own heights that a word of a sentence stands behind the word before it, at most; pixels of a corner;
and levels between a letter's foot and the ground beside it, at least."""


def is_word(frame: Frame, box: Box, field: Candidate) -> bool:
    """Whether what looks like an indicator is a word in a field: between two others, no higher, with feet.

    On a shaded ground all of its sides seem drawn, but no stroke goes along its foot.
    """
    if not field.box.contains(box.center) or not _has_feet(frame, box):
        return False
    row = [other for other in field.glyphs if other.same_row(box) and not other.meets(box)]
    before = max((one for one in row if one.right <= box.left), key=lambda one: one.right, default=None)
    after = min((one for one in row if one.left >= box.right), key=lambda one: one.left, default=None)
    if before is None or after is None:
        return False
    around, gap = before.union(after), box.left - before.right
    is_close = gap <= min(SPACE * box.height, after.left - box.right + 1)
    return is_close and around.top <= box.top and box.bottom <= around.bottom


def _has_feet(frame: Frame, box: Box) -> bool:
    """Whether the last row of a box is strokes and ground by turns, round corners aside."""
    foot = frame.gray[box.bottom - 1, box.left + CORNER : box.right - CORNER].astype(np.int16)
    return bool(foot.size) and int(np.ptp(foot)) > STROKES

"""Fields that are selected nearly from end to end: the selection looks like the face of a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.pixels.rectangles import OTHER

if TYPE_CHECKING:
    from tools.see.shapes.boxes import Candidate

THIN, NARROW, HIGH = 0.25, 1.0, 0.8
"""Heights of a letter that the rest of a field is wide at either end, at least, for a border is thinner, and
at most; and share of the selection's height that it is high, at least."""
BEGINS = 1.0
"""Heights of a letter from a selection's left end to the text, at most: it is as wide as that."""


def is_all_selected(one: Candidate) -> bool:
    """Whether the area of a box has a strip of one other colour at either end, and nowhere else around it.

    They are what is left of the field's own paper. A button's border goes all around its face, if only by a
    shade, and its caption stands in the middle of it.
    """
    outline, face = one.region.inside, one.region.box
    if outline is None:
        return False
    high = [part for part in outline.regions if part.box.height >= HIGH * face.height]
    strips = [part for part in high if THIN * one.letter <= part.box.width <= NARROW * one.letter]
    left = [part for part in strips if 0 <= face.left - part.box.right <= 1]
    right = [part for part in strips if 0 <= part.box.left - face.right <= 1]
    text = min((ink.box.left for ink in one.region.outlines), default=face.right)
    if not (left and right) or abs(left[0].light - right[0].light) > 1:
        return False
    if text - face.left > BEGINS * one.letter:
        return False
    return abs(left[0].light - one.region.light) > OTHER

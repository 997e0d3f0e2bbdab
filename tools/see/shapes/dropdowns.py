"""Drop-downs: boxes whose right end bears a mark that points down; and number fields, with one up as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.shapes.arrows import find_marks

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.shapes.boxes import Candidate

NARROWEST = (1.5, 1.25)
"""Times its height that a drop-down is wide, at least: and one that bears more than its mark, as "t"."""
MARK_APART, MARK_END, ASIDE = 0.3, 1.8, 0.5
"""Heights of a letter between a caption and the mark of a drop-down, at least; between that and the end, at
most, where half the box's own height is as good; and that it is right of the middle, at least."""
FLAT, FLAT_APART = 1.6, 0.15
"""Times its height that a mark is wide which no letter is like, as a v is; and as `MARK_APART` before it."""


def drops_down(frame: Frame, one: Candidate, *, sunk: bool) -> bool:
    """Whether its right end bears a mark that points down, and none above that that points up."""
    if one.is_high or one.box.width < NARROWEST[len(one.glyphs) > 1] * one.box.height:
        return False
    marks = list(find_marks(frame, one.box, one.letter))
    wanted = {"down"} if sunk or not one.glyphs else {"down", "bar"}
    ups = [box for mark, box in marks if mark == "up"]
    return any(
        mark in wanted and _stands_apart(box, one) and not any(up.gap_across(box) == 0 for up in ups)
        for mark, box in marks
    )


def has_steppers(frame: Frame, one: Candidate) -> bool:
    """Whether its right end bears a mark that points up and right below it one that points down, both alike.

    Large arrows stand so close behind a number that all could be one caption.
    """
    if one.is_high:
        return False
    marks = [(mark, box) for mark, box in find_marks(frame, one.box, one.letter) if _stands_apart(box, one)]
    ups, downs = ([box for mark, box in marks if mark == way] for way in ("up", "down"))
    return any(
        max(abs(up.left - down.left), abs(up.width - down.width)) <= 1 and up.bottom <= down.top
        for up in ups
        for down in downs
    )


def _stands_apart(mark: Box, one: Candidate) -> bool:
    """Whether a mark is at the end of its box, and no letter of the caption."""
    before = [mark.left - glyph.right for glyph in one.glyphs if glyph.left < mark.left - 1]
    end = max(MARK_END * one.letter, one.box.height // 2)
    least = FLAT_APART if mark.width >= FLAT * mark.height else MARK_APART
    apart = min(before, default=mark.left) > least * one.letter
    aside = mark.center.x - one.box.center.x
    return apart and one.box.right - mark.right <= end and aside >= ASIDE * one.letter

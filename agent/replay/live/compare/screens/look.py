"""Look of a screen beside the recorded one: whether its texts are drawn as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.ocrtext.may_be import difference
from tools.ocrtext.same import same
from tools.relocate.peaks import is_equal
from tools.see.text.saying import unlikeness_of

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Line, Scene

_MOST = 0.5
"""Part of the texts on both screens, of which more is drawn alike where the look is the same."""
_COUNTED = 24
"""Texts that are compared, at most."""
_SURE = 0.985
"""The recogniser's score, 0 to 1, of a text of another look that is taken at its word."""
_SLIPS = 0.9
"""What slips may make of a text (`tools.ocrtext.may_be.difference`): no other letter among them."""
_THIN = "lI|1"
"""What a border or a caret beside a text is read as."""
_SAME_LETTERS = 0.95
"""Correlation of two pictures of one text, at least: dark letters are light ones in a row that is lit."""
_GROUND = 5
"""Part (a fifth) of a text's height at its edges that may be ground of another colour."""
_CUT = 2
"""Letters that a narrow column may cut off a text at its end."""


def looks_the_same(then: Scene, now: Scene) -> bool:
    """Whether the texts that both screens have are drawn by the same font, in its size and colours."""
    pairs = [(a, b) for a in then.lines for b in now.lines if a.text == b.text][:_COUNTED]
    equal = sum(is_equal(then.frame, a.box, now.frame, b.box) for a, b in pairs)
    return equal > _MOST * len(pairs)


def same_letters(was: Frame, now: Frame, text: Box) -> bool:
    """Whether a text's letters are drawn in its place on another screen too, in whatever light."""
    box = text.grow(-text.height // _GROUND)
    if was.size != now.size or not box.area or box.clip(now.size) != box:
        return False
    one, other = was.gray[box.slices], now.gray[box.slices]
    if not (np.ptp(one) and np.ptp(other)):
        return False
    return abs(float(np.corrcoef(one.ravel(), other.ravel())[0, 1])) >= _SAME_LETTERS


def reads_otherwise(was: Line, line: Line) -> bool:
    """Whether a line of another look is no more than another reading of the recorded text.

    Sure readings are taken at their word: "Mall" is not "Mail", in whatever font.
    """
    one, other = was.text, line.text
    if other.endswith("|") and same(one, other[:-1]):
        return True
    if min(was.score, line.score) >= _SURE:
        return False
    apart = [cost for cost in (difference(one, other), difference(other, one)) if cost is not None]
    return min(apart, default=_SLIPS) < _SLIPS or _is_edge(one, other) or _is_cut(one, other)


def reads_alike(was: Line, line: Line) -> bool:
    """Whether a line that is lit otherwise may well be the text that was read in another light."""
    return reads_otherwise(was, line) or unlikeness_of(line, was.text) is not None


def _is_edge(one: str, other: str) -> bool:
    """Whether one text is the other with a border or a caret beside it, read as a letter."""
    long, short = sorted((one, other), key=len, reverse=True)
    before = long[:1] in _THIN and long[1:2] == " " and same(long[1:], short)
    return before or (long[-1:] in _THIN and len(short) > _CUT and same(long[:-1], short))


def _is_cut(one: str, other: str) -> bool:
    long, short = sorted((one.casefold(), other.casefold()), key=len, reverse=True)
    return long.startswith(short) and 0 < len(long) - len(short) <= _CUT < len(short)

"""Remains of a text: whether its letters are drawn, where a frame crosses them or an edge cuts them off.

Nothing is read: letters that something lies over are read as others. A letter that is not drawn is lost, and
a text with lost letters is another text, unless all that is lost lies beyond an edge.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame

    Picture = NDArray[np.int16]
    Mask = NDArray[np.bool_]

_CONTRAST = 90
"""Levels of a channel between letters and their ground, at least."""
_TONE = 40
"""Levels of a channel by which pixels of one colour may differ."""
_LETTER = 0.5
"""Share of the letters' contrast that a pixel of one has, at least."""
_ASTRAY = 2
"""Pixels by which the text may have moved: a cell places it otherwise than the field that it was typed in."""
_MIDDLE = 0.3, 0.6
"""Parts of a text's box down to the rows in which all letters are, and to those where waves may be."""
_SEEN = 0.6
"""Part of the letters before the cut that is drawn, at least; the rest something else lies over."""
_ANOTHER = 0.02
"""Part of them, at most, that is drawn as a letter and otherwise."""
_BEYOND = 0.5
"""Part of the letters beyond a cut that may by chance be drawn there."""
_EDGE = 0.5
"""Part of the rows around a text in which its edge stands out, at least."""
_CARET, _BAR = 2, 1.25
"""Columns of a caret, at most, and how high it is at least, next to the highest stroke of a letter."""


@dataclass(frozen=True, slots=True)
class _Colours:
    """Ground of a text, and from there to its letters."""

    ground: NDArray[np.float64]
    span: NDArray[np.float64]

    def letters(self, picture: Picture, least: float = _LETTER) -> Mask:
        """Where a picture has the letters' colour, or a paler one of their edges."""
        away = picture - self.ground
        share = np.clip(away @ self.span / float(self.span @ self.span), 0, 1)
        off = np.abs(away - share[..., None] * self.span).max(axis=2)
        return np.asarray((share >= least) & (off <= _TONE), np.bool_)

    def is_ground(self, picture: Picture) -> Mask:
        """Where a picture has the ground's colour."""
        return np.asarray(np.abs(picture - self.ground).max(axis=2) <= _TONE, np.bool_)


def remains(was: Frame, text: Box, now: Frame, line: Box | None = None) -> bool:
    """Whether a text of an earlier frame is still there, save what is covered, or cut off at its end.

    Args:
        was: The frame on which all of it was seen; of the size of the other one.
        text: Its box there, with a margin that is ground.
        now: Where it is looked for, in the same place.
        line: The box of what is read there now, in which nothing else may stand; None: nothing is.
    """
    around = text.union(line or text).grow(max(_ASTRAY, text.height))
    if was.size != now.size or text.clip(was.size) != text or around.clip(now.size) != around:
        return False
    picture = _pixels(was, text)
    colours = _colours(picture)
    if colours is None:
        return False
    letters = _without_caret(colours.letters(picture))
    across, down = max(_shifts(), key=lambda shift: _drawn(letters, picture, now, text.shift(*shift)))
    place = text.shift(across, down)
    cut = _cut(letters, picture, colours, _pixels(now, place))
    if cut is None:
        return False
    own = letters.copy()
    own[:, cut : cut + text.height] = False  # no letter follows where one is cut
    if not _has_no_other(own, cut, colours, now, place, line):
        return False
    return cut == letters.shape[1] or _ends_at_edge(now, place, cut)


def _cut(letters: Mask, picture: Picture, colours: _Colours, shown: Picture) -> int | None:
    """The first column in which letters are lost; None where others are drawn, or are not cut off upright.

    Args:
        letters: Those of the text.
        picture: What they were drawn as.
        colours: Theirs.
        shown: What is drawn in their place now.
    """
    letters = letters & ~_covered(shown, colours)
    drawn = letters & (np.abs(shown - picture).max(axis=2) <= _TONE)
    cut = _first(letters & ~drawn & colours.is_ground(shown))
    others = colours.letters(shown, _LETTER / 2) & letters & ~drawn
    before, beyond = letters[:, :cut].sum(), letters[:, cut:].sum()
    if drawn[:, :cut].sum() < _SEEN * max(1, before) or others[:, :cut].sum() > _ANOTHER * before:
        return None
    return cut if drawn[:, cut:].sum() <= _BEYOND * max(1, beyond) else None


def _covered(shown: Picture, colours: _Colours) -> Mask:
    """The columns in which something of another colour lies over the letters: a frame, a mark at the end."""
    height = len(shown)
    middle = shown[round(_MIDDLE[0] * height) : round(_MIDDLE[1] * height)]
    alien = ~(colours.letters(middle, 0.0) | colours.is_ground(middle))
    columns = alien.any(axis=0)
    return np.asarray(np.convolve(columns, np.ones(3), "same") > 0, np.bool_)


def _has_no_other(own: Mask, cut: int, colours: _Colours, now: Frame, place: Box, line: Box | None) -> bool:
    """Whether no other letters stand among the seen ones, close to them, or in their line.

    Args:
        own: The letters, without those right behind the cut.
        cut: The column in which they are cut, or end.
        colours: Theirs.
        now: The frame.
        place: The text's, on it.
        line: What must hold nothing else.
    """
    margin = max(_ASTRAY, place.height // 2)
    beside = place._replace(left=place.left - margin, width=cut + 2 * margin)
    asked = (beside, line._replace(top=place.top, height=place.height)) if line else (beside,)
    whole = place.union(asked[0]).union(asked[-1])
    near = np.zeros((whole.height, whole.width), np.bool_)
    near[place.shift(-whole.left, -whole.top).slices] = own
    near = _dilated(near)
    inked = np.flatnonzero(near.any(axis=1))  # below them the next row may begin
    shown = _pixels(now, whole)
    letters = colours.letters(shown) & ~_covered(shown, colours)
    foreign = (letters & ~near & ~letters.all(axis=0))[inked[0] : inked[-1] + 1]
    return all(
        int(foreign[:, box.left - whole.left : box.right - whole.left].sum()) <= _ASTRAY for box in asked
    )


def _dilated(mask: Mask) -> Mask:
    """The mask and the pixels right beside it."""
    wide = np.pad(mask, 1)
    return np.asarray(wide[1:-1, :-2] | wide[1:-1, 2:] | wide[:-2, 1:-1] | wide[2:, 1:-1] | mask, np.bool_)


def _ends_at_edge(now: Frame, place: Box, cut: int) -> bool:
    """Whether an edge is seen where the letters end, in this row or in those above and below it."""
    rows = place._replace(top=place.top - place.height, height=3 * place.height)
    left = place.left + cut - 2 * _ASTRAY
    strip = _pixels(now, rows._replace(left=left, width=3 * _ASTRAY))
    stands_out = np.abs(np.diff(strip, axis=1)).max(axis=2) > _TONE
    return bool((stands_out.mean(axis=0) >= _EDGE).any())


def _colours(picture: Picture) -> _Colours | None:
    """The colours of a text; None where it has none that stand out."""
    flat = picture.reshape(-1, 3)
    shades, counts = np.unique(flat, axis=0, return_counts=True)
    ground = shades[int(counts.argmax())].astype(np.float64)
    grey = flat[np.ptp(flat, axis=1) <= _TONE] if np.ptp(ground) <= _TONE else flat  # no wave under a word
    if not grey.size:
        return None
    ink = grey[int(np.abs(grey - ground).sum(axis=1).argmax())].astype(np.float64)
    return _Colours(ground, ink - ground) if np.abs(ink - ground).max() >= _CONTRAST else None


def _without_caret(letters: Mask) -> Mask:
    """The letters without an upright bar at their end, which is higher than all of them."""
    columns = np.flatnonzero(letters.any(axis=0))
    last = columns[-_CARET:]
    highest = letters[:, columns[:-_CARET]].sum(axis=0).max(initial=0)
    kept = letters.copy()
    kept[:, last[letters[:, last].sum(axis=0) >= _BAR * highest]] = False
    return kept


def _drawn(letters: Mask, picture: Picture, now: Frame, place: Box) -> int:
    return int((letters & (np.abs(_pixels(now, place) - picture).max(axis=2) <= _TONE)).sum())


def _shifts() -> list[tuple[int, int]]:
    """All places that a text may have moved to, the nearest first."""
    steps = range(-_ASTRAY, _ASTRAY + 1)
    return sorted(product(steps, steps), key=lambda shift: abs(shift[0]) + abs(shift[1]))


def _first(lost: Mask) -> int:
    """The first column with a lost pixel; behind the last where there is none."""
    columns = np.flatnonzero(lost.any(axis=0))
    return int(columns[0]) if columns.size else lost.shape[1]


def _pixels(frame: Frame, box: Box) -> Picture:
    return frame.bgrx[box.slices][:, :, :3].astype(np.int16)

"""Caret removal: the text caret blinks, and beside letters OCR reads it as an l or splits a word."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from tools.geometry import Box
from tools.observation import Frame
from tools.see.pixels.regions import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SHORTEST, LONGEST = 15, 48
"""Pixels that a caret is high: a line of the font. The first is odd, or the opening would move the bar."""
WIDEST = 2
"""Pixels that a caret is wide."""
FOOT = 2
"""Pixels that a caret's feet reach to either side, as Swing's do in Motif."""
CONTRAST = 90
"""Levels of grey between a caret and its ground."""
TAILS = 0.4
"""Share of the columns with letters that go down to the end of a caret, at most: the tails of p and y. Of a
line that its field's border cuts off, all do."""
ACCENTS = 0.2
"""The same of columns that begin where a caret does, at most: an accent over a capital letter."""
ABOVE = 2
"""Rows that a caret stands above the letters beside it at least where tails go down to its end: a | goes as
low as they do, and is hardly higher than a capital letter."""
HANGING = 0.6
"""Share of the columns with letters that belong to letters with such tails, at most: next to an l, which ends
where all letters do, even those that touch their line with a point alone (v, w) are no tails."""
BASE, LOWER = 0.3, 0.6
"""Share of the columns with letters that end in one row above the tails, at least, where that is their line;
and part of a caret's height that lies above it: the arch of an n ends higher."""
CORNER = 4
"""Columns beside a field's border that its rounded corner takes in the rows of a caret, at most."""
CLOSE = 2
"""Columns between a letter and the caret beside it, at most: further away, a bar from border to border is a
separator."""
NEIGHBOURS = 60
"""Pixels to either side where the letters of its line would be."""

_FOUND: WeakKeyDictionary[Frame, list[Box]] = WeakKeyDictionary()


@lru_cache(maxsize=2)
def without_caret(frame: Frame) -> Frame:
    """The frame with carets painted over in their ground's colour; the same frame if there is none.

    The last two are kept: each closer look at a line asks for its frame's again.
    """
    carets = find_carets(frame)
    if not carets:
        return frame
    return _painted_over(frame, carets)


def _painted_over(frame: Frame, boxes: Sequence[Box]) -> Frame:
    """The frame with boxes in the colour that is left of each, one after the other."""
    pixels = frame.bgrx.copy()
    for box in boxes:
        pixels[box.slices] = pixels[box.top, box.left - 1]
    return Frame(pixels)


def find_carets(frame: Frame) -> list[Box]:
    """Upright bars of one colour on even ground, higher and lower than all letters beside them; and feet.

    Remembered as long as the frame is kept: each closer look at a line of it asks again.
    """
    carets = _FOUND.get(frame)
    if carets is None:
        carets = _FOUND[frame] = _find_carets(frame)
    return carets


def _find_carets(frame: Frame) -> list[Box]:
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    gray = frame.gray
    upright = np.ones((SHORTEST - 2, 1), np.uint8)
    found = []
    for light in (gray, 255 - gray):
        # A letter may touch the caret on one side: so it is set against the lightest pixel near it.
        near = cv2.dilate(light, np.ones((1, 2 * WIDEST + 1), np.uint8))
        dark = (cv2.subtract(near, light) > CONTRAST).astype(np.uint8)
        bars = cv2.morphologyEx(dark, cv2.MORPH_OPEN, upright)
        contours, _ = cv2.findContours(bars, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        found += [Box(*cv2.boundingRect(contour)) for contour in contours]
    narrow = [box for box in found if box.width <= WIDEST and box.height <= LONGEST]
    return [part for box in narrow for part in _caret(frame, box)]


def _caret(frame: Frame, bar: Box) -> list[Box]:
    """The bar, if it is a caret, behind its feet, if it has some; nothing if it is none.

    Feet are a row above it and one below it, of its colour; they are painted over first.
    """
    if bar.height >= SHORTEST and _on_ground(frame, bar):
        return [bar] if _is_alone(frame, bar) else []
    feet = _feet(frame, bar) if bar.width == 1 else []
    if not feet:
        return []
    plain, whole = _painted_over(frame, feet), bar._replace(top=bar.top - 1, height=bar.height + 2)
    # A serif stands on the line of other letters; one without any beside it may be an I.
    is_caret = _on_ground(plain, bar) and _is_alone(plain, whole) and _is_written_beside(plain, bar)
    return [*feet, bar] if is_caret else []


def _is_written_beside(frame: Frame, bar: Box) -> bool:
    """Whether letters stand close before or behind a bar, in its rows."""
    row = Box(bar.left - bar.height, bar.top, 2 * bar.height + 1, bar.height).clip(frame.size)
    others = frame.words[row.slices] != frame.words[bar.top, bar.left - 1]
    others[:, bar.left - row.left] = False
    return bool(others.any())


def _feet(frame: Frame, bar: Box) -> list[Box]:
    around = Box(bar.left - FOOT - 1, bar.top - 1, bar.width + 2 * (FOOT + 1), bar.height + 2)
    if around.clip(frame.size) != around:
        return []
    same = frame.words[around.slices][[0, -1]] == frame.words[bar.center.y, bar.left]
    if not same[:, 1:-1].all() or same[:, [0, -1]].any():
        return []
    return [Box(bar.left - FOOT, top, bar.width + 2 * FOOT, 1) for top in (bar.top - 1, bar.bottom)]


def _on_ground(frame: Frame, box: Box) -> bool:
    """Whether it has one colour, and ends on one other colour: a border goes on, or has two sides.

    Where its line is as high as its field, its ends may lie at the borders, which are even and of a colour of
    their own. One that goes from border to border stands beside a letter.
    """
    around = Box(box.left - 1, box.top - 1, box.width + 2, box.height + 2)
    if around.overlap(Box(0, 0, *frame.size)) != around or np.ptp(frame.gray[box.slices]):
        return False
    words = frame.words[around.slices]
    ground, ends = words[1, 0], words[[0, -1]]
    other = abs(int(frame.gray[box.top, box.left - 1]) - int(frame.gray[box.top, box.left])) > CONTRAST
    sides = words[[1, 1, -2, -2], [0, -1, 0, -1]]
    even = bool((sides == ground).all() and (ends == ends[:, :1]).all())
    if not other or not even:
        return False
    if (ends[:, 0] == ground).any():
        return True
    return bool((ends[:, 0] != words[1, 1]).all()) and _is_beside_a_letter(frame, box)


def _is_beside_a_letter(frame: Frame, box: Box) -> bool:
    words = frame.words
    before = words[box.top : box.bottom, max(0, box.left - CLOSE) : box.left]
    after = words[box.top : box.bottom, box.right : box.right + CLOSE]
    ground = words[box.top, box.left - 1]
    return bool((before != ground).any() or (after != ground).any())


def _is_alone(frame: Frame, box: Box) -> bool:
    """Whether no letter beside it is as high or as low, but for accents and tails."""
    first = max(0, box.top - 2)  # it marks the row above itself; and one more on either side
    left = max(0, box.left - NEIGHBOURS)
    # One pixel more, for an edge is marked before it; the mask of the whole frame would take far longer.
    ink = flat(frame.bgrx[first : box.bottom + 2, left : box.right + NEIGHBOURS + 1]) == 0
    ink = ink[: box.bottom + 1 - first]
    before = _as_far_as_border(ink[:, : max(0, box.left - 1 - left)][:, ::-1])
    after = _as_far_as_border(ink[:, box.right - left : box.right - left + NEIGHBOURS])
    beside = np.concatenate([before, after], axis=1)
    top = box.top - first
    written = int(beside[top + 1 : -2].any(axis=0).sum())
    higher = any(row.any() and not row.all() for row in beside[: max(0, top - 1)])  # all of it is a border
    if higher or beside[top].sum() > ACCENTS * written:
        return False
    if not beside[-2].all():
        return not beside[-2].any() or (not beside[top : top + ABOVE].any() and _has_tails(beside[top + 1 :]))
    # A border right below marks the whole of its last row, where no caret goes lower but tails may end, too.
    return bool(beside[-3].sum() <= TAILS * written)


def _has_tails(beside: NDArray[np.bool_]) -> bool:
    """Whether the last row but one has the tails of some letters among others, and nothing goes lower.

    Args:
        beside: The letters beside a caret, from its first row to the row below it.
    """
    drawn = np.append(beside[:-1].any(axis=0), False)
    edges = np.flatnonzero(np.diff(drawn.astype(np.int8), prepend=0)).reshape(-1, 2)
    hanging = sum(int(end - start) for start, end in edges if beside[-2, start:end].any())
    few = beside[-2].sum() <= TAILS * drawn.sum() and not beside[-1].any()
    return bool(few and (hanging <= HANGING * drawn.sum() or _has_base(beside[:-1])))


def _has_base(letters: NDArray[np.bool_]) -> bool:
    """Whether letters, which may touch those with tails, stand on a line of their own above the last row."""
    drawn = letters.any(axis=0)
    ends = len(letters) - 1 - letters[::-1, drawn].argmax(axis=0)
    above = ends[(ends >= LOWER * len(letters)) & (ends < len(letters) - 1)]
    return len(above) > 0 and int(np.bincount(above).max()) >= BASE * len(ends)


def _as_far_as_border(ink: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The columns before the border at the end of the field: it is marked beyond the caret on both sides.

    Another l of "ll" is as high as a caret, but no higher. What touches the border is its rounded corner.
    """
    full = np.append(ink.all(axis=0), True)
    end = int(full.argmax())
    if end == ink.shape[1]:
        return ink
    marked = ink[:, max(0, end - CORNER) : end].any(axis=0)
    corner = int(np.append(np.logical_not(marked)[::-1], True).argmax())
    return ink[:, : end - min(corner, CORNER)]

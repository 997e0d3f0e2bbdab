"""Glyphs at borders: letters that touch one, and so have no outline of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Size
from tools.observation import bounds
from tools.see.pixels.glyphs import adjoin, adjoins_any
from tools.see.pixels.meeting import BoxIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tools.see.pixels.regions import Region

HIGH = 3.6
"""Heights of a letter that what touches a border is high, at most."""
LONG, TALL = 5.4, 2.3
"""Heights of a letter from which a straight run of ink is a border, no letter: across, and up and down."""
CAPTION = 36
"""Heights of a letter to the right within which a border that a caption interrupts goes on."""
_CUT = 4
"""Pixels of ink that a border is high, at most, which cuts a letter; even, so that a kernel has a middle."""
_BEYOND = 3
"""Pixels of ground behind such a word, at least."""
_LETTERS = 0.75
"""Part of the rows above and below a row of a word that is ink, at least."""
LEAST_HEIGHT, LEAST_WIDTH = 0.55, 0.34
"""Heights of a letter; what touches a border and is less is the border's."""
THIN = 1.0, 1.4
"""Heights of a letter that an l or an i is high, at least and at most."""
LEAST_WORD = 1.8
"""Heights of a letter; what touches a border and is narrower is a rounded corner."""
ONE_LETTER, AT_LEFT, BELOW_CORNER = (0.7, 1.6), 0.5, 0.15
"""Heights of a letter that one or two letters which touch a border are high, at least and at most; that they
stand off it, at most; and below the corner, which may be round, at least."""
LEAST_AREA = 3.0
"""Heights of a letter that a field or a list is wide, at least; a scroll bar is narrower."""
_SIDE = 0.9
"""Part of a widget's width that what is left of one side of its outline has, at least."""
_HOME = 0.8
"""Part of a glyph that lies on its region, at least."""


class Homes:
    """The regions of a frame that glyphs are written on.

    Args:
        regions: All of the frame.
        on: The glyphs of each; more may be put to them.
        letter: Pixels that most letters of the frame are high.
    """

    def __init__(self, regions: Sequence[Region], on: Sequence[list[Box]], letter: float) -> None:
        self._regions, self._on = regions, on
        self._wide = [at for at, one in enumerate(regions) if one.box.width >= LEAST_WORD * letter]
        self._index = BoxIndex([regions[at].box for at in self._wide])

    def home(self, box: Box) -> int | None:
        """The region that a glyph is written on: where its neighbours are, or the smallest around it."""
        near = [self._wide[at] for at in self._index.meeting(box)]
        found = [at for at in near if adjoins_any(box, self._on[at])]
        if not found:
            found = [at for at in near if self._regions[at].box.overlap(box).area >= _HOME * box.area]
        return min(found, key=lambda at: self._regions[at].box.area, default=None)


def glyphs_at_borders(
    ink: NDArray[np.uint8], on: Sequence[list[Box]], homes: Homes, letter: float
) -> Iterator[tuple[Box, int]]:
    """Glyphs that touch a border and so have no outline of their own, and the index of their region."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    ink, size = ink.copy(), Size(ink.shape[1], ink.shape[0])
    for glyphs in on:
        for box in glyphs:
            ink[box.grow(1).clip(size).slices] = 0
    across = _runs_across(ink, round(LONG * letter))
    _leave_letters(across, ink, THIN[0] * letter)
    upright = np.asarray(
        cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((round(TALL * letter), 1), np.uint8)), np.uint8
    )
    _leave_ends(across, upright, round(LONG * letter))
    whole, ink = ink, ink & 1 - (across | upright)
    found: list[Box] = []
    pieces = [_off_edge(ink, box, letter) for box in _pieces(ink, whole, letter)]
    pieces.sort(key=lambda box: _is_narrow(box, letter))
    for left, top, width, height in pieces:
        if LEAST_HEIGHT * letter <= height <= HIGH * letter:
            rows = slice(top, top + height)
            border = across[rows, left : left + round(CAPTION * letter)].max(axis=1) > 0
            start, end = _letters(ink[rows, left : left + width] > 0, border)
            box = Box(left + start + 1, top + 1, end - start, height)
            home = homes.home(box)
            is_wide = not _is_narrow(box, letter)
            if home is not None and (is_wide or _is_thin_letter(box, [*on[home], *found], letter)):
                found.append(box)
                yield box, home


def _runs_across(ink: NDArray[np.uint8], long: int) -> NDArray[np.uint8]:
    """Straight runs of ink that are that long at least. Most rows have less ink, and are not looked at."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    found = np.zeros_like(ink)
    marked = cv2.reduce(ink, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S)
    rows = np.flatnonzero(marked >= long)
    if rows.size:
        found[rows] = cv2.morphologyEx(ink[rows], cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    return found


def _leave_letters(across: NDArray[np.uint8], ink: NDArray[np.uint8], high: float) -> None:
    """Take out the rows of ink that are no borders: bold or coloured letters of a word run into one another.

    So they do in no more rows than are `high`, in pixels.

    Above and below such a row are the rest of the letters; on one side of a border is some ground. At the
    heads of small letters there is, too, but the row ends where they do; and at the feet of letters that run
    into one another in more rows than a border has ink.
    """
    for row in _shapes(across):
        if row.height > high or row.top == 0 or row.bottom == len(ink):
            continue
        above, below = (ink[at, row.left : row.right].mean() for at in (row.top - 1, row.bottom))
        is_thick = row.height > _CUT and above >= _LETTERS
        if is_thick or min(above, below) >= _LETTERS or (below >= _LETTERS and _ends_with_letters(ink, row)):
            across[row.slices] = 0


def _ends_with_letters(ink: NDArray[np.uint8], row: Box) -> bool:
    """Whether a row of ink ends on the right where the letters below it do."""
    beyond = ink[row.top : row.bottom + 1, row.right : row.right + _BEYOND]
    return not beyond.any() and bool(ink[row.bottom, max(0, row.right - _BEYOND) : row.right].any())


def _leave_ends(across: NDArray[np.uint8], upright: NDArray[np.uint8], long: int) -> None:
    """Take out what goes on beyond an upright border and ends before the next: the bar of an A on its row."""
    for row in _shapes(across & 1 - upright):
        if row.width < long:
            beside = upright[row.top : row.bottom, max(0, row.left - 1) : row.right + 1]
            ends = row.left == 0 or beside[:, 0].any(), row.right == across.shape[1] or beside[:, -1].any()
            if not all(ends):
                across[row.slices] = 0


def _is_narrow(box: Box, letter: float) -> bool:
    """Whether a shape is narrower than letters are, save an l or an i."""
    return box.width < LEAST_WIDTH * letter


def _pieces(ink: NDArray[np.uint8], whole: NDArray[np.uint8], letter: float) -> list[Box]:
    """What is left of the ink without borders, a letter in one piece that a border's row cuts in two."""
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    apart, least = _shapes(ink), LEAST_HEIGHT * letter
    closed = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((_CUT + 1, 1), np.uint8)), np.uint8)
    joined = [box for box in _shapes(closed & whole) if least <= box.height <= THIN[1] * letter]
    known = [box for box in apart if box.height >= (THIN[0] * letter if _is_narrow(box, letter) else least)]
    index = BoxIndex(known)
    cut = [box for box in joined if _are_halves(box, [known[at] for at in index.meeting(box)])]
    around = BoxIndex(cut)
    return [box for box in known if not any(box.lies_mostly_in(cut[at]) for at in around.meeting(box))] + cut


def _are_halves(whole: Box, parts: Sequence[Box]) -> bool:
    """Whether pieces that meet a letter are its own, one above the other; so are none, each being too low."""
    above = any(one.bottom <= other.top for one in parts for other in parts)
    return not parts or (above and all(box.lies_mostly_in(whole) for box in parts))


def _off_edge(ink: NDArray[np.uint8], box: Box, letter: float) -> Box:
    """Letters without the edge of the coloured row that they touch, which is as high as that row."""
    if box.height <= THIN[1] * letter:
        return box
    part = ink[box.slices] > 0
    is_full = part.all(axis=0)
    if not _is_narrow(box, letter):  # an upright stroke within a word may be as high
        is_full &= np.logical_and.accumulate(is_full)
    rest = bounds(part & ~is_full)
    if rest is None or (rest.height > THIN[1] * letter and not _is_narrow(box, letter)):
        return box
    return rest.shift(box.left, box.top)


def _shapes(ink: NDArray[np.uint8]) -> list[Box]:
    import cv2  # noqa: PLC0415  (heavy: loaded on use)

    contours, _ = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    return [Box(*cv2.boundingRect(contour)) for contour in contours]


def is_border(box: Box, widget: Box) -> bool:
    """Whether a shape is the outline of a widget, or what its round corners leave of one side."""
    at_side = min(abs(box.top - widget.top), abs(box.bottom - widget.bottom)) <= 1
    is_side = at_side and box.width >= _SIDE * widget.width and 2 * box.height < widget.height
    return box.overlap(widget) == widget or is_side


def may_be_letter(box: Box, area: Box, letter: float) -> bool:
    """Whether what touches the left side of a field or a list may be its text: a letter high, off corners."""
    return (
        area.width >= LEAST_AREA * letter
        and box.left - area.left <= AT_LEFT * letter
        and ONE_LETTER[0] * letter <= box.height <= ONE_LETTER[1] * letter
        and box.top - area.top >= BELOW_CORNER * letter
        and box.bottom <= area.bottom
    )


def _is_thin_letter(box: Box, glyphs: Sequence[Box], letter: float) -> bool:
    """Whether a narrow stroke is an l or an i: as high as a letter, close to one; a caret is higher."""
    is_high = THIN[0] * letter <= box.height <= THIN[1] * letter
    near = (other for other in glyphs if other.gap_across(box) <= LEAST_WIDTH * letter)
    return is_high and any(adjoin(box, other) and abs(other.bottom - box.bottom) <= 1 for other in near)


def _letters(ink: NDArray[np.bool_], border: NDArray[np.bool_]) -> tuple[int, int]:
    """The columns that letters stand in; in the others is only ink in the rows of a border."""
    columns = np.flatnonzero(ink[~border].any(axis=0))
    return (int(columns[0]), int(columns[-1]) + 1) if columns.size else (0, 0)

"""Glyphs of one region, gathered into runs: words of one line, not two columns."""

from __future__ import annotations

from statistics import median, median_low
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tools.geometry import Box


LETTER = 9.0
"""Pixels that a letter is high at 96 dots an inch."""
TALLEST = 7.1
"""Heights of a letter of its screen; what is taller is no glyph."""
LEAST = 2
"""Pixels; a full stop is that wide or high."""
THICK, LONG = 3, 24
"""Pixels: a rule is at most this thick and at least this long."""
SPACE = 4
"""Pixels between an icon and its caption, at least."""
APART = 0.4
"""The same in heights of the caption's letters: "Cu" stands .33 of them before the rest of "Currency"."""
ICON = 12
"""Pixels that an icon is high, at least."""
LARGE, HUGE = 2, 3
"""Times as high as the letters beside it is a picture whose top is level with theirs, at least, and one of
any width."""
DOT = 5
"""Pixels; what is lower may be a dot, an accent or a dash, a little above or below the other letters."""


PICTURE, OVER, ASIDE = 1.5, 2, 0.3
"""Heights of most glyphs that a picture between two captions is high, at least; pixels by which it is higher
and lower than those beside it; heights that it stands off them: an "@" stands .24 off small letters."""
CAPITAL = 1.75
"""Heights of most glyphs that a capital with an accent is high, at most; icons are higher, or stand lower."""
JOINED, NARROW = 2, 0.8
"""Times as wide as high are letters that touch, at least; heights that a capital is wide, at most."""
HANGING = 4
"""A part of the letters' height, by which an underscore or an accent may stand off them."""


def is_glyph(box: Box, letter: float = LETTER) -> bool:
    """Whether a letter, or letters that touch, can have this box, where most are `letter` pixels high."""
    return box.height <= TALLEST * letter and max(box.width, box.height) >= LEAST


def gather_runs(glyphs: Iterable[Box], *, prose: bool) -> list[list[Box]]:
    """Runs of glyphs on one base line with no more than a space between neighbours, each left to right.

    Args:
        glyphs: boxes of letters, or of letters that touch.
        prose: True where people write (spaces of a fixed-width font are wide), False where words that stand
            a little apart are captions of different things (a menu bar).
    """
    runs: list[list[Box]] = []
    around: list[Box] = []
    glyphs = sorted(glyphs)
    tallest = max((glyph.height for glyph in glyphs), default=0)
    reached: list[int] = []  # runs that the next glyph may yet continue: of thousands in a photograph, a few
    for glyph in glyphs:
        if _is_beside_rows(glyph, glyphs):
            continue
        reached = [i for i in reached if _reaches(around[i], glyph.left, tallest, prose=prose)]
        near = [i for i in reached if on_line(around[i], glyph) and _near(around[i], glyph, prose=prose)]
        if not near:
            reached.append(len(runs))
            runs.append([glyph])
            around.append(glyph)
            continue
        # Of two rows that both reach the glyph, the one that it overlaps more.
        best = max(near, key=lambda i: _shared(around[i], glyph))
        runs[best].append(glyph)
        around[best] = around[best].union(glyph)
    return [part for run in runs for part in _between_pictures(_without_icons(run))]


def _is_beside_rows(icon: Box, glyphs: Sequence[Box]) -> bool:
    """Whether it is a picture with two rows of letters right behind it, which it would make one.

    Or the lines of a tree, from one row to the next: higher than two rows, and of any width.
    """
    if icon.height < ICON:
        return False
    reach, right = icon.height * 5 // 4, icon.right
    most = icon.height * 2 // 3 if _is_square(icon) else icon.height * 2 // 5
    behind = [
        box
        for box in glyphs
        if 0 <= box.left - right <= reach and DOT < box.height <= most and on_line(icon, box)
        if not _is_stop(box, icon)
    ]
    if not any(one.bottom <= other.top for one in behind for other in behind):
        return False
    if bounds(behind).width <= icon.height * 2 // 5:  # a colon behind a large letter
        return False
    return _is_square(icon) or not any(
        2 * box.height > icon.height  # a bracket among letters
        for box in glyphs
        if box != icon and icon.gap_across(box) <= reach and on_line(icon, box)
    )


def _is_stop(dot: Box, letter: Box) -> bool:
    """Whether it is a full stop behind a large letter, on its base line: as in "N.º"."""
    return HANGING * max(dot.width, dot.height) <= letter.height and abs(dot.bottom - letter.bottom) <= 1


def bounds(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; there is at least one."""
    around, *others = boxes
    for box in others:
        around = around.union(box)
    return around


def is_rule(box: Box) -> bool:
    """Whether it is a line drawn across: a separator, an underline, a caret."""
    return min(box.width, box.height) <= THICK and max(box.width, box.height) >= LONG


def _shared(box: Box, glyph: Box) -> int:
    """Rows that both have; below 0 the rows between them."""
    return min(box.bottom, glyph.bottom) - max(box.top, glyph.top)


def adjoin(box: Box, glyph: Box) -> bool:
    """Whether two glyphs, in either order, can be neighbours in one word."""
    gap = max(glyph.left - box.right, box.left - glyph.right)
    return gap <= DOT and on_line(box, glyph)


def adjoins_any(box: Box, glyphs: Iterable[Box]) -> bool:
    """Whether one of many glyphs can be a neighbour; most lie far off, and are not looked at any closer."""
    first, last = box.left - DOT, box.right + DOT
    # By place and not by name: this is asked a million times.
    return any(other[0] <= last and other[0] + other[2] >= first and adjoin(box, other) for other in glyphs)


def on_line(box: Box, glyph: Box) -> bool:
    """Whether two boxes are so high and so placed that they stand on one base line."""
    lower = min(box.height, glyph.height)
    apart = max(2, max(box.height, glyph.height) // HANGING)
    return _shared(box, glyph) >= (lower / 2 if lower > DOT else -apart)


def _near(box: Box, glyph: Box, *, prose: bool) -> bool:
    return _reaches(box, glyph.left, glyph.height, prose=prose)


def _reaches(box: Box, left: int, height: int, *, prose: bool) -> bool:
    """Whether a glyph of that height, which begins in that column, is no more than a space behind a run."""
    height = max(box.height, height)
    return left - box.right <= (max(12, height * 5 // 4) if prose else max(11, height * 7 // 10))


def _without_icons(run: list[Box]) -> list[Box]:
    """The run without a picture before or after its letters."""
    while len(run) > 1 and _is_icon(run[0], run[1:]):
        run = run[1:]
    while len(run) > 1 and _is_icon(run[-1], run[:-1]):
        run = run[:-1]
    return run


def _between_pictures(run: list[Box]) -> Iterator[list[Box]]:
    """The captions of a tool bar, which are one run where a picture before each fills the space between."""
    height = median_low(box.height for box in run)  # half of the run may be pictures
    part: list[Box] = []
    for at, box in enumerate(run):
        if not _is_picture(box, run[max(0, at - 1) : at] + run[at + 1 : at + 2], height):
            part.append(box)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _is_picture(box: Box, beside: list[Box], height: float) -> bool:
    """Whether it reaches above and below the glyphs beside it, apart from them, and is as wide as high.

    With letters on one side only it may as well be two that touch, as the "Ag" of "Agreements".
    """
    apart = max(SPACE, (ASIDE if len(beside) > 1 else APART) * height)
    return (
        bool(beside)
        and box.height >= max(ICON, PICTURE * height)
        and _is_square(box)
        and all(box.top <= one.top - OVER and box.bottom >= one.bottom + OVER for one in beside)
        and all(max(one.left - box.right, box.left - one.right) >= apart for one in beside)
    )


def _is_icon(end: Box, rest: list[Box]) -> bool:
    """Whether it stands apart from the letters, and is much larger; or above them, as wide as high."""
    letters, height = bounds(rest), median(box.height for box in rest)
    if letters.height <= DOT:  # an arrow behind a word
        return False
    gap = max(letters.left - end.right, end.left - letters.right)
    if gap < max(SPACE, APART * height) or end.height < ICON or _is_capital(end, rest, height):
        return False
    if end.height >= HUGE * letters.height:
        return True
    return _is_square(end) and (end.top <= letters.top - 2 or end.height >= LARGE * letters.height)


def _is_capital(end: Box, rest: list[Box], height: float) -> bool:
    """Whether it may be a word of one letter, as the À of "À propos": it stands on their base line."""
    if _is_before_joined(end, rest):
        return True
    bottoms = [box.bottom for box in rest if box.height > DOT]
    hang = any(bottom > end.bottom for bottom in bottoms)
    stands = end.bottom in bottoms and (hang or min(bottoms) >= end.bottom - 1)
    return stands and end.height <= CAPITAL * height


def _is_before_joined(end: Box, rest: list[Box]) -> bool:
    """Whether the letters touch, so that nothing shows their base line, and may have tails: "propos".

    What stands within their height then, narrower than icons are, ends on that line.
    """
    word = bounds(rest)
    is_joined = any(box.width >= JOINED * box.height for box in rest)
    ends_within = word.top + word.height // 2 < end.bottom < word.bottom
    is_narrow = end.width < NARROW * end.height
    return is_joined and ends_within and is_narrow and end.height <= CAPITAL * word.height


def _is_square(box: Box) -> bool:
    return box.height <= 1.5 * box.width <= 2.1 * box.height

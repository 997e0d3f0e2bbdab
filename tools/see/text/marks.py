"""Marks before a caption that were read with it: a tree's arrow, a bullet, a dot in its ring, an icon."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tools.ocrtext.scripts import ends_in_other_script
from tools.see.pixels.ink import INK, relief
from tools.see.text.gaps import spacing_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Line

_MARKED = re.compile(
    r"""(?:[^\w\s"'“(\[{<@#$€£%&]\s+|[▶▼▲►▸▾▴▷▽]|[\u0370-\u1fff][-\u2013]\s+(?=[a-zA-Z\u00c0-\u024f]))[^\W\d_]"""
)
"""A sign by itself, and a letter after it: before a number it may be its sign. An arrow begins no caption;
nor does a letter of another script with a dash, as which a tree's arrow is read with its line."""
_ARROWED = re.compile(r"[^\W\d_].*[▶▼▲►▸▾▴▷▽]")
"""A letter, and at the end an arrow: that of what opens below a caption, and no part of that."""
_LETTERED = re.compile(r"\w\s+\w")
"""A letter by itself, as which a picture may be read: a magnifying glass as a Q."""
_OVER, _LARGER = 2, 1.5
"""Pixels by which a picture is higher and lower than its caption; and how many times as high it is."""
_SPACE = 0.2
"""Heights of a line between a mark and its caption, at least."""
_BLANK, _SIGN = 0.4, 1.2
"""The same between letters and an ideograph, at least, where it is a blank: in one text less is set; and that
such a sign is wide, at most."""
_WIDEST = 1.0
"""Heights of a line that a mark is wide, at most: what is wider is a word, or a mark with one."""
_BROAD, _HIGH, _FAR = 1.35, 1.2, 0.8
"""Times its height that a picture is wide which is no letter, at least; times as high as the letter behind
it; and heights of that letter between them, where that alone tells: a space is narrower."""
_NOT_SET, _NOT_SPACED, _CAPITAL = 0.9, 1.0, 0.8
"""Heights of the capital behind it that what was read as a word is wide, at least, and is further off, where
that alone tells: in a font of one width letters are narrower, and in any other spaces are. Times as high as
the picture that such a capital is, at least."""
_APART, _LOWER, _ROUND = 0.5, 0.2, 1.15
"""Heights of the letter behind a picture between them, at least; by which its head is lower, at most; and
that it is high where it reaches over both ends of the letter, at least."""
_LONG, _LEAST, _CORNER = 1.8, 8, 5
"""Heights of the line that a picture is wide, at most; pixels that it is high, at least; and pixels of a
button's rounded corner at the end of the line, at most."""
_MARGIN = 2
"""Pixels before the first letter that belong to its picture."""


def is_marked(text: str) -> bool:
    """Whether a text begins with a sign that may be a mark."""
    return _MARKED.match(text) is not None


def ends_in_arrow(text: str) -> bool:
    """Whether a text ends in an arrow, which no caption does."""
    return _ARROWED.fullmatch(text) is not None


def may_begin_with_picture(text: str) -> bool:
    """Whether a text begins with a letter by itself, which may be a picture."""
    return _LETTERED.match(text) is not None


def behind_picture(frame: Frame, box: Box) -> Box | None:
    """The part of a line behind a picture, which reaches above and below it; None where there is none."""
    gap = next((gap for gap in spacing_of(frame, box).gaps if gap.width >= _OVER), None)
    if gap is None:
        return None
    ink = relief(frame, box) > INK
    picture, caption = rows_of(ink[:, : gap.left - box.left]), rows_of(ink[:, gap.right - box.left :])
    over = picture.start <= caption.start - _OVER and picture.stop >= caption.stop + _OVER
    start = gap.right - _MARGIN
    is_picture = over and len(picture) >= _LARGER * len(caption)
    return box._replace(left=start, width=box.right - start) if is_picture else None


def beyond_picture(frame: Frame, box: Box, *, is_word: bool = False) -> Box | None:
    """The part of a line behind a picture that no letter of the line can be; None where there is none.

    It is wider than letters are, higher or lower than the one behind it, or further off than words are. What
    lies at the left end of the box is the corner of a button.

    Args:
        frame: What to look at.
        box: The line, in its pixels.
        is_word: Whether it was read as a word of one letter, which a W may be: then only what reaches over
            both ends of the letter behind it is none, or stands higher, or where in no font a letter would.
    """
    ink = relief(frame, box) > INK
    drawn = np.append(ink.any(axis=0), False)
    if drawn[0] and not drawn[: _CORNER + 1].all():
        drawn[: int(drawn.argmin())] = False
    columns = np.flatnonzero(drawn)
    gaps = np.flatnonzero(np.diff(columns) > max(2, _SPACE * box.height))
    if not gaps.size:
        return None
    first, end, start = (int(columns[at]) for at in (0, gaps[0], gaps[0] + 1))
    letter = start + int(np.append(drawn[start:], False).argmin())
    picture, next_ = rows_of(ink[:, first : end + 1]), rows_of(ink[:, start:letter])
    apart, wide = (start - end - 1) / max(1, len(next_)), end + 1 - first
    is_picture = apart >= _APART and _reaches_over(picture, next_)
    if is_word:
        is_capital = len(next_) >= _CAPITAL * len(picture)
        is_picture = is_picture or (is_capital and apart >= _NOT_SPACED and wide >= _NOT_SET * len(next_))
        is_picture = is_picture or (apart >= _APART and _is_raised(picture, next_, ink[:, start:]))
    else:
        is_larger = wide >= _BROAD * len(picture) or len(picture) >= _HIGH * len(next_)
        is_lower = apart >= _APART and _is_lower(picture, next_)
        is_picture = is_picture or is_larger or is_lower or apart >= _FAR
    if not is_picture or max(len(picture), len(next_)) < _LEAST or wide > _LONG * box.height:
        return None
    return box._replace(left=box.left + start - _MARGIN, width=box.width - start + _MARGIN)


def before_picture(frame: Frame, box: Box, space: float = _SPACE, long: float = _LONG) -> Box | None:
    """The part of a line before a picture at its end, by the widest gap there; None where there is no gap.

    Args:
        frame: What to look at.
        box: The line, in its pixels. What it ends in was read as a sign that no letter is.
        space: Its heights that a gap is wide, at least.
        long: Its heights that the picture is wide, at most.
    """
    spacing = spacing_of(frame, box)
    least, longest = space * box.height, long * box.height
    near = [gap for gap in spacing.gaps if gap.width > least and spacing.right - gap.right <= longest]
    widest = max(near, key=lambda gap: gap.width, default=None)
    return None if widest is None else box._replace(width=widest.left + _MARGIN - box.left)


def with_blank(frame: Frame, line: Line) -> Line:
    """The line, with a blank before an ideograph behind a text in letters where there is one on the screen.

    The recogniser reads none between two scripts; an icon beside a caption may be read as such a sign.
    """
    text, sign = line.text[:-1], line.text[-1:]
    if not text[-1:].isalpha() or not ends_in_other_script(line.text):
        return line
    is_apart = before_picture(frame, line.box, _BLANK, _SIGN) is not None
    return replace(line, text=f"{text} {sign}") if is_apart else line


def _is_lower(picture: range, letter: range) -> bool:
    """Whether a picture lies a little lower than the letter behind it at both ends, as no letter does.

    Letters stand on one line; those with a tail begin well below a capital letter's head.
    """
    return picture.stop > letter.stop and 0 < picture.start - letter.start <= _LOWER * len(letter)


def _is_raised(picture: range, capital: range, caption: NDArray[np.bool_]) -> bool:
    """Whether a picture stands higher than the capital behind it, and larger than it, above the base line.

    One with an accent stands on that line as well, which the other letters show where the capital has a tail.
    """
    lowest = caption.shape[0] - caption[::-1].argmax(axis=0)[caption.any(axis=0)]
    base = int(np.bincount(lowest).argmax())
    is_larger = capital.start - picture.start >= _OVER and len(picture) >= _ROUND * len(capital)
    return is_larger and picture.stop < min(base, capital.stop)


def _reaches_over(picture: range, letter: range) -> bool:
    """Whether a picture is higher than the letter behind it at both ends, by more than a round letter is."""
    is_over = picture.start < letter.start and picture.stop > letter.stop
    return is_over and len(picture) >= _ROUND * len(letter)


def rows_of(ink: NDArray[np.bool_]) -> range:
    """From the first row with ink to the last."""
    rows = np.flatnonzero(ink.any(axis=1))
    return range(int(rows[0]), int(rows[-1]) + 1) if rows.size else range(0)


def behind_mark(frame: Frame, box: Box) -> Box | None:
    """The part of a line behind its first space; None where no mark stands before it. In frame pixels."""
    ink = (relief(frame, box) > INK).any(axis=0)
    columns = np.flatnonzero(ink)
    wide = np.flatnonzero(np.diff(columns) > _SPACE * box.height)
    if not wide.size or columns[wide[0]] - columns[0] >= _WIDEST * box.height:
        return None
    start = max(0, int(columns[wide[0] + 1]) - _MARGIN)
    return box._replace(left=box.left + start, width=box.width - start)

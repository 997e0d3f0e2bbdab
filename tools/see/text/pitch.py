"""Pitch of a line: whether its signs stand in cells of one width, as in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.see.text.cut import Glyph
    from tools.see.text.gaps import Spacing

_OFF = 0.13
"""Of a cell that a sign's middle is off that of its cell, at most (of 352 lines in four such fonts, 98 %)."""
_FEWEST = 3
"""Signs that tell a pitch."""
_NARROW, _WIDE = frozenset("iIlj"), frozenset("mMwW")
"""Signs that are much narrower or wider than others, save in a fixed-width font."""
_FILLED = 0.65
"""Of a cell that a narrow sign fills in such a font, at least; there a wide one fits in."""
_BEGUN = 0.4
"""Of a cell by which a word may begin beside its first one, in such a font."""
_BLANK = 0.55
"""Of a cell that is blank beside the first and the last sign of a word there, together, at most."""


class Pitch(NamedTuple):
    """How the signs of a line follow each other."""

    is_fixed: bool | None
    """Whether the font is a fixed-width one; None where the signs fit one and others: digits do, mostly."""
    cell: float = 0.0
    """Pixels from the middle of one sign to that of the next, where that is always the same."""


def pitch_of(text: str, glyphs: Sequence[Glyph]) -> Pitch:
    """The pitch of the line that has these glyphs.

    Args:
        text: Spaces included.
        glyphs: Of its other signs.
    """
    cells = np.array([at for at, sign in enumerate(text) if not sign.isspace()], float)
    if len(cells) < _FEWEST:
        return Pitch(None)
    middles = [glyph.left + glyph.ink.shape[1] / 2 for glyph in glyphs]
    cell, start = (float(one) for one in np.polyfit(cells, middles, 1))
    if np.abs(start + cell * cells - middles).max() > _OFF * cell:
        return Pitch(is_fixed=False)
    widths = [(sign, glyph.ink.shape[1]) for sign, glyph in zip("".join(text.split()), glyphs, strict=True)]
    narrow = [width for sign, width in widths if sign in _NARROW]
    wide = [width for sign, width in widths if sign in _WIDE]
    if not narrow and not wide:
        return Pitch(None, cell)
    return Pitch(min(narrow, default=cell) >= _FILLED * cell and max(wide, default=0) <= cell, cell)


def may_be_fixed_width(words: Sequence[str], spacing: Spacing) -> bool:
    """Whether a line's words may stand in a fixed-width font, as far as their places and widths tell.

    There a word begins as many cells behind the one before it as that has signs, and a space; and it is as
    wide as its own cells, but for what is blank beside its first and last sign.

    Args:
        words: Two or more.
        spacing: Of their line.
    """
    gaps = spacing.between_words(len(words) - 1)
    if gaps is None:
        return True
    counts = np.array([len(word) for word in words], float)
    lefts = np.array([spacing.left, *(gap.right for gap in gaps)], float)
    rights = np.array([*(gap.left for gap in gaps), spacing.right], float)
    cells = np.concatenate(([0.0], np.cumsum(counts + 1)[:-1]))
    cell, start = (float(one) for one in np.polyfit(cells, lefts, 1))
    blank = float((counts * cell - (rights - lefts)).mean())
    return bool(np.abs(start + cell * cells - lefts).max() <= _BEGUN * cell and blank <= _BLANK * cell)

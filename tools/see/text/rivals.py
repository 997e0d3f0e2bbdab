"""Rivals: signs that another sign is read for with full confidence, and how likely each is, next to it.

The recogniser has learnt words: it reads "C1ip" as `Clip`, as surely as the word itself. But a one gets a
larger share of the chance there than where an l stands. Where shapes tell, they decide: an l without serifs
is nothing but a bar.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.see.text.cut import bars_in, signs_by_word
from tools.see.text.pitch import Pitch, pitch_of
from tools.see.text.rings import is_open, rings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from tools.see.text.cut import Glyph


class Rival(NamedTuple):
    """A sign that may stand where another was read."""

    place: int
    """Of the sign in its text, spaces aside."""
    sign: str
    least: float
    """Logarithm of its odds, next to what was read, from which on it may stand there."""


_ODDS = {
    "l": {"1": -8.0}, "I": {"1": -4.0}, "1": {"l": -2.5, "I": -2.5}, "o": {"0": -8.0},
    "w": {"v": -9.5}, "W": {"V": -8.0}, "S": {"5": -2.0}, "5": {"S": -2.0}, "B": {"8": -2.0},
    "8": {"B": -2.0}, "Z": {"2": -2.0}, "2": {"Z": -2.0},
}  # fmt: skip
"""For each sign the odds (`Rival.least`) of its rivals. Measured by `benchmarks.lookalikes`."""
_ZERO = {True: math.inf, None: -1.5, False: -5.0}
"""The same of a zero for a capital O, by whether the line is in a fixed-width font, whose Os are as narrow as
zeros are elsewhere."""
_BROAD = -12.0
"""The same of a one for an l that is broader than any, but in a fixed-width font."""
_BAR = -11.0
"""The same of an l for a one whose shape is nothing but a bar."""
_SURE = -math.inf
"""The same where the shape alone tells."""
_SMALL, _HIGH = frozenset("aemnr"), frozenset("ABCDEFGHIKLMNOPRSTUVWXYZbdfhklgpqy0123456789")
"""Signs that are as high as a small o, and about as a zero: none with an accent or a dot, and no small one
that may as well be a capital."""
_LOW, _BROADEST = 0.8, 0.45
"""Height of a small letter, at most, next to a high one; width of a one, as a share of its height. An l with
serifs is less broad."""
_DOUBLE = 1.25
"""Width of a w as a share of its height, at least: but for fixed-width fonts eight of 4,700 letters v in 265
fonts are so wide, and of the letters w six of ten."""
_FULL, _BLUNT = 0.74, 0.35
"""Of a cell that an O fills in a fixed-width font, at least, and of its width that its top row is.

Most such fonts have zeros with a dot or slash; those of Courier are narrow, those of X's bitmaps pointed."""
_FAR = 4.0
"""By how much the odds at the first look may be lower than over all of them."""


def likely_rival(
    text: str,
    part: range,
    pictures: Sequence[NDArray[np.uint8]],
    odds: Callable[[NDArray[np.uint8], str, Sequence[tuple[int, str]]], Sequence[float]],
) -> str | None:
    """What pictures of a line may as well show, with a rival for a sign of a text; None where nothing.

    Args:
        text: All that the line says.
        part: The signs in question, spaces aside.
        pictures: Of the line; the first as it is.
        odds: As `Recogniser.odds`.
    """
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    signs = "".join(text[at] for at in places)
    glyphs = signs_by_word(pictures[0], text)
    bars = bars_in(pictures[0], signs) if None in glyphs else frozenset[int]()
    found = [one for one in rivals(text, glyphs) if one.place in part and one.place not in bars]
    for picture, slack in ((pictures[:1], _FAR), (pictures, 0.0)):
        looks = [odds(one, signs, [(rival.place, rival.sign) for rival in found]) for one in picture if found]
        means = np.mean([look for look in looks if look], axis=0) if any(looks) else [-math.inf] * len(found)
        found = [one for one, mean in zip(found, means, strict=True) if mean >= one.least - slack]
    if not found:
        return None
    at = places[found[0].place]
    return text[:at] + found[0].sign + text[at + 1 :]


def rivals(text: str, glyphs: Sequence[Glyph | None]) -> Iterator[Rival]:
    """The signs that may stand for those of a text.

    Args:
        text: All that the line says.
        glyphs: Of its signs, where they can be told apart.
    """
    signs = "".join(text.split())
    inks = [glyph and glyph.ink for glyph in glyphs]
    apart = [glyph for glyph in glyphs if glyph is not None]
    pitch = pitch_of(text, apart) if len(apart) == len(signs) else Pitch(None)
    low = _height_of_o(signs, inks)
    for place, (sign, ink, ring) in enumerate(zip(signs, inks, rings(signs, glyphs), strict=True)):
        if ring is not None:
            others = {} if ring == sign else {str(ring): _SURE}
        elif ink is not None and (
            _is_told(sign, ink, low) or (pitch.is_fixed is False and _is_double(sign, ink))
        ):
            others = {"l": _BAR} if sign == "1" else {}
        elif sign == "O":
            others = {"0": _ZERO[pitch.is_fixed]}
        elif ink is not None and sign == "l" and pitch.is_fixed is False and _is_broad(ink):
            others = {"1": _BROAD}
        else:
            is_undotted = ink is not None and sign == "0" and pitch.is_fixed and _fills(ink, pitch.cell)
            others = {"O": _SURE} if is_undotted else _ODDS.get(sign, {})
        yield from (Rival(place, other, least) for other, least in others.items())


def _height_of_o(signs: str, inks: Sequence[NDArray[np.bool_] | None]) -> float:
    """Pixels that a small o of a line is high, at most; 0 where no other sign tells.

    A pixel more than other small letters, for it is round.
    """
    heights = [(sign, ink.shape[0]) for sign, ink in zip(signs, inks, strict=True) if ink is not None]
    small = [height + 1 for sign, height in heights if sign in _SMALL]
    high = [_LOW * height for sign, height in heights if sign in _HIGH]
    return max(min(small, default=0), min(high, default=0))


def _is_told(sign: str, ink: NDArray[np.bool_], low: float) -> bool:
    """Whether a sign's shape tells that it is a bar, or a small o, which is lower than a zero."""
    if sign == "o":
        return bool(ink.shape[0] <= low)
    return sign in "lI1" and bool(ink.all())


def _is_double(sign: str, ink: NDArray[np.bool_]) -> bool:
    """Whether a w is as wide as no v is, but in a fixed-width font."""
    return sign in "wW" and bool(ink.shape[1] >= _DOUBLE * ink.shape[0])


def _is_broad(ink: NDArray[np.bool_]) -> bool:
    return bool(ink.shape[1] >= _BROADEST * ink.shape[0])


def _fills(ink: NDArray[np.bool_], cell: float) -> bool:
    """Whether a ring without a dot is as wide as an O in a fixed-width font; a zero without one is narrow."""
    return is_open(ink) and bool(ink.shape[1] >= _FULL * cell and ink[0].mean() >= _BLUNT)

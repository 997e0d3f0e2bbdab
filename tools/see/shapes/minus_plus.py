"""Numbers with a minus and a plus behind them, as GTK draws them: the part before those is the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tools.geometry import Box
    from tools.see.shapes.boxes import Candidate

_JOINED = 3
"""Pixels between the two parts, at most, and by which their upper and lower edges differ."""
_FLAT, _EVEN = 4, 2
"""Times as wide as high a minus is, at least; and pixels by which it and the plus, and the plus's sides,
differ."""
_SIGN = 0.8
"""Heights of a letter that both signs are wide, at least."""
_LEAST = 2.5
"""Heights of a letter that the field is wide, at least."""
_INSET = 1.8
"""Heights of a letter between the field's left end and its number, at most."""


def numbers_before_signs(found: Sequence[Candidate]) -> Iterator[Box]:
    """The fields, of which a dark theme shows nothing else: their ground is all but the signs' own.

    Args:
        found: The boxes of a screen.
    """
    signs = [one for one in found if _has_signs(one)]
    for one in found:
        if any(_stands_before(one, other) for other in signs):
            yield one.box


def _has_signs(one: Candidate) -> bool:
    """Whether a box holds a minus and a plus behind it, and nothing else."""
    if one.is_high or len(one.glyphs) != 2:  # noqa: PLR2004  (those two)
        return False
    minus, plus = sorted(one.glyphs)
    is_flat = minus.width >= max(_FLAT * minus.height, _SIGN * one.letter)
    is_square = max(abs(plus.width - plus.height), abs(plus.width - minus.width)) <= _EVEN
    return is_flat and is_square and abs(plus.center.y - minus.center.y) <= 1 and plus.left > minus.right


def _stands_before(one: Candidate, signs: Candidate) -> bool:
    """Whether a box is joined to the signs' left end, within one border; a number stands at its own."""
    if one is signs or one.region.inside is None or one.region.inside is not signs.region.inside:
        return False
    edges = (one.box.top - signs.box.top, one.box.bottom - signs.box.bottom, signs.box.left - one.box.right)
    begun = min((glyph.left for glyph in one.glyphs), default=one.inner.left) - one.inner.left
    is_joined = max(map(abs, edges)) <= _JOINED
    return is_joined and one.box.width >= _LEAST * one.letter and begun <= _INSET * one.letter

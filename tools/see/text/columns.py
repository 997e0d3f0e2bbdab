"""Columns: labels above fields that stand side by side are no one line, nor are a table's headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.see.pixels.glyphs import THICK, bounds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.see.scene import Widget

_BLANK = 0.3
"""Heights of a letter between two words, at least."""
_ASTRAY = 0.5
"""Heights of a letter by which a label may begin beside the edge of its field."""
_ABOVE = 1.5
"""Heights of a letter between a label and the field below it, at most."""
_BELOW = 0.25
"""Heights of a letter between a value and the underline of its field, at least."""
_PADDED = 1.0
"""The same that a value stands inside its field, at most, where no space is as wide as what is before it."""
_APART = 0.9
"""Heights of a letter, and of their own, between two cells of a table, at least; words are .6 apart."""
_FAINT = 0.34
"""Part of the letters' contrast that a separator has, at most; an l and a | have all of it, or half."""


def separators(runs: Iterable[Sequence[Box]], gray: NDArray[np.uint8], letter: float) -> list[Box]:
    """The faint upright strokes that stand among letters, as between a table's headers.

    Args:
        runs: Glyphs of one line each, from left to right.
        gray: The frame's luminance.
        letter: Pixels that a letter of the screen is high.
    """
    return [
        glyph
        for run in runs
        if any(_is_thin(one, letter) for one in run)
        for faint in [_FAINT * max(_contrast(gray, one) for one in run)]
        for at, glyph in enumerate(run)
        if _is_thin(glyph, letter)
        and _contrast(gray, glyph) <= faint
        and all(
            glyph.gap_across(one) >= _BLANK * letter
            for one in (*run[max(0, at - 1) : at], *run[at + 1 : at + 2])
        )
    ]


def separated(run: Sequence[Box], strokes: Sequence[Box], letter: float) -> Iterator[list[Box]]:
    """The parts of a run of glyphs between separators, and between columns below those.

    Args:
        run: Glyphs of one line, from left to right.
        strokes: The separators of the screen.
        letter: Pixels that a letter of the screen is high.
    """
    part: list[Box] = []
    for glyph in run:
        if part and (glyph in strokes or _begins_column(part[-1], glyph, strokes, letter)):
            yield part
            part = []
        if glyph not in strokes:
            part.append(glyph)
    if part:
        yield part


def _begins_column(before: Box, glyph: Box, strokes: Sequence[Box], letter: float) -> bool:
    """Whether a separator stands above a gap that is wider than one between words."""
    least = _APART * max(letter, min(before.height, glyph.height))
    return glyph.left - before.right >= least and any(
        one.bottom <= glyph.top and before.right <= one.left <= glyph.left for one in strokes
    )


def _is_thin(glyph: Box, letter: float) -> bool:
    return glyph.width <= THICK and glyph.height >= letter


def _contrast(gray: NDArray[np.uint8], glyph: Box) -> int:
    """Levels between a glyph and what is right around it."""
    around = gray[max(0, glyph.top - 1) : glyph.bottom + 1, max(0, glyph.left - 1) : glyph.right + 1]
    return int(np.ptp(around))


def columns(run: Sequence[Box], widgets: Sequence[Widget], letter: float) -> Iterator[list[Box]]:
    """The parts of a run of glyphs, each of which begins where a field of its own does, right below it.

    Args:
        run: Glyphs of one line, from left to right.
        widgets: Those of the screen.
        letter: Pixels that a letter of the screen is high.
    """
    line = bounds(run)
    below = [
        widget.box.left
        for widget in widgets
        if widget.is_field and -letter / 2 <= widget.box.top - line.bottom <= _ABOVE * letter
    ]
    part, reach = [run[0]], run[0].right
    for glyph in run[1:]:
        begins = glyph.left - reach >= _BLANK * letter and _is_at(glyph.left, below, letter)
        if begins and _is_at(part[0].left, below, letter):
            yield part
            part = []
        part.append(glyph)
        reach = max(reach, glyph.right)
    yield part


def before_underlined(
    run: Sequence[Box], rules: Sequence[Box], letter: float, footed: Collection[Box] = ()
) -> Iterator[list[Box]]:
    """The parts of a run of glyphs: a label, and the value of an underlined field that begins behind it.

    Args:
        run: Glyphs of one line, from left to right.
        rules: The thin lines across the screen. That of a field begins where its value does, further below
            it than a link's underline, and goes on behind it.
        letter: Pixels that a letter of the screen is high.
        footed: Selected values that reach down to that line, each as one with it.
    """
    line = bounds(run)
    under = [
        rule.left
        for rule in rules
        if line.left < rule.left
        and rule.right >= line.right + letter
        and (value := [glyph for glyph in run if glyph.left >= rule.left - 1])  # the label may stand lower
        and _BELOW * letter <= rule.top - bounds(value).bottom <= _ABOVE * letter
    ]
    part: list[Box] = []
    for glyph in run:
        if part and (
            glyph in footed
            or any(
                part[-1].right < left <= glyph.left + 1
                and glyph.left - left
                <= (_PADDED if glyph.left - part[-1].right >= letter else _BLANK) * letter
                for left in under
            )
        ):
            yield part
            part = []
        part.append(glyph)
    yield part


def _is_at(left: int, edges: Sequence[int], letter: float) -> bool:
    return any(abs(left - edge) <= _ASTRAY * letter for edge in edges)

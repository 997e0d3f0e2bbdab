"""What stands on a line: which of the detector's proposals is the field, and which texts may be its label."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.elements.fusing import AS_WIDGET
from tools.see.elements.line_tops import FLUSH
from tools.see.scene import Widget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.observation import Frame
    from tools.see.elements.element import Element, ElementKind

ASTRAY = 6
"""Pixels by which the foot of what the detector sees is off the line, at most."""
ON_LINE = 0.8
"""Share of what the detector sees that stands on the line, at least."""
COVERED = 0.35
"""Share of the line that the detector sees a field on, at least."""
LIT = 0.25
"""The same of a line in colour, as it has in focus: of a wide area what is written is seen alone."""
LABEL = 1.5
"""Heights of a label that it stands above its area, at most."""
UNDER, BEHIND = 4, 2
"""Heights of a text between it and the line that it, or the value below it, stands on, at most; and that a
caption stands behind its indicator, at most."""
UPON = 0.75
"""Heights of a value above its line, at most; no label is so close to the line of its field."""
AROUND: tuple[ElementKind, ...] = ("area", "dropdown", "combo")
"""Kinds that are seen around a field together with its label."""
RULED, WIDE, EVEN = 1.2, 6, 3
"""Heights of a text below it within which a line parts it from what follows, and that the line is long, at
least; and levels between pixels of one line, or ground, at most."""

MASKED = re.compile(r"[.\u2026\u00b7\u2022\u2219\u25cf*]{2,}")
"""What dots in place of a password are read as: several may be one sign."""


def on_line(
    line: Box, fields: Sequence[Element], texts: Sequence[Box], names: Sequence[Box], *, is_lit: bool = False
) -> Widget | None:
    """The field that stands on a line.

    Args:
        line: Its box.
        fields: What the detector proposes.
        texts: Where those lines of text are that may be a label of what is below them.
        names: Those that may be labels of a field behind them.
        is_lit: Whether the line is drawn in colour.
    """
    own = [
        one
        for one in fields
        if abs(one.box.bottom - line.bottom) <= ASTRAY
        and min(line.right, one.box.right) - max(line.left, one.box.left) >= ON_LINE * one.box.width
    ]
    covered = sum(any(one.box.left <= x < one.box.right for one in own) for x in range(line.left, line.right))
    if covered < (LIT if is_lit else COVERED) * line.width:
        return None
    drops = [one for one in own if AS_WIDGET[one.kind] == "dropdown"]
    if drops:  # what has an arrow is one line high: an area is seen around it and its label
        own = [one for one in own if one.kind != "area"]
    long = [one for one in drops if 2 * one.box.width >= line.width]
    best = max(long or own, key=lambda one: one.score)
    below = [
        one
        for one in own
        if _is_labelled(one, best, line, texts)
        and not _is_led(best if best.kind == "area" else one, line, names)
    ]
    best = max(below, key=lambda one: one.score, default=best)
    box = line._replace(top=best.box.top, height=line.bottom - best.box.top)
    return Widget("dropdown" if drops else "field", box)


def _is_led(field: Element, line: Box, names: Iterable[Box]) -> bool:
    """Whether a label stands before a field, on one of its rows down to its line."""
    return any(one.right <= line.left and field.box.top <= one.center.y < line.bottom for one in names)


def is_caption(text: Box, widgets: Iterable[Widget]) -> bool:
    """Whether a text stands close behind a check box, radio button or switch."""
    return any(
        one.is_indicator and one.box.same_row(text) and 0 <= text.left - one.box.right <= BEHIND * text.height
        for one in widgets
    )


def stands_on(text: Box, lines: Iterable[Box], most: float = UNDER) -> bool:
    """Whether a line lies below all of a text: it is a value, or the label of a field below it.

    Args:
        text: Its box.
        lines: Those on which fields may stand.
        most: Heights of the text down to the line; `UPON` for a value alone.
    """
    return any(
        line.left <= text.left + FLUSH
        and text.right <= line.right
        and 0 <= line.top - text.bottom <= most * text.height
        for line in lines
    )


def is_ruled_off(frame: Frame, text: Box) -> bool:
    """Whether a line is drawn close below a text, on even ground: it is no label of what comes after that."""
    high = round(RULED * text.height)
    below = Box(text.left, text.bottom, max(text.width, WIDE * text.height), high).clip(frame.size)
    gray = frame.gray[below.slices].astype(np.int16)
    if not gray.size:
        return False
    is_even = np.ptp(gray, axis=1) <= EVEN
    return bool((is_even & (np.abs(gray[:, 0] - np.median(gray)) > EVEN)).any())


def _is_labelled(one: Element, area: Element, line: Box, texts: Sequence[Box]) -> bool:
    """Whether an area or drop-down is seen around a field and its label.

    That stands between both tops, and none above.

    Args:
        one: What may be the field.
        area: What may be seen around it.
        line: On which both stand; their labels begin with it.
        texts: Where lines of text are.
    """
    if area.kind not in AROUND or one.kind == "area":
        return False
    flush = [text for text in texts if abs(text.left - line.left) <= FLUSH]
    between = any(area.box.top <= text.center.y < one.box.top for text in flush)
    return between and not any(0 <= area.box.top - text.bottom <= LABEL * text.height for text in flush)

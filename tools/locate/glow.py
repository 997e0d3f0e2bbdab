"""Glow: what shines around a field in focus, so wide at times that the field's edge stands far inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.locate.look import Look

_DRAWN = 0.8
"""Share of a side along which an edge is drawn, at least: its corners may be round."""
_HOLLOW = 0.5
"""Share of a frame with what stands in it that is drawn, at most."""


def within_edge(look: Look, part: Box) -> Box:
    """A part of a field without the edge in it, which a wide glow has it hold."""
    part = part.clip(look.frame.size)
    ink, far = relief(look.frame, part) > INK, part.height // 4
    top, bottom = _edge(ink.mean(axis=1)[:far]), _edge(ink.mean(axis=1)[::-1][:far])
    inner = ink[top : len(ink) - bottom]
    left, right = _edge(inner.mean(axis=0)[:far]), _edge(inner.mean(axis=0)[::-1][:far])
    return Box(part.left + left, part.top + top, part.width - left - right, part.height - top - bottom)


def within_frame(look: Look, ink: Box) -> Box | None:
    """The inside of a frame around all that stands in a cell, as that of an editor; None: there is none.

    By itself it would be read as a letter: but it is higher than those, and drawn all along its four sides.
    Nor is it what is selected, which is filled.
    """
    inside = within_edge(look, ink)
    ends = (
        inside.left - ink.left,
        inside.top - ink.top,
        ink.right - inside.right,
        ink.bottom - inside.bottom,
    )
    is_framed = ink.height > look.scene.text_height and min(ends) > 0
    is_hollow = is_framed and (relief(look.frame, ink) > INK).mean() <= _HOLLOW
    return inside.grow(-1) if is_hollow else None


def _edge(drawn: NDArray[np.float64]) -> int:
    """Rows or columns, from the outer one, up to the last along which nearly all is drawn."""
    found = np.flatnonzero(drawn >= _DRAWN)
    return int(found[-1]) + 1 if found.size else 0

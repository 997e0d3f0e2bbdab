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


def within_edge(look: Look, part: Box) -> Box:
    """A part of a field without the edge in it, which a wide glow has it hold, or round corners."""
    part = part.clip(look.frame.size)
    ink, far = relief(look.frame, part) > INK, part.height // 4
    top, bottom = _edge(ink, far), _edge(ink[::-1], far)
    across = ink[top : len(ink) - bottom].T
    left, right = _edge(across, far), _edge(across[::-1], far)
    return Box(part.left + left, part.top + top, part.width - left - right, part.height - top - bottom)


def _edge(ink: NDArray[np.bool_], far: int) -> int:
    """Rows, from the outer one, up to the last along which nearly all is drawn, and those of its corners."""
    found = np.flatnonzero(ink[:far].mean(axis=1) >= _DRAWN)
    edge = int(found[-1]) + 1 if found.size else 0
    return edge + _corners(ink[edge:far], far)


def _corners(rows: NDArray[np.bool_], far: int) -> int:
    """Rows, from the outer one, of which something is drawn at both ends, and nothing between."""
    middle = rows[:, far:-far].any(axis=1)
    are_corners = rows[:, :far].any(axis=1) & rows[:, -far:].any(axis=1) & ~middle
    return int(are_corners.cumprod().sum())

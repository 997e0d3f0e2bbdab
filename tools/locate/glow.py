"""Glow: what shines around a field in focus, so wide at times that the field's edge stands far inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.see.pixels.ink import INK, relief

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tools.locate.look import Look

_DRAWN = 0.8
"""Share of a side along which an edge is drawn, at least: its corners may be round."""
_HOLLOW = 0.5
"""Share of a frame with what stands in it that is drawn, at most."""


def within_edge(look: Look, part: Box) -> Box:
    """A part of a field without the edge in it, which a wide glow has it hold, or round corners."""
    return _inside(look, _inside(look, part, _edge), _corners)


def within_frame(look: Look, ink: Box) -> Box | None:
    """The inside of a frame around all that stands in a cell, as that of an editor; None: there is none.

    By itself it would be read as a letter: but it is higher than those, and drawn all along its four sides.
    Nor is it what is selected, which is filled.
    """
    inside = _inside(look, ink, _edge)
    ends = (
        inside.left - ink.left,
        inside.top - ink.top,
        ink.right - inside.right,
        ink.bottom - inside.bottom,
    )
    is_framed = ink.height > look.scene.text_height and min(ends) > 0
    is_hollow = is_framed and (relief(look.frame, ink) > INK).mean() <= _HOLLOW
    return inside.grow(-1) if is_hollow else None


def _inside(look: Look, part: Box, rows_off: Callable[[NDArray[np.bool_], int], int]) -> Box:
    """A part without the outer rows and columns that do not count, up to a quarter of its height."""
    part = part.clip(look.frame.size)
    ink, far = relief(look.frame, part) > INK, part.height // 4
    top, bottom = rows_off(ink, far), rows_off(ink[::-1], far)
    across = ink[top : len(ink) - bottom].T
    left, right = rows_off(across, far), rows_off(across[::-1], far)
    return Box(part.left + left, part.top + top, part.width - left - right, part.height - top - bottom)


def _edge(ink: NDArray[np.bool_], far: int) -> int:
    """Rows, from the outer one, up to the last along which nearly all is drawn."""
    found = np.flatnonzero(ink[:far].mean(axis=1) >= _DRAWN)
    return int(found[-1]) + 1 if found.size else 0


def _corners(ink: NDArray[np.bool_], far: int) -> int:
    """Rows, from the outer one, of which something is drawn at both ends, and nothing between."""
    rows = ink[:far]
    middle = rows[:, far:-far].any(axis=1)
    are_corners = rows[:, :far].any(axis=1) & rows[:, -far:].any(axis=1) & ~middle
    return int(are_corners.cumprod().sum())

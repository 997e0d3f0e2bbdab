"""Repeated pictures: icons before the entries of a list or tree, some of which are read as a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tools.see.pixels.ink import INK, relief
from tools.see.text.marks import may_begin_with_picture

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.scene import Line, Scene

_ASTRAY = 2
"""Pixels by which the lines of one list begin beside each other, at most."""
_GAP = 0.12
"""Heights of a line between a picture and its text, at least."""
_SAME = 0.95
"""Share of the pixels of two pictures that are alike where they are one, at least."""
_MARGIN = 2
"""Pixels before a text that belong to its picture."""


class _Start(NamedTuple):
    """What a line begins with."""

    ink: NDArray[np.bool_]
    """Its picture, without blank rows and columns around it."""
    rest: int
    """The column of the line's box where what is behind it begins."""


def behind_repeated(scene: Scene, line: Line) -> Box | None:
    """The part of a line behind a picture that another line of its list begins with, and was read otherwise.

    A letter would be read as the same one in both.
    """
    if not may_begin_with_picture(line.text):
        return None
    own, sign = _start(scene.frame, line.box), line.text.split()[0]
    if own is None:
        return None
    others = (
        other.box
        for other in scene.lines
        if abs(other.box.left - line.box.left) <= _ASTRAY and other.text.split()[:1] != [sign]
    )
    starts = (_start(scene.frame, box) for box in others)
    if not any(start is not None and _is_same(own.ink, start.ink) for start in starts):
        return None
    left = line.box.left + own.rest - _MARGIN
    return line.box._replace(left=left, width=line.box.right - left)


def _start(frame: Frame, box: Box) -> _Start | None:
    """What stands before the first gap of a line; None where it has none."""
    ink = relief(frame, box) > INK
    columns = np.flatnonzero(ink.any(axis=0))
    gaps = np.flatnonzero(np.diff(columns) > max(2, _GAP * box.height))
    if not len(gaps):
        return None
    part = ink[:, columns[0] : columns[gaps[0]] + 1]
    rows = np.flatnonzero(part.any(axis=1))
    return _Start(part[rows[0] : rows[-1] + 1], int(columns[gaps[0] + 1]))


def _is_same(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> bool:
    return one.shape == other.shape and float((one == other).mean()) >= _SAME

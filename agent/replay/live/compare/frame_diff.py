"""Frame differences between a screen and the recorded one, without the ignored regions. Frame pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from tools.observation import is_caret
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tools.geometry import Box
    from tools.observation import Frame

_SHORTEST = 12
"""Pixels that a caret is high, at least: higher than the letters of the smallest text."""
_MARGIN = 4
"""Pixels around an area that may differ: a shadow, an anti-aliased edge."""

_CHANGES: WeakKeyDictionary[Frame, WeakKeyDictionary[Frame, tuple[Box, ...]]] = WeakKeyDictionary()


def differences(recorded: Frame, shown: Frame, allowed: Sequence[Box] = ()) -> list[Box]:
    """The boxes in which two frames of one size differ, without carets and what lies in an allowed area."""
    found = changes(recorded, shown)
    return [box for box in found if not _is_caret(box, recorded, shown) and not is_inside(box, allowed)]


def changes(before: Frame, after: Frame) -> list[Box]:
    """The boxes in which two frames of one size differ, carets included.

    Remembered as long as both are kept: each is asked for by several comparisons of a step.
    """
    if before is after:
        return []
    known = _CHANGES.setdefault(before, WeakKeyDictionary())
    if after not in known:
        known[after] = tuple(boxes(before, after, changed(before, after)))
    return [*known[after]]


def _is_caret(box: Box, *frames: Frame) -> bool:
    """Whether a change is a caret's: an upright bar on even ground. A 3 becomes an 8 as narrowly."""
    if not is_caret(box) or box.height < _SHORTEST:
        return False
    return all(not np.ptp(frame.gray[box.slices], axis=0).any() for frame in frames)


def is_inside(box: Box, areas: Iterable[Box]) -> bool:
    """Whether a box lies in one of the areas, a small margin aside."""
    return any(area.grow(_MARGIN).overlap(box) == box for area in areas)


def touches(box: Box, areas: Iterable[Box]) -> bool:
    """Whether a box has a pixel in common with one of the areas."""
    return any(area.meets(box) for area in areas)

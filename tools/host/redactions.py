"""Hides what must never leave the desktop: the parts of the screen where a secret was typed. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.geometry import Box

_GREY = 128
_MARGIN = 3
"""Pixels around a change: anti-aliased edges and what is typed next."""


class Redactions:
    """Regions that are painted over in every frame, for as long as the session lasts."""

    def __init__(self) -> None:
        self._boxes: set[Box] = set()

    def add(self, boxes: Iterable[Box]) -> None:
        """Hide these from now on, in frame pixels."""
        self._boxes.update(box.grow(_MARGIN) for box in boxes)

    def apply(self, frame: Frame, others: Iterable[Box] = ()) -> Frame:
        """The frame with all of them, and others, painted flat grey; the very frame when there are none."""
        boxes = [*self._boxes, *others]
        if not boxes:
            return frame
        bgrx = frame.bgrx.copy()
        for box in boxes:
            bgrx[box.clip(frame.size).slices] = _GREY
        return Frame(bgrx)

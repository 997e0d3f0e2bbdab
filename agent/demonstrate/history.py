"""Screen history: recent frames and pointer positions, to find the frame that a press was decided on."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.observation import Frame
from tools.settling.hover import is_all, lit

if TYPE_CHECKING:
    from tools.geometry import Point, Size

_KEPT = 16
"""Screen states that are kept; on a screen that always changes older ones are not needed."""
_SETTLED = 0.1
"""Seconds after an act after which a screen that still shows the same has not been changed by it."""
_BESIDE = 4
"""Pixels that the pointer must have been away from what it lights up."""


@dataclass(slots=True)
class ScreenState:
    """One state of the screen."""

    frame: Frame
    first: float
    """When it was first seen, in monotonic seconds."""
    last: float
    """When it was last seen."""
    pointer: Point | None
    """Where the pointer was at first."""


class ScreenHistory:
    """The last screen states, oldest first."""

    def __init__(self) -> None:
        self._glimpses: list[ScreenState] = []

    def add(self, frame: Frame, taken: float, pointer: Point | None) -> None:
        """Add a look; the same frame object as in the look before means that nothing has changed."""
        if self._glimpses and self._glimpses[-1].frame is frame:
            self._glimpses[-1].last = taken
            return
        self._glimpses.append(ScreenState(frame, taken, taken, pointer))
        if len(self._glimpses) > _KEPT:
            del self._glimpses[1]

    def forget(self, until: float) -> None:
        """Drop the states that were over by then."""
        over = [index for index, glimpse in enumerate(self._glimpses) if glimpse.first <= until]
        del self._glimpses[: over[-1] if over else 0]

    def before(self, at: float) -> Frame:
        """The newest state before a time, in monotonic seconds."""
        earlier = [glimpse.frame for glimpse in self._glimpses if glimpse.first < at]
        return earlier[-1] if earlier else self._glimpses[0].frame

    def unlit(self, at: float, point: Point, since: float, left: Point | None) -> Frame | None:
        """The state from before the pointer came to a point and lit something up there; None if it did not.

        Best is one from before it set out: a replay's pointer rests where the act before left it.

        Args:
            at: when the pointer was pressed there.
            point: where, in frame pixels.
            since: when the action before was over; its effects must be seen already.
            left: where it left the pointer.
        """
        now = self.before(at)
        apart = [
            one
            for one in reversed(self._seen(at, since))
            if one.frame is not now and _lights_up(one, now, point, left)
        ]
        still = [one for one in apart if one.pointer == left]
        return next((one.frame for one in [*still, *apart]), None)

    def _seen(self, at: float, since: float) -> list[ScreenState]:
        """The states between an act, its effects included, and a press."""
        return [
            one for one in self._glimpses if one.first < at and max(one.first, one.last - _SETTLED) >= since
        ]


def _lights_up(before: ScreenState, now: Frame, point: Point, left: Point | None) -> bool:
    """Whether all that has changed since then is what the pointer lit up by coming to a point."""
    light = lit(before.frame, now, point)
    places = [place for place in (before.pointer, left) if place is not None]
    if light is None or any(light.grow(_BESIDE).contains(place) for place in places):
        return False
    return is_all(before.frame, now, light, places)


@dataclass(frozen=True, slots=True)
class Packed:
    """Compressed frame: a demonstration may take an hour."""

    size: Size
    pixels: bytes

    @classmethod
    def of(cls, frame: Frame) -> Packed:
        """Compress a frame."""
        return cls(frame.size, zlib.compress(frame.bgrx.tobytes(), 1))

    def frame(self) -> Frame:
        """The frame, decompressed."""
        import numpy as np  # noqa: PLC0415  (heavy: loaded on use)

        pixels = np.frombuffer(zlib.decompress(self.pixels), np.uint8)
        return Frame(pixels.reshape(self.size.height, self.size.width, 4))

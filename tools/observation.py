"""Observation: one frame of the screen and what is known of it. Pure: no capture, no files."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, overload

import numpy as np

from tools.geometry import Box, Point, ScreenBox, ScreenPoint, Size

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray


COLOR = np.uint32(0x00FFFFFF if sys.byteorder == "little" else 0xFFFFFF00)
"""The part of a frame's words that can be seen."""
CARET = Size(4, 40)
"""Pixels of a change that may be a blinking caret: a line of text high where fonts are twice as large."""


class Frame:
    """A picture of the screen, held once and never changed.

    `bgrx` is the captured memory itself: uint8, shape (height, width, 4), blue green red and an unused
    byte. Other forms are made when first asked for and kept.
    """

    def __init__(self, bgrx: NDArray[np.uint8]) -> None:
        bgrx.setflags(write=False)
        self.bgrx = bgrx

    @classmethod
    def from_rgb(cls, rgb: NDArray[np.uint8]) -> Frame:
        """A frame from RGB pixels, shape (height, width, 3)."""
        import cv2  # noqa: PLC0415  (heavy: loaded on use)

        bgrx = np.zeros((*rgb.shape[:2], 4), np.uint8)
        if rgb.size:
            cv2.mixChannels([np.ascontiguousarray(rgb)], [bgrx], [0, 2, 1, 1, 2, 0])
        return cls(bgrx)

    @property
    def size(self) -> Size:
        """Extent in pixels."""
        return Size(self.bgrx.shape[1], self.bgrx.shape[0])

    @cached_property
    def words(self) -> NDArray[np.uint32]:
        """One 32-bit number a pixel, shape (height, width), for quick comparison. No copy.

        Its unused byte holds anything (text drawn with an alpha channel leaves something there): equal words
        are equal pixels, but of different ones only `COLOR` tells.
        """
        return self.bgrx.view(np.uint32)[:, :, 0]

    @cached_property
    def rgb(self) -> NDArray[np.uint8]:
        """RGB, shape (height, width, 3), contiguous."""
        import cv2  # noqa: PLC0415  (heavy: loaded on use)

        return np.asarray(cv2.cvtColor(self.bgrx, cv2.COLOR_BGRA2RGB), np.uint8)

    @cached_property
    def gray(self) -> NDArray[np.uint8]:
        """Luminance, shape (height, width)."""
        import cv2  # noqa: PLC0415

        return np.asarray(cv2.cvtColor(self.bgrx, cv2.COLOR_BGRA2GRAY), np.uint8)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the size and the RGB pixels: the frame's name in a recording."""
        digest = hashlib.sha256(b"%dx%d " % self.size)
        digest.update(self.rgb.data)
        return digest.hexdigest()

    def crop(self, box: Box) -> NDArray[np.uint8]:
        """RGB pixels inside the box (clipped to the frame), contiguous."""
        import cv2  # noqa: PLC0415

        part = np.ascontiguousarray(self.bgrx[box.clip(self.size).slices])
        return np.asarray(cv2.cvtColor(part, cv2.COLOR_BGRA2RGB), np.uint8)


class UnkeptFrame(Frame):
    """A frame whose pixels are no longer kept: only its size is still known.

    Args:
        size: extent in pixels.
    """

    def __init__(self, size: Size) -> None:
        self._size = size  # no pixels: whoever asks for some gets an AttributeError, not a black screen

    @property
    def size(self) -> Size:
        """Extent in pixels."""
        return self._size


def differing(one: Frame, other: Frame, box: Box | None = None) -> NDArray[np.bool_]:
    """The pixels in which two frames of one size differ, shape (height, width) of the box or of the frame."""
    area = box.slices if box else ()
    found: NDArray[np.bool_] = ((one.words[area] ^ other.words[area]) & COLOR) != 0
    return found


def bounds(marked: NDArray[np.bool_]) -> Box | None:
    """The smallest box around all marks of an array of shape (height, width); None when there are none."""
    rows, columns = np.flatnonzero(marked.any(axis=1)), np.flatnonzero(marked.any(axis=0))
    if not rows.size:
        return None
    left, top = int(columns[0]), int(rows[0])
    return Box(left, top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top)


def is_caret(change: Box) -> bool:
    """Whether a change between two frames is no larger than a blinking caret, and so says nothing."""
    return change.width <= CARET.width and change.height <= CARET.height


@dataclass(frozen=True, slots=True)
class Monitor:
    """Where a frame lies on the desktop; converts between frame pixels and screen units."""

    origin: ScreenPoint = ScreenPoint(0, 0)  # noqa: RUF009  (a tuple: it can't be changed)
    """Where the frame's pixel (0, 0) is."""
    scale: float = 1.0
    """Frame pixels per screen unit, not below 1 (2.0 on a HiDPI screen whose mouse counts half pixels)."""

    def to_screen(self, point: Point) -> ScreenPoint:
        """The screen unit that a frame's pixel is a part of."""
        return ScreenPoint(
            self.origin.x + floor(point.x / self.scale), self.origin.y + floor(point.y / self.scale)
        )

    @overload
    def to_frame(self, place: ScreenPoint) -> Point: ...
    @overload
    def to_frame(self, place: ScreenBox) -> Box: ...

    def to_frame(self, place: ScreenPoint | ScreenBox) -> Point | Box:
        """The first pixel of a screen unit, or all of a box's pixels; they may lie off the frame."""
        if isinstance(place, ScreenPoint):
            return Point(*self._pixel(place.x, place.y, ceil))
        left, top = self._pixel(place.left, place.top, floor)
        right, bottom = self._pixel(place.right, place.bottom, ceil)
        return Box(left, top, right - left, bottom - top)

    def _pixel(self, x: int, y: int, whole: Callable[[float], int]) -> tuple[int, int]:
        return whole((x - self.origin.x) * self.scale), whole((y - self.origin.y) * self.scale)


@dataclass(frozen=True, slots=True)
class Settled:
    """How the screen came to rest before the frame was taken."""

    quiet: bool = True
    """True: it had stopped changing. False: patience ran out while it still changed."""
    changed: bool = False
    """Whether anything changed since the last action."""
    seconds: float = 0.0
    """How long that took."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One look at the screen: every point of a decision made on it is in this frame's pixels."""

    frame: Frame
    settled: Settled = field(default_factory=Settled)
    pointer: Point | None = None
    """Where the mouse pointer was, in frame pixels; None when unknown or on another monitor."""

"""Crop: a part of a frame, and its picture. The only place that maps between the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Point, Size
from tools.observation import Frame

if TYPE_CHECKING:
    from typing import Self

LARGEST = 4096 * 32 * 32
"""Pixels of an enlarged picture, unless the frame itself has more: 4096 tokens of Qwen3-VL."""


@dataclass(frozen=True, slots=True)
class Crop:
    """A box of a frame, each of its pixels shown as a square of `factor` by `factor` pixels."""

    box: Box
    """In frame pixels, inside the frame."""
    factor: int = 1

    @classmethod
    def whole(cls, size: Size) -> Self:
        """All of a frame of that size, as it is."""
        return cls(Box(0, 0, *size))

    @classmethod
    def around(cls, point: Point, short: int, size: Size, zoom: int = 1) -> Self:
        """A part of the frame's own shape with the point in its middle, or as near to it as the edges allow.

        Args:
            point: in frame pixels.
            short: its shorter side, in frame pixels; a smaller frame is taken whole.
            size: the frame's.
            zoom: how much it is to be enlarged, so far as the picture doesn't become larger than the frame or
                `LARGEST`.
        """
        share = min(1.0, short / min(size))
        width, height = (max(1, round(extent * share)) for extent in size)
        left = min(max(point.x - width // 2, 0), size.width - width)
        top = min(max(point.y - height // 2, 0), size.height - height)
        room = max(LARGEST, size.width * size.height)
        fitting = (factor for factor in range(zoom, 1, -1) if width * height * factor**2 <= room)
        return cls(Box(left, top, width, height), next(fitting, 1))

    @property
    def size(self) -> Size:
        """Of the picture, in its own pixels."""
        return Size(self.box.width * self.factor, self.box.height * self.factor)

    def to_frame(self, point: Point) -> Point:
        """The frame's pixel that a pixel of the picture shows."""
        return Point(self.box.left + point.x // self.factor, self.box.top + point.y // self.factor)

    def from_frame(self, point: Point) -> Point:
        """The middle of what the picture shows of a frame's pixel."""
        middle = self.factor // 2
        return Point(
            (point.x - self.box.left) * self.factor + middle, (point.y - self.box.top) * self.factor + middle
        )

    def picture(self, frame: Frame) -> Frame:
        """What is shown: the frame itself if that is all of it, else the part, enlarged."""
        import cv2  # noqa: PLC0415  (heavy: loaded on use)

        if (self.box, self.factor) == (Box(0, 0, *frame.size), 1):
            return frame
        part = np.ascontiguousarray(frame.bgrx[self.box.slices])
        if self.factor > 1:
            shown = cv2.resize(part, self.size, interpolation=cv2.INTER_CUBIC)
            part = np.ascontiguousarray(shown, np.uint8)
        return Frame(part)

    def __str__(self) -> str:
        """As in a recording: `614x384+333+208 x2`."""
        return f"{self.box.width}x{self.box.height}+{self.box.left}+{self.box.top} x{self.factor}"

"""A small screen to paint on: what the eye is to find is put there pixel by pixel."""

from __future__ import annotations

import cv2
import numpy as np

from tools.geometry import Box, Size
from tools.observation import Frame

_FONT = cv2.FONT_HERSHEY_SIMPLEX
SIZE = Size(320, 200)
WHITE, INK, EDGE = 255, 20, 120


class Canvas:
    """An even grey screen; what is painted later lies on top."""

    def __init__(self, size: Size = SIZE, ground: int = 220) -> None:
        self.pixels = np.full((size.height, size.width, 3), ground, np.uint8)

    def fill(self, box: Box, shade: int | tuple[int, int, int]) -> Box:
        """An even area; red, green, blue."""
        self.pixels[box.slices] = shade
        return box

    def box(self, box: Box, inside: int = WHITE, edge: int = EDGE, thickness: int = 1) -> Box:
        """An area with a border, so many pixels thick."""
        self.fill(box, edge)
        self.fill(box.grow(-thickness), inside)
        return box

    def circle(self, box: Box, inside: int = WHITE, edge: int = EDGE) -> Box:
        """A disc with a border, as large as the box."""
        middle, radius = box.center, box.width // 2
        cv2.circle(self.pixels, middle, radius, (edge,) * 3, -1)
        cv2.circle(self.pixels, middle, radius - 1, (inside,) * 3, -1)
        return box

    def text(
        self, text: str, left: int, top: int, ink: int = INK, scale: float = 0.4, thickness: int = 1
    ) -> Box:
        """A line of text with its upper left corner there; its strokes are so many pixels thick."""
        (width, height), below = cv2.getTextSize(text, _FONT, scale, thickness)
        cv2.putText(self.pixels, text, (left, top + height), _FONT, scale, (ink,) * 3, thickness, cv2.LINE_AA)
        return Box(left, top, width, height + below)

    def triangle(self, box: Box, *, up: bool = False, ink: int = INK) -> Box:
        """A triangle that points down, or up."""
        base, tip = (box.bottom - 1, box.top) if up else (box.top, box.bottom - 1)
        corners = [(box.left, base), (box.right - 1, base), (box.left + box.width // 2, tip)]
        cv2.fillPoly(self.pixels, [np.array(corners, np.int32)], (ink,) * 3)
        return box

    @property
    def frame(self) -> Frame:
        """What it shows now."""
        return Frame.from_rgb(self.pixels.copy())

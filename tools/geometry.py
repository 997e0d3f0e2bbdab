"""Points, sizes and boxes: of frames, and of the screen that frames are taken from.

Three coordinate spaces exist in deskhand. *Grid*: 0-1000 on both axes, what models point by; only
`agent.protocol` knows it. *Frame pixels*: the captured picture, origin top left; `Point`, `Size` and `Box`.
*Screen units*: what the operating system's mouse takes, and where its windows are (on X11 the pixels of the
root window); `ScreenPoint` and `ScreenBox`, only in `tools.host` and `tools.x11`. The last two are converted
by `tools.observation.Monitor` and by nothing else. Beside them only what an MCP client was sent has pixels of
its own, which `agent.mcp.seat.picture` converts.
"""

from __future__ import annotations

from typing import NamedTuple

SAME_ROW = 0.4
"""Share of the lower one's height that two boxes of one row have in common, at least."""


class Point(NamedTuple):
    """A pixel of a frame."""

    x: int
    y: int


class Size(NamedTuple):
    """Extent of a frame, in pixels."""

    width: int
    height: int

    def contains(self, point: Point) -> bool:
        """Whether the point is one of the frame's pixels."""
        return 0 <= point.x < self.width and 0 <= point.y < self.height


class Box(NamedTuple):
    """A rectangle of frame pixels; right and bottom are one past its last pixel."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """One past the last column."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """One past the last row."""
        return self.top + self.height

    @property
    def area(self) -> int:
        """Number of pixels."""
        return self.width * self.height

    @property
    def center(self) -> Point:
        """The middle pixel."""
        return Point(self.left + self.width // 2, self.top + self.height // 2)

    @property
    def slices(self) -> tuple[slice, slice]:
        """Index for an array of shape (height, width, ...)."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def contains(self, point: Point) -> bool:
        """Whether the point is one of the box's pixels."""
        left, top, width, height = self  # read once: this and the next two are asked a million times a run
        x, y = point
        return left <= x < left + width and top <= y < top + height

    def overlap(self, other: Box) -> Box:
        """The common part; its area is 0 when there is none."""
        left, top, width, height = self
        its_left, its_top, its_width, its_height = other
        right, bottom = min(left + width, its_left + its_width), min(top + height, its_top + its_height)
        left, top = max(left, its_left), max(top, its_top)
        if right <= left or bottom <= top:
            return Box(left, top, 0, 0)
        return Box(left, top, right - left, bottom - top)

    def union(self, other: Box) -> Box:
        """The smallest box around both."""
        left, top, width, height = self
        its_left, its_top, its_width, its_height = other
        right, bottom = max(left + width, its_left + its_width), max(top + height, its_top + its_height)
        left, top = min(left, its_left), min(top, its_top)
        return Box(left, top, right - left, bottom - top)

    def meets(self, other: Box) -> bool:
        """Whether two boxes share a pixel; quicker than the area of their overlap."""
        left, top, width, height = self
        its_left, its_top, its_width, its_height = other
        if max(top, its_top) >= min(top + height, its_top + its_height):
            return False
        return max(left, its_left) < min(left + width, its_left + its_width)

    def agreement(self, other: Box) -> float:
        """The share that two boxes have in common of the smallest box around both, 0 to 1."""
        return self.overlap(other).area / max(1, self.union(other).area)

    def lies_mostly_in(self, outer: Box) -> bool:
        """Whether more than half of the box's pixels are another's."""
        return 2 * self.overlap(outer).area > self.area

    def gap_across(self, other: Box) -> int:
        """Columns between two boxes; 0 where they share one."""
        return max(0, self.left - other.right, other.left - self.right)

    def gap_down(self, other: Box) -> int:
        """Rows between two boxes; 0 where they share one."""
        return max(0, self.top - other.bottom, other.top - self.bottom)

    def gap(self, other: Box) -> int:
        """Pixels between two boxes, across and down together; 0 where they touch or overlap."""
        return self.gap_across(other) + self.gap_down(other)

    def same_row(self, other: Box) -> bool:
        """Whether two boxes stand beside each other: they share at least .4 of the lower one's height."""
        _, top, _, height = self
        _, its_top, _, its_height = other
        shared = min(top + height, its_top + its_height) - max(top, its_top)
        return shared >= SAME_ROW * min(height, its_height)

    def carry(self, point: Point, other: Box) -> Point:
        """The pixel that lies to the other box as the point lies to this one, if it was moved and scaled."""
        across, down = point.x - self.left, point.y - self.top
        return Point(
            other.left + round(across * other.width / max(1, self.width)),
            other.top + round(down * other.height / max(1, self.height)),
        )

    def shift(self, across: int, down: int) -> Box:
        """The box moved by so many pixels."""
        return Box(self.left + across, self.top + down, self.width, self.height)

    def grow(self, pixels: int) -> Box:
        """The box with a margin on every side (negative shrinks)."""
        return Box(self.left - pixels, self.top - pixels, self.width + 2 * pixels, self.height + 2 * pixels)

    def clip(self, size: Size) -> Box:
        """The part inside a frame of that size."""
        return self.overlap(Box(0, 0, size.width, size.height))

    @classmethod
    def around(cls, point: Point, radius: int) -> Box:
        """The square with the point in its middle, 2 * radius wide."""
        return cls(point.x - radius, point.y - radius, 2 * radius, 2 * radius)


class ScreenPoint(NamedTuple):
    """A place of the desktop, in screen units."""

    x: int
    y: int


class ScreenBox(NamedTuple):
    """A rectangle of the desktop in screen units; right and bottom are one past its last unit."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """One past the last column."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """One past the last row."""
        return self.top + self.height

    def contains(self, point: ScreenPoint) -> bool:
        """Whether the point is one of the box's units."""
        left, top, width, height = self  # read once: this and the next two are asked a million times a run
        x, y = point
        return left <= x < left + width and top <= y < top + height

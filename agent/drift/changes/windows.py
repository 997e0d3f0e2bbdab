"""Window drifts: a program's windows are moved or resized before the first look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.geometry import Point, Size

if TYPE_CHECKING:
    import random

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.x11.arrange import Arrangement, Window

_GROWTH = (0.85, 1.3)
"""The least and the most that a window's width and height are multiplied by."""
_LEAST = 8
"""Pixels; a window moved by less has hardly moved."""


class WindowDrift:
    """Hook that moves or resizes every window of the program, once it is there.

    Args:
        resized: instead of moved.
        arrangement: the windows of the display.
        screen: its size.
        draw: decides where to, or by how much.
    """

    pressed = 0

    def __init__(self, arrangement: Arrangement, screen: Size, draw: random.Random, *, resized: bool) -> None:
        self._arrangement, self._screen, self._draw, self._resized = arrangement, screen, draw, resized
        self.told: str | None = None

    def open(self) -> None:
        """Move or resize what is there."""
        for window in self._arrangement.windows():
            told = self._resize(window) if self._resized else self._move(window)
            if told:
                self.told = f"{self.told}, {told}" if self.told else told

    def look(self, done: int, frame: Frame) -> bool:
        """Nothing to do: the windows were changed before the first look."""
        del done, frame
        return False

    def act(self, done: int, frame: Frame) -> None:
        """Nothing to do."""

    def _move(self, window: Window) -> str | None:
        free = self._free(window.outer)
        at = Point(self._draw.randint(0, free.width), self._draw.randint(0, free.height))
        by = (at.x - window.outer.left, at.y - window.outer.top)
        if max(map(abs, by)) < _LEAST or not self._arrangement.move(window, at):
            return None
        return f'"{window.title}" moved by {by[0]:+}, {by[1]:+}'

    def _resize(self, window: Window) -> str | None:
        edge = Size(
            window.outer.width - window.inner.width + window.outer.left,
            window.outer.height - window.inner.height + window.outer.top,
        )
        most = Size(self._screen.width - edge.width, self._screen.height - edge.height)
        wanted = [
            min(room, round(extent * self._draw.uniform(*_GROWTH)))
            for extent, room in zip(window.inner[2:], most, strict=True)
        ]
        if not self._arrangement.resize(window, *wanted):
            return None
        return f'"{window.title}" from {window.inner.width}x{window.inner.height} to {wanted[0]}x{wanted[1]}'

    def _free(self, outer: Box) -> Size:
        """How far a window can be from the upper left corner without leaving the screen."""
        return Size(max(0, self._screen.width - outer.width), max(0, self._screen.height - outer.height))

"""Scenes made by hand, and a parser that knows them."""

from __future__ import annotations

import numpy as np

from tools.geometry import Box, Size
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget, WidgetKind

SIZE = Size(800, 600)


def line(text: str, left: int, top: int, score: float = 1.0) -> Line:
    """A line of text, eight pixels a letter and 16 high."""
    return Line(text, Box(left, top, 8 * len(text), 16), score)


def widget(kind: WidgetKind, left: int, top: int, width: int, height: int = 24, **state: bool) -> Widget:
    """A widget; indicators take `checked`."""
    return Widget(kind, Box(left, top, width, height), **state)


def scene(*parts: Line | Widget) -> Scene:
    """A scene of these, on an empty frame."""
    frame = Frame.from_rgb(np.full((SIZE.height, SIZE.width, 3), 200, np.uint8))
    lines = tuple(part for part in parts if isinstance(part, Line))
    return Scene(frame, lines, tuple(part for part in parts if isinstance(part, Widget)))


def painted(*parts: Line | Widget, marks: tuple[Box, ...] = ()) -> Scene:
    """A scene of these on a frame that shows each: where scenes differ, so do their frames.

    Fields are white, a ticked indicator is filled, each text has a shade of its own; `marks` are black.
    """
    rgb = np.full((SIZE.height, SIZE.width, 3), 200, np.uint8)
    for part in parts:
        if isinstance(part, Widget):
            rgb[part.box.slices] = 150
            rgb[part.box.grow(-1).slices] = 60 if part.checked else 255
    for part in parts:
        if isinstance(part, Line):
            rgb[part.box.grow(-3).slices] = sum(map(ord, part.text)) % 100
    for box in marks:
        rgb[box.slices] = 0
    lines = tuple(part for part in parts if isinstance(part, Line))
    return Scene(Frame.from_rgb(rgb), lines, tuple(part for part in parts if isinstance(part, Widget)))


class FakeParser:
    """A `ScreenParser` that knows the scenes that it was given, and reads nothing else."""

    def __init__(self, *scenes: Scene) -> None:
        self._scenes = {id(one.frame): one for one in scenes}

    def read(self, frame: Frame) -> Scene:
        """The scene of that frame."""
        assert id(frame) in self._scenes, "this frame is not to be read"
        return self._scenes[id(frame)]

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The line in a box."""
        inside = (line for line in self.read(frame).lines if box.grow(4).contains(line.box.center))
        return next(inside, Line("", box, 0.0))

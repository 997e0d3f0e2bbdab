"""Scenes made by hand."""

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

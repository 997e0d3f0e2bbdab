"""Scenes made by hand, and a parser that knows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box, Size
from tools.locate.look import Look
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget, WidgetKind

if TYPE_CHECKING:
    from collections.abc import Iterable

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

    Fields are white, a ticked indicator is filled, each text has strokes in a shade of its own; `marks` are
    black.
    """
    rgb = np.full((SIZE.height, SIZE.width, 3), 200, np.uint8)
    for part in parts:
        if isinstance(part, Widget):
            rgb[part.box.slices] = 150
            rgb[part.box.grow(-1).slices] = 60 if part.checked else 255
    for part in parts:
        if isinstance(part, Line):
            rgb[part.box.grow(-3).slices][:, ::3] = sum(map(ord, part.text)) % 100  # strokes
    for box in marks:
        rgb[box.slices] = 0
    lines = tuple(part for part in parts if isinstance(part, Line))
    return Scene(Frame.from_rgb(rgb), lines, tuple(part for part in parts if isinstance(part, Widget)))


class Told:
    """An `Evidence` that finds some texts as likely as what was read."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = texts

    def weigh(self, text: str) -> float:
        """Not at all, or quite."""
        return -0.5 if text in self.texts else -9.0

    def rival(self, text: str, part: range) -> None:
        """None."""

    def read(self, box: Box) -> Line:
        """Nothing."""
        return Line("", box)


class FakeParser:
    """A `ScreenParser` that knows what is on the frames that it was told of, and counts its looks.

    Args:
        scenes: each is what is on its own frame.
        anywhere: what is on every other frame; None: others must not be read.
        text: what is read in any box; None: the line that stands in it.
    """

    def __init__(self, *scenes: Scene, anywhere: Scene | None = None, text: str | None = None) -> None:
        self._scenes: dict[int, Scene] = {}
        self._anywhere, self._text = anywhere, text
        self.looks = 0
        for one in scenes:
            self.know(one)

    def know(self, scene: Scene) -> Frame:
        """Remember what is on the scene's frame, which is given back."""
        self._scenes[id(scene.frame)] = scene
        return scene.frame

    def read(self, frame: Frame) -> Scene:
        """The scene of that frame."""
        self.looks += 1
        return self._known(frame)

    def read_box(self, frame: Frame, box: Box) -> Line:
        """The line in a box."""
        if self._text is not None:
            return Line(self._text, box)
        inside = (line for line in self._known(frame).lines if box.grow(4).contains(line.box.center))
        return next(inside, Line("", box, 0.0))

    def _known(self, frame: Frame) -> Scene:
        if self._anywhere is not None and id(frame) not in self._scenes:
            return replace(self._anywhere, frame=frame)
        assert id(frame) in self._scenes, "this frame is not to be read"
        return self._scenes[id(frame)]


class KnownLook(Look):
    """A look at a known scene, that counts the parts of it that are read."""

    def __init__(self, scene: Scene, before: Frame | None = None) -> None:
        super().__init__(scene.frame, FakeParser(scene), before)
        self.read_parts = 0

    def lines_in(self, box: Box) -> tuple[Line, ...]:
        """Those whose middle lies in it."""
        self.read_parts += 1
        return self.scene.lines_in(box)

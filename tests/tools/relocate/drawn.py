"""Frames drawn with OpenCV's own letters, and a parser that knows what was drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np

from tests.tools.scenes import FakeParser
from tools.geometry import Box, Point, Size
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget

GROUND, INK = 230, 20
FONT = cv2.FONT_HERSHEY_SIMPLEX


@dataclass
class Drawing:
    """A grey screen to write on."""

    size: Size = Size(640, 480)  # noqa: RUF009  (a tuple)
    ground: int = GROUND
    lines: list[Line] = field(default_factory=list)
    widgets: list[Widget] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pixels = np.full((self.size.height, self.size.width, 4), self.ground, np.uint8)

    def text(self, text: str, at: tuple[int, int], *, ink: int = INK, scale: float = 0.5) -> Box:
        """Written with its upper left corner there."""
        (width, height), below = cv2.getTextSize(text, FONT, scale, 1)
        cv2.putText(self.pixels, text, (at[0], at[1] + height), FONT, scale, (ink,) * 3, 1, cv2.LINE_AA)
        box = Box(*at, width, height + below)
        self.lines.append(Line(text, box))
        return box

    def button(self, text: str, at: tuple[int, int], *, ink: int = INK, scale: float = 0.5) -> Box:
        """A frame around a text."""
        inside = self.text(text, (at[0] + 12, at[1] + 8), ink=ink, scale=scale)
        return self._widget("button", Box(at[0], at[1], inside.width + 24, inside.height + 16))

    def field(
        self, label: str, value: str, at: tuple[int, int], *, scale: float = 0.5, width: int = 160
    ) -> Box:
        """A frame with a label on its left, if it has one."""
        if label:
            self.text(label, at, scale=scale)
        if value:
            self.text(value, (at[0] + 126, at[1]))
        return self._widget("field", Box(at[0] + 120, at[1] - 8, width, 30))

    def _widget(self, kind: str, box: Box) -> Box:
        cv2.rectangle(self.pixels, box[:2], (box.right - 1, box.bottom - 1), (90,) * 3)
        self.widgets.append(Widget(kind, box))  # type: ignore[arg-type]
        return box

    def shot(self) -> Frame:
        """The frame; what is drawn later is on the next one."""
        frame = Frame(self.pixels.copy())
        return PARSER.know(Scene(frame, tuple(self.lines), tuple(self.widgets)))


PARSER = FakeParser()
"""Knows what is on the frames drawn so far."""


def shifted(point: Point, across: int, down: int) -> Point:
    """Moved by so many pixels."""
    return Point(point.x + across, point.y + down)

"""Screens written in real fonts, as they are read: each line's words are known where they stand."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box
from tools.observation import Frame
from tools.see.pixels.glyphs import bounds
from tools.see.scene import Line, Scene, Widget

SANS, BOLD, SERIF, MONO = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSerif.ttf", "DejaVuSansMono.ttf"
"""Fonts that Pillow finds by their name."""


@dataclass(frozen=True)
class Words:
    """An `Evidence` that reads the words which stand in a part of it."""

    words: tuple[tuple[str, Box], ...]

    def weigh(self, text: str) -> float:
        """Nothing speaks for another text."""
        return -math.inf

    def rival(self, text: str, part: range) -> None:
        """None either."""

    def read(self, box: Box) -> Line:
        """Those whose middle is in it."""
        return Line(" ".join(text for text, place in self.words if box.contains(place.center)), box)


@dataclass
class Page:
    """A light screen to write on."""

    font: str = SANS
    size: int = 15
    lines: list[Line] = field(default_factory=list)
    widgets: list[Widget] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._face = ImageFont.truetype(self.font, self.size)
        self._picture = Image.new("RGB", (1100, 400), (240, 240, 240))
        self._draw = ImageDraw.Draw(self._picture)

    def write(self, *captions: str, at: tuple[int, int] = (30, 40), gap: float = 0) -> Page:
        """Captions that are read as one line, with so many pixels between two, or a space and those more."""
        left, words = float(at[0]), []
        for caption in captions:
            for word in caption.split():
                words.append((word, self._word(word, left, at[1])))
                left += self._face.getlength(f"{word} ")
            left += gap
        boxes = [box for _, box in words]
        text = " ".join(word for word, _ in words)
        self.lines.append(Line(text, bounds(boxes).grow(3), evidence=Words(tuple(words))))
        return self

    def shade(self, bottom: int) -> Page:
        """A ground that grows darker down to there."""
        for y in range(bottom):
            self._draw.line((0, y, 1100, y), (240 - 2 * y,) * 3)
        return self

    def stroke(self, x: int, top: int, bottom: int) -> Page:
        """An upright line."""
        self._draw.line((x, top, x, bottom), (190, 190, 190))
        return self

    def colour(self, word: str, colour: tuple[int, int, int]) -> Page:
        """A word that was written, in another colour."""
        (place,) = (place for line in self.lines for text, place in line.evidence.words if text == word)  # type: ignore[union-attr]
        pixels = np.asarray(self._picture).copy()
        part = pixels[place.slices]
        part[part[:, :, 0] < 128] = colour
        self._picture = Image.fromarray(pixels)
        self._draw = ImageDraw.Draw(self._picture)
        return self

    def widget(self, kind: str, box: Box) -> Page:
        """Something to click or type into, which is not drawn."""
        self.widgets.append(Widget(kind, box))  # type: ignore[arg-type]
        return self

    def scene(self) -> Scene:
        """What is read."""
        frame = Frame.from_rgb(np.asarray(self._picture))
        return Scene(frame, tuple(self.lines), tuple(self.widgets))

    def _word(self, word: str, left: float, top: int) -> Box:
        self._draw.text((left, top), word, (20, 20, 20), self._face)
        sides = self._draw.textbbox((left, top), word, self._face)
        x, y, right, bottom = (round(side) for side in sides)
        return Box(x, y, right - x, bottom - y)

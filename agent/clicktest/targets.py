"""Test pictures that look like a desktop, with every target's place known to the pixel."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tools.geometry import Box, Size
from tools.observation import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator

    Colour = tuple[int, int, int]

SIZES = (Size(1280, 800), Size(1366, 768), Size(1920, 1080), Size(2560, 1440))
"""Common screens. 1366 and 1080 are no multiples of 32, so a picture resized to one shows."""
TARGETS = 10
"""In each picture, half of them shapes, half buttons; four stand in the corners, where errors are largest."""

_COLUMNS, _ROWS = 5, 4
_CORNERS = [(0, 0), (_COLUMNS - 1, 0), (0, _ROWS - 1), (_COLUMNS - 1, _ROWS - 1)]
_DISTRACTORS = 6
_SHAPES = ("circle", "square", "triangle", "diamond")
_COLOURS: dict[str, Colour] = {
    "red": (204, 32, 38),
    "green": (26, 135, 60),
    "blue": (28, 84, 196),
    "orange": (226, 122, 12),
    "purple": (124, 52, 160),
}
_LABELS = ("Save", "Cancel", "Open", "Print", "Help", "Close", "Search", "Settings", "Export", "Refresh")
_SIDES = (18, 26, 38, 56)
"""Pixels across a shape; a button's text has half as many, and two thirds in height."""
_STRENGTHS = (1.0, 0.55)
"""Of a thing's colour against its plate."""
_MARGIN = 10
_DESKTOP, _TASKBAR, _WINDOW, _TITLE = (222, 227, 233), (52, 58, 70), (250, 250, 251), (92, 112, 148)
_PLATE, _EDGE, _BUTTON, _INK = (245, 246, 248), (196, 201, 208), (226, 230, 236), (20, 22, 26)


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to click."""

    instruction: str
    box: Box
    """Frame pixels; a click inside hits."""

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle, in frame pixels."""
        return self.box.left + self.box.width / 2, self.box.top + self.box.height / 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture and its targets."""

    frame: Frame
    targets: tuple[Target, ...]


def draw_targets(size: Size, seed: int = 0) -> Drawing:
    """The picture for a size and a seed, always the same."""
    chance = random.Random(f"{size} {seed}")  # noqa: S311  (for places, not for secrets)
    picture = Image.new("RGB", size, _DESKTOP)
    brush = ImageDraw.Draw(picture)
    _draw_desktop(brush, size)
    things = _things(chance)
    targets = [_draw(brush, size, name, kind, _cell(place, size), chance) for place, name, kind in things]
    return Drawing(Frame.from_rgb(np.asarray(picture, np.uint8)), tuple(targets[:TARGETS]))


def _things(chance: random.Random) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Cell, name and kind of each thing, the targets first."""
    inner = [cell for cell in product(range(_COLUMNS), range(_ROWS)) if cell not in _CORNERS]
    cells = _CORNERS + chance.sample(inner, TARGETS + _DISTRACTORS - len(_CORNERS))
    coloured = chance.sample(list(product(_COLOURS, _SHAPES)), len(cells))
    labels = chance.sample(_LABELS, len(cells) // 2)
    for number, cell in enumerate(cells):
        if number % 2:
            yield cell, labels[number // 2], "button"
        else:
            colour, shape = coloured[number]
            yield cell, colour, shape


def _cell(place: tuple[int, int], size: Size) -> Box:
    width, height = size.width // _COLUMNS, size.height // _ROWS
    return Box(place[0] * width, place[1] * height, width, height)


def _draw_desktop(brush: ImageDraw.ImageDraw, size: Size) -> None:
    width, height = size
    for left, top, right, bottom in ((0.04, 0.05, 0.56, 0.62), (0.38, 0.3, 0.95, 0.9)):
        window = [int(left * width), int(top * height), int(right * width), int(bottom * height)]
        brush.rectangle(window, _WINDOW, _EDGE)
        brush.rectangle([*window[:3], window[1] + 24], _TITLE)
    brush.rectangle([0, height - 32, width, height], _TASKBAR)


def _draw(
    brush: ImageDraw.ImageDraw, picture: Size, name: str, kind: str, cell: Box, chance: random.Random
) -> Target:
    """One thing somewhere in its cell, on a plate of its own so that what lies behind does not matter."""
    side, strength = chance.choice(_SIDES), chance.choice(_STRENGTHS)
    font = ImageFont.load_default(max(12, side // 2))
    width = int(brush.textlength(name, font)) + side if kind == "button" else side
    height = max(20, side * 2 // 3) if kind == "button" else side
    left = _somewhere(cell.left, cell.width - width, picture.width - width, chance)
    top = _somewhere(cell.top, cell.height - height, picture.height - height, chance)
    box = Box(left, top, width, height)
    plate = box.grow(_MARGIN - 2)
    brush.rounded_rectangle(_corners(plate), 4, _PLATE, _EDGE)
    if kind == "button":
        brush.rounded_rectangle(_corners(box), 3, _BUTTON, _mixed(_INK, _BUTTON, strength / 2))
        brush.text(Target("", box).middle, name, _mixed(_INK, _BUTTON, strength), font, anchor="mm")
        return Target(f'Click the button "{name}".', box)
    _draw_shape(brush, kind, box, _mixed(_COLOURS[name], _PLATE, strength))
    return Target(f"Click the {name} {kind}.", box)


def _somewhere(start: int, room: int, last: int, chance: random.Random) -> int:
    """A place in a cell with so much room; near the frame's edge in a cell that lies there."""
    low, high = start + _MARGIN, start + room - _MARGIN
    if start == 0:
        high = low + _MARGIN
    elif high + 2 * _MARGIN > last:
        low = high - _MARGIN
    return chance.randint(low, high)


def _draw_shape(brush: ImageDraw.ImageDraw, shape: str, box: Box, colour: Colour) -> None:
    left, top, right, bottom = _corners(box)
    middle, half = (left + right) / 2, (top + bottom) / 2
    match shape:
        case "circle":
            brush.ellipse((left, top, right, bottom), colour)
        case "square":
            brush.rectangle((left, top, right, bottom), colour)
        case "triangle":
            brush.polygon([(middle, top), (right, bottom), (left, bottom)], colour)
        case _:
            brush.polygon([(middle, top), (right, half), (middle, bottom), (left, half)], colour)


def _corners(box: Box) -> tuple[int, int, int, int]:
    """The outermost pixels, as the brush wants them."""
    return box.left, box.top, box.right - 1, box.bottom - 1


def _mixed(colour: Colour, ground: Colour, strength: float) -> Colour:
    red, green, blue = (round(g + (c - g) * strength) for c, g in zip(colour, ground, strict=True))
    return red, green, blue

"""Icons for tool bars: small drawings with a name, in several sizes and tones."""

from __future__ import annotations

from math import cos, pi, sin
from pathlib import Path

import yaml
from PIL import Image, ImageDraw

from training.screens.words import ICONS

SIZES = (16, 20, 24, 32, 48)
_TONES = {"dark": ("#333", "#333"), "light": ("#eee", "#eee"), "colour": ("#3465a4", "#c17d11")}
"""Colours of lines and of surfaces."""
_LARGE, _PEN = 192, 14
"""Extent of the drawing that is made smaller, and the thickness of its lines."""
_STEP = _LARGE / 12
_LINES = yaml.safe_load(Path(__file__).with_name("icons.yaml").read_text(encoding="utf-8"))


def draw_icons(folder: Path) -> Path:
    """Write every icon as TONE/SIZE/NAME.png; the folder."""
    for tone, (pen, fill) in _TONES.items():
        for name in ICONS:
            large = _drawing(name, pen, fill if tone == "colour" else None)
            for size in SIZES:
                path = folder / tone / str(size) / f"{name}.png"
                path.parent.mkdir(parents=True, exist_ok=True)
                large.resize((size, size), Image.Resampling.LANCZOS).save(path)
    return folder


def _drawing(name: str, pen: str, fill: str | None) -> Image.Image:
    picture = Image.new("RGBA", (_LARGE, _LARGE))
    draw = ImageDraw.Draw(picture)
    for stroke in _strokes(name):
        if isinstance(stroke, tuple):
            x, y, radius = stroke
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=pen, width=_PEN, fill=fill)
        else:
            if fill and stroke[0] == stroke[-1]:
                draw.polygon(stroke, fill=fill)
            draw.line(stroke, fill=pen, width=_PEN, joint="curve")
    return picture


def _strokes(name: str) -> list[tuple[float, float, float] | list[tuple[float, float]]]:
    """Circles and lines of an icon, in pixels of the drawing."""
    if _LINES[name] == ["*"]:
        turns = [(5 if at % 2 == 0 else 2, at * pi / 5) for at in range(11)]
        return [[((6 + far * sin(turn)) * _STEP, (6 - far * cos(turn)) * _STEP) for far, turn in turns]]
    strokes: list[tuple[float, float, float] | list[tuple[float, float]]] = []
    for text in _LINES[name]:
        points = [[float(side) * _STEP for side in point.split(",")] for point in text.strip("o").split()]
        if text.startswith("o"):
            [[x, y, radius]] = points
            strokes.append((x, y, radius))
        else:
            strokes.append([(x, y) for x, y in points])
    return strokes

"""Pictures of a self-test with its targets and clicks drawn in, for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.clicktest.asking import Shot
    from agent.clicktest.targets import Drawing

_HIT, _MISS = (18, 150, 60), (214, 30, 40)
_ARM = 9
"""Pixels of a cross's arm."""


def write_pictures(folder: Path, scenes: Sequence[Drawing], shots: Sequence[Shot]) -> None:
    """One PNG for each size: a frame around each target and a line from it to a cross at the click."""
    for scene in scenes:
        picture = Image.fromarray(scene.frame.rgb)
        brush = ImageDraw.Draw(picture)
        for shot in shots:
            if shot.size == scene.frame.size:
                _draw(brush, shot)
        width, height = scene.frame.size
        picture.save(folder / f"{width}x{height}.png")


def _draw(brush: ImageDraw.ImageDraw, shot: Shot) -> None:
    colour = _HIT if shot.hit else _MISS
    box = shot.target.box.grow(3)
    brush.rectangle((box.left, box.top, box.right - 1, box.bottom - 1), outline=colour, width=2)
    if shot.place is None:
        return
    x, y = (max(0.0, min(part, side - 1.0)) for part, side in zip(shot.place, shot.size, strict=True))
    brush.line([shot.target.middle, (x, y)], colour, 1)
    brush.line([(x - _ARM, y), (x + _ARM, y)], colour, 2)
    brush.line([(x, y - _ARM), (x, y + _ARM)], colour, 2)

"""Frames with icons on them, which no text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw

from tools.observation import Frame

if TYPE_CHECKING:
    from tools.geometry import Point


def with_crosses(*crosses: Point, brush: Point | None = None) -> Frame:
    """A grey frame, 400 by 300, with crosses of 17 pixels and a brush on it."""
    picture = Image.new("RGB", (400, 300), (220, 220, 220))
    draw = ImageDraw.Draw(picture)
    for x, y in crosses:
        draw.line((x - 8, y - 8, x + 8, y + 8), "black", 2)
        draw.line((x - 8, y + 8, x + 8, y - 8), "black", 2)
    if brush is not None:
        x, y = brush
        draw.ellipse((x - 9, y - 9, x, y), "#c00000", "black")
        draw.line((x, y, x + 9, y + 9), "black", 3)
    return Frame.from_rgb(np.array(picture))

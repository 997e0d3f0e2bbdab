"""Screens on which something comes up: painted frames with what is read on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.tools.scenes import SIZE
from tools.observation import Frame
from tools.see.scene import Line, Scene, Widget

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.geometry import Box

GROUND = 200


def screen(
    *parts: Line | Widget,
    panels: tuple[Box, ...] = (),
    bands: tuple[tuple[Box, int], ...] = (),
    border: int = 60,
) -> Scene:
    """A screen of these: buttons and fields outlined, texts as dark bars.

    Args:
        parts: What is read and made out.
        panels: Boxes with an outline, which cover what lies below them.
        bands: Boxes of a level of their own, without an outline.
        border: The level of the panels' outlines.
    """
    gray = np.full((SIZE.height, SIZE.width), GROUND, np.uint8)
    for box, level in bands:
        gray[box.slices] = level
    for part in parts:
        _paint(gray, part)
    for panel in panels:
        gray[panel.slices] = border
        gray[panel.grow(-1).slices] = GROUND
        for part in parts:
            if panel.contains(part.box.center):
                _paint(gray, part)
    lines = tuple(part for part in parts if isinstance(part, Line))
    widgets = tuple(part for part in parts if isinstance(part, Widget))
    return Scene(Frame.from_rgb(np.repeat(gray[:, :, None], 3, axis=2)), lines, widgets)


def _paint(gray: NDArray[np.uint8], part: Line | Widget) -> None:
    if isinstance(part, Widget):
        gray[part.box.slices] = 120
        gray[part.box.grow(-1).slices] = 255 if part.is_field else GROUND
    else:
        rows, columns = part.box.grow(-3).slices
        gray[rows, columns] = np.resize(
            np.frombuffer(part.text.encode(), np.uint8) % 90, gray[rows, columns].shape
        )

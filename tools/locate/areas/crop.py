"""Part of the screen by itself: a menu or list that has just opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.see.scene import Line, Scene

if TYPE_CHECKING:
    from tools.geometry import Box
    from tools.locate.look import Look

_EDGE = 6
"""Pixels by which a line may reach over the box's edge and still be whole inside."""


def scene_in(look: Look, box: Box, without: Box | None = None) -> Scene:
    """The scene inside a box only. A line across the box's edge is read again inside the box.

    Args:
        look: the whole.
        box: the part, in frame pixels.
        without: what has its middle in here is left out.
    """

    def stays(other: Box) -> bool:
        return other.overlap(box).area > 0 and not (without and without.contains(other.center))

    lines = tuple(_inside(look, line, box) for line in look.scene.lines if stays(line.box))
    return Scene(look.frame, lines, tuple(widget for widget in look.scene.widgets if stays(widget.box)))


def _inside(look: Look, line: Line, box: Box) -> Line:
    part = line.box.overlap(box)
    return line if part.width >= line.box.width - _EDGE else Line(look.read(part), part, line.score)

"""Marked picture: the frame of a question as a PNG, with the place and the box of what would be acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.action import Drag, point_of

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.ImageDraw import ImageDraw

    from agent.runs.question import Question
    from tools.geometry import Point

_MARK, _EDGE = (230, 0, 80), (255, 255, 255)
"""Seen on any ground: a red line between two white ones."""
_RADIUS = 14


def write_marked(question: Question, path: Path) -> None:
    """Write it.

    Raises:
        OSError: it can't be written.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415  (heavy: loaded on use)

    image = Image.fromarray(question.seen.frame.rgb)
    draw = ImageDraw.Draw(image)
    point, pointer = point_of(question.action), question.seen.pointer
    if question.box is not None:
        box = question.box.grow(3)
        _outlined(draw, box.left, box.top, box.right, box.bottom)
    if isinstance(question.action, Drag) and pointer is not None:
        draw.line([(*pointer,), (*question.action.point,)], fill=_EDGE, width=5)
        draw.line([(*pointer,), (*question.action.point,)], fill=_MARK, width=3)
    if point is not None:
        _cross(draw, point)
    image.save(path, "PNG")


def _outlined(draw: ImageDraw, *box: int) -> None:
    left, top, right, bottom = box
    for grown, colour in ((2, _EDGE), (1, _MARK), (0, _MARK), (-1, _EDGE)):
        corners = (left - grown, top - grown, right + grown, bottom + grown)
        if corners[0] <= corners[2] and corners[1] <= corners[3]:
            draw.rectangle(corners, outline=colour)


def _cross(draw: ImageDraw, point: Point) -> None:
    """A ring with four strokes that leave the point itself to be seen."""
    for width, colour in ((5, _EDGE), (3, _MARK)):
        around = (point.x - _RADIUS, point.y - _RADIUS, point.x + _RADIUS, point.y + _RADIUS)
        draw.ellipse(around, outline=colour, width=width)
        for across, down in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            near, far = _RADIUS // 2, 2 * _RADIUS
            begin = (point.x + across * near, point.y + down * near)
            end = (point.x + across * far, point.y + down * far)
            draw.line([begin, end], fill=colour, width=width)

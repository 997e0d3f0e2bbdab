"""A target as it was when it was pointed at: a crop with enough texture to be told from anything else."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.matching.peaks import equal_places
from tools.matching.text import is_same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Point
    from tools.matching.eye import Eye
    from tools.observation import Frame
    from tools.scene import Line, Scene, Widget

_FIRST = (28, 14)
"""Half the width and half the height of the first crop, in pixels: about a word on a button."""
_LARGEST = (224, 112)
"""Of the last one: what is so far away says nothing about the target any more."""
_ROUND = 4
"""Pixels around a text that belong to it: the ends of its letters."""
_ONE_LINE = 48
"""Pixels; a higher field is a list or a page, whose texts are what one points at."""
_INK = 40
"""Levels (0-255) by which a pixel differs from the crop's ground to count as a mark on it."""
_MARKED = (60, 4, 4)
"""A crop with texture has so many marked pixels, in so many columns and rows: a border alone has not."""


class Remembered:
    """What was pointed at. Everything is worked out when it is first asked for.

    Args:
        frame: the recorded frame.
        point: the place on it, in its pixels.
        eye: reads frames.
    """

    def __init__(self, frame: Frame, point: Point, eye: Eye) -> None:
        self.frame, self.point, self._eye = frame, point, eye

    @cached_property
    def crop(self) -> Box | None:
        """The smallest crop around the target that has texture; None when there is none far and wide."""
        return next((box for box in self.crops() if has_texture(self.frame, box)), None)

    def crops(self) -> Iterator[Box]:
        """Crops around the target, each larger than the one before, and none with half a text in it.

        Half a text may be the half that "Save customer" and "Delete customer" have in common. What stands
        in a field is no mark of it: its crops begin with the text beside it.
        """
        if self.label is not None:
            yield self.label.box.grow(_ROUND).union(Box.around(self.point, _ROUND)).clip(self.frame.size)
        at_least = Box.around(self.point, 1)
        if self.field is not None:
            at_least = self.field.box.union(self._beside(self.field.box))
        half = _FIRST
        while half[0] <= _LARGEST[0]:
            left, top = self.point.x - half[0], self.point.y - half[1]
            yield self._whole(Box(left, top, 2 * half[0], 2 * half[1]).union(at_least))
            half = (half[0] * 3 // 2, half[1] * 3 // 2)

    def _whole(self, box: Box) -> Box:
        whole = box
        for line in self.scene.lines:
            if line.box.overlap(box).area:
                whole = whole.union(line.box.grow(_ROUND))
        return whole.clip(self.frame.size)

    def _beside(self, field: Box) -> Box:
        """The text that stands next to a field, on its left or above it; the field itself if none does."""
        outside = [line.box for line in self.scene.lines if not line.box.overlap(field).area]
        left = [box for box in outside if box.right <= field.right and box.top < field.bottom]
        near = [box for box in left if box.bottom > field.top - _ONE_LINE]
        return min(
            near, key=lambda box: abs(field.left - box.right) + abs(field.top - box.top), default=field
        )

    @cached_property
    def scene(self) -> Scene:
        """The recorded frame, read."""
        return self._eye.read(self.frame)

    @cached_property
    def label(self) -> Line | None:
        """The text under the point, or the one text of the button around it; None: the target bears none."""
        if self.field is not None:
            return None
        under = [line for line in self.scene.lines if line.box.grow(2).contains(self.point)]
        if under:
            return min(under, key=lambda line: line.box.area)
        button = self.widget if self.widget and self.widget.kind == "button" else None
        inside = [line for line in self.scene.lines if button and button.box.contains(line.box.center)]
        return inside[0] if len(inside) == 1 else None

    @cached_property
    def widget(self) -> Widget | None:
        """The smallest widget around the point."""
        around = [widget for widget in self.scene.widgets if widget.box.contains(self.point)]
        return min(around, key=lambda widget: widget.box.area, default=None)

    @cached_property
    def field(self) -> Widget | None:
        """The field of one line around the point: what it holds may be another text every time."""
        widget = self.widget
        is_one = (
            widget is not None and widget.kind in ("field", "dropdown") and widget.box.height <= _ONE_LINE
        )
        return widget if is_one else None

    @cached_property
    def namesakes(self) -> int:
        """How many other texts of the recorded frame read like the label."""
        return 0 if self.label is None else len(lines_like(self.label, self.scene)) - 1

    def twins(self, crop: Box) -> int:
        """How many other places of the recorded frame look like a crop of it."""
        return len(equal_places(self.frame, crop, self.frame)) - 1


def remember(frame: Frame, point: Point, eye: Eye) -> Remembered:
    """What lies under a point of a frame."""
    return Remembered(frame, point, eye)


def lines_like(label: Line, scene: Scene) -> list[Line]:
    """The texts of a scene that read the same as a label."""
    return [line for line in scene.lines if is_same(label.text, line.text)]


def has_texture(frame: Frame, box: Box) -> bool:
    """Whether there is enough in a box to know it again by: a flat one matches everywhere."""
    gray = frame.gray[box.slices].astype(np.int16)
    if not gray.size:
        return False
    ground = int(np.bincount(gray.ravel().astype(np.int64), minlength=256).argmax())
    marked = np.abs(gray - ground) > _INK
    pixels, columns, rows = _MARKED
    # A border fills a row or a column; what has texture changes along both.
    inner = marked[:, ~marked.all(axis=0)][~marked.all(axis=1)]
    if not inner.size:
        return False
    across, down = inner.any(axis=0).sum(), inner.any(axis=1).sum()
    return bool(inner.sum() >= pixels and across >= columns and down >= rows and _is_varied(inner))


def _is_varied(marked: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> bool:
    """Whether rows and columns differ among themselves in several ways, as those of a field's frame don't."""
    rows = {row.tobytes() for row in marked}
    columns = {column.tobytes() for column in marked.T}
    return len(rows) >= 4 and len(columns) >= 6  # noqa: PLR2004  (a frame has two or three of each)

"""A target as it was when it was pointed at: a crop with enough texture to be told from anything else."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.ocrtext.same import same
from tools.relocate.neighbours import row, row_reads_the_same
from tools.relocate.peaks import equal_places
from tools.relocate.texture import has_texture, is_empty, is_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene, Widget

_FIRST = (28, 14)
"""Half the width and half the height of the first crop, in pixels: about a word on a button."""
_LARGEST = (224, 112)
"""Of the last one: what is so far away says nothing about the target any more."""
_ROUND = 4
"""Pixels around a text that belong to it: the ends of its letters."""
_ONE_LINE = 48
"""Pixels; a higher field is a list or a page, whose texts are what one points at."""
_SPOT = 14
"""Half the width of what is looked at right around a point, in pixels."""
_BESIDE = 16
"""Pixels between an indicator and its text, at most."""
_CENTRED, _BELOW = 6, 40
"""Pixels by which the name of an icon may be out of its middle, and begin below it."""


class ElementSnapshot:
    """What was pointed at. Everything is worked out when it is first asked for.

    Args:
        frame: the recorded frame.
        point: the place on it, in its pixels.
        parser: reads frames.
    """

    def __init__(self, frame: Frame, point: Point, parser: ScreenParser) -> None:
        self.frame, self.point, self._parser = frame, point, parser

    @cached_property
    def crop(self) -> Box | None:
        """The smallest crop around the target that has texture; None when there is none far and wide.

        On a photograph the largest: a text may stand there unread, of which a smaller one has but a part.
        """
        unread = self.label is None and is_picture(self.frame, Box.around(self.point, _SPOT))
        return self._first(_LARGEST) if unread else self.core

    @cached_property
    def core(self) -> Box | None:
        """The smallest crop that has texture, whatever may stand there unread."""
        return self._first(_FIRST)

    def _first(self, half: tuple[int, int]) -> Box | None:
        return next((box for box in self.crops(half) if has_texture(self.frame, box)), None)

    def crops(self, half: tuple[int, int] = _FIRST) -> Iterator[Box]:
        """Crops around the target, each larger than the one before, and none with half a text in it.

        Half a text may be the half that "Save customer" and "Delete customer" have in common. What stands
        in a field is no mark of it: its crops begin with the text beside it.
        """
        if self.label is not None:
            yield self.label.box.grow(_ROUND).union(Box.around(self.point, _ROUND)).clip(self.frame.size)
        at_least = Box.around(self.point, 1)
        if self.field is not None:
            at_least = self.field.box.union(self._beside(self.field.box))
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
        return self._parser.read(self.frame)

    @cached_property
    def label(self) -> Line | None:
        """The text under the point, or the one text of the button around it, or its `caption`."""
        if self.field is not None:
            return None
        under = [line for line in self.scene.lines if line.box.grow(2).contains(self.point)]
        if under:
            return min(under, key=lambda line: line.box.area)
        widget = self.widget
        inside = self.scene.lines_in(widget.box) if widget else ()
        if widget is not None and widget.kind == "button" and inside:
            return inside[0] if len(inside) == 1 else None
        return self.caption

    @cached_property
    def caption(self) -> Line | None:
        """The text behind an indicator, or before the empty ground under the point, or below an icon."""
        point, lines = self.point, self.scene.lines
        level = [line for line in lines if line.box.top <= point.y < line.box.bottom]
        if self.widget is not None and self.widget.is_indicator:
            right = [line for line in level if 0 <= line.box.left - self.widget.box.right <= _BESIDE]
            return min(right, key=lambda line: line.box.left, default=None)
        left = [line for line in level if line.box.right <= point.x]
        nearest = max(left, key=lambda line: line.box.right, default=None)
        if nearest is not None and is_empty(self.frame, self._from(nearest.box)):
            return nearest
        below = [
            line
            for line in lines
            if abs(line.box.center.x - point.x) <= _CENTRED and 0 <= line.box.top - point.y <= _BELOW
        ]
        is_icon = not is_empty(self.frame, Box.around(self.point, _SPOT))
        return min(below, key=lambda line: line.box.top, default=None) if is_icon else None

    def _from(self, box: Box) -> Box:
        """The strip from a text to just behind the point."""
        start = box.right + _ROUND
        return Box(start, box.top, max(self.point.x + _ROUND - start, 1), box.height)

    @cached_property
    def spot(self) -> Box:
        """What is closest around the point: empty ground, or part of an icon."""
        ground = Box.around(self.point, _ROUND).clip(self.frame.size)
        caption = self.caption
        is_level = caption is not None and caption.box.top <= self.point.y < caption.box.bottom
        return ground if is_level else Box.around(self.point, _SPOT).clip(self.frame.size)

    @cached_property
    def widget(self) -> Widget | None:
        """The smallest widget around the point."""
        return self.scene.widget_at(self.point)

    @cached_property
    def field(self) -> Widget | None:
        """The field of one line around the point: what it holds may be another text every time."""
        widget = self.widget
        is_one = widget is not None and widget.is_field and widget.box.height <= _ONE_LINE
        return widget if is_one else None

    @cached_property
    def namesakes(self) -> int:
        """How many other texts of the recorded frame read like the label."""
        return 0 if self.label is None else len(lines_like(self.label, self.scene)) - 1

    @cached_property
    def has_a_row_of_its_own(self) -> bool:
        """Whether no other text like the label stands in a row like the target's."""
        if self.label is None or not row(self):
            return False
        same = lines_like(self.label, self.scene)
        return sum(row_reads_the_same(self, line, self.scene) for line in same) == 1

    def texts_in(self, crop: Box) -> list[Line]:
        """The texts that a crop holds, without what is typed into the target."""
        return [
            line
            for line in self.scene.lines_in(crop)
            if not (self.field and self.field.box.contains(line.box.center))
        ]

    def twins(self, crop: Box) -> list[Box]:
        """The other places of the recorded frame that look like a crop of it."""
        return [box for box in equal_places(self.frame, crop, self.frame) if box != crop]


def snapshot_of(frame: Frame, point: Point, parser: ScreenParser) -> ElementSnapshot:
    """What lies under a point of a frame."""
    return ElementSnapshot(frame, point, parser)


def lines_like(label: Line, scene: Scene) -> list[Line]:
    """The texts of a scene that read the same as a label."""
    return [line for line in scene.lines if same(label.text, line.text)]

"""Snapshot of an element: what lay under a point of a recorded frame, and which text identifies it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.locate.element import ICON, element_at, slack
from tools.ocrtext.same import same
from tools.relocate.texture import is_empty

if TYPE_CHECKING:
    from tools.geometry import Point
    from tools.locate.element import Element
    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Line, Scene, Widget

ROUND = 4
"""Pixels around a text that belong to it: the ends of its letters."""
_CENTRED, _BELOW = 6, 40
"""Pixels by which the name of an icon may be out of its middle, and begin below it."""


class ElementSnapshot:
    """A recorded element. Everything about it is computed when first asked for.

    Args:
        frame: the recorded frame.
        point: the place on it, in its pixels.
        parser: reads frames.
    """

    def __init__(self, frame: Frame, point: Point, parser: ScreenParser) -> None:
        self.frame, self.point, self._parser = frame, point, parser

    @cached_property
    def scene(self) -> Scene:
        """The recorded frame, read."""
        return self._parser.read(self.frame)

    @cached_property
    def element(self) -> Element:
        """What lies under the point."""
        return element_at(self.scene, self.point)

    @cached_property
    def field(self) -> Widget | None:
        """The field of one line around the point: its text may be another one now, and identifies nothing."""
        field = self.element.field
        return None if field is None or self.scene.holds_several_lines(field) else field

    @cached_property
    def label(self) -> Line | None:
        """The text that identifies the element; None where there is none, and for a field of one line."""
        element = self.element
        if element.field is None:
            if element.labelled_by is not None:
                return element.labelled_by
            if element.kind != "picture" and (element.kind != "button" or element.lines):
                return None
        return None if self.field is not None else self._caption

    @cached_property
    def spot(self) -> Box | None:
        """The ground or icon right around the point; None unless the label stands beside the point."""
        label = self.label
        if label is None or self.element.kind == "button":
            return None
        if label.box.grow(slack(label)).contains(self.point):
            return None
        half = ROUND if label.box.same_row(self._pixel) else ICON
        return Box.around(self.point, half).clip(self.frame.size)

    @cached_property
    def around(self) -> Box:
        """The box from which its neighbours are measured: that of its label, or else the point."""
        return self._pixel if self.label is None else self.label.box

    @cached_property
    def namesakes(self) -> int:
        """How many other texts of the recorded frame read like the label."""
        return 0 if self.label is None else len(lines_like(self.label, self.scene)) - 1

    def texts_in(self, crop: Box) -> list[Line]:
        """The texts in a crop, without what is typed into the element."""
        typed = () if self.field is None else self.scene.lines_in(self.field.box)
        return [line for line in self.scene.lines_in(crop) if line not in typed]

    @property
    def _pixel(self) -> Box:
        return Box(*self.point, 1, 1)

    @property
    def _caption(self) -> Line | None:
        """The text before the empty ground under the point, or below an icon."""
        left = [
            line
            for line in self.scene.lines
            if line.box.same_row(self._pixel) and line.box.right <= self.point.x
        ]
        before = max(left, key=lambda line: line.box.right, default=None)
        if before is not None and is_empty(self.frame, self._strip_from(before.box)):
            return before
        if is_empty(self.frame, Box.around(self.point, ICON)):
            return None
        below = [line for line in self.scene.lines if self._is_below(line.box)]
        return min(below, key=lambda line: line.box.top, default=None)

    def _strip_from(self, box: Box) -> Box:
        """From a text to just behind the point."""
        start = box.right + ROUND
        return Box(start, box.top, max(self.point.x + ROUND - start, 1), box.height)

    def _is_below(self, box: Box) -> bool:
        """Whether a box is where an icon has its name."""
        return abs(box.center.x - self.point.x) <= _CENTRED and 0 <= box.top - self.point.y <= _BELOW


def snapshot_of(frame: Frame, point: Point, parser: ScreenParser) -> ElementSnapshot:
    """The snapshot of what lies under a point of a frame."""
    return ElementSnapshot(frame, point, parser)


def lines_like(label: Line, scene: Scene) -> list[Line]:
    """The texts of a scene that read the same as a label."""
    return [line for line in scene.lines if same(label.text, line.text)]

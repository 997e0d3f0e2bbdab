"""Look: one frame as the model sees it, read when asked, compared with the one before its last action."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tools.geometry import Box
from tools.observation import Frame, bounds, differing, is_caret
from tools.see.pixels.ink import inked
from tools.see.scene import Line
from tools.see.text.caret import WIDEST
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene

LINE = 2.5
"""Heights of a text that a place for one line of it is high, at most."""


class Look:
    """A frame, and what is seen in it.

    Args:
        frame: the frame.
        parser: reads it.
        before: the frame that the last decision rested on; None at the start.
        complete: adds to a scene what the frames before it tell of it: the pop-ups that are open.
    """

    def __init__(
        self,
        frame: Frame,
        parser: ScreenParser,
        before: Frame | None = None,
        complete: Callable[[Scene], Scene] | None = None,
    ) -> None:
        self.frame, self.before, self._parser, self._complete = frame, before, parser, complete
        self.seconds = 0.0
        """Time spent on reading."""

    @cached_property
    def scene(self) -> Scene:
        """Everything on the frame, read."""
        started = time.perf_counter()
        scene = self._parser.read(self.frame)
        self.seconds += time.perf_counter() - started
        return scene if self._complete is None else self._complete(scene)

    def read(self, box: Box) -> str:
        """The text of `read_line`."""
        return self.read_line(box).text

    def reads_as_before(self, box: Box) -> bool:
        """Whether the same text stands inside a box as on the frame before, and some at all."""
        if self.before is None or self.before.size != self.frame.size:
            return False
        earlier = Look(self.before, self._parser)
        is_line = box.height <= LINE * self.scene.text_height
        texts, now = ([one.read(box)] if is_line else one.texts_in(box) for one in (earlier, self))
        self.seconds += earlier.seconds
        return any(texts) and texts == now

    def texts_in(self, box: Box) -> list[str]:
        """The texts inside a box, line by line."""
        return [line.text for line in self.lines_in(box)]

    def read_line(self, box: Box) -> Line:
        """The line of text inside a box; its text is empty where the box holds nothing."""
        if not self.has_ink(box):
            return Line("", box)
        started = time.perf_counter()
        line = self._parser.read_box(self.frame, box.clip(self.frame.size))
        self.seconds += time.perf_counter() - started
        return replace(line, text=line.text.strip())

    def lines_in(self, box: Box) -> tuple[Line, ...]:
        """The lines of text in a part of the frame, which is read as if there were nothing around it."""
        part = box.clip(self.frame.size)
        started = time.perf_counter()
        scene = self._parser.read(Frame(self.frame.bgrx[part.slices].copy()))
        self.seconds += time.perf_counter() - started
        return tuple(
            replace(line, box=line.box.shift(part.left, part.top), evidence=None) for line in scene.lines
        )

    @cached_property
    def changes(self) -> list[Box]:
        """What differs from the frame before: a box for each area, carets aside."""
        return [] if self.before is None else changes_between(self.before, self.frame)

    @cached_property
    def changed(self) -> Box | None:
        """What differs from the frame before, a caret aside; None when nothing does."""
        return None if self.before is None else difference_box(self.before, self.frame)

    def has_ink(self, box: Box) -> bool:
        """Whether anything but a caret stands on the even ground inside a box."""
        return self.ink(box) is not None

    def ink(self, box: Box) -> Box | None:
        """The part of a box that is written on, a caret aside."""
        inner = box.clip(self.frame.size)
        found = bounds(inked(self.frame, inner))
        if found is None or found.width <= WIDEST:
            return None
        return Box(inner.left + found.left, inner.top + found.top, found.width, found.height)


def changes_between(before: Frame, after: Frame) -> list[Box]:
    """The boxes around what differs, one for each area: a clock is not one with the list that opened beside.

    A caret is none.
    """
    if before.size != after.size:
        return [Box(0, 0, *after.size)]
    return [box for box in boxes(before, after, changed(before, after)) if not is_caret(box)]


def difference_box(before: Frame, after: Frame) -> Box | None:
    """The smallest box around all pixels that differ; None when none do, or only a caret."""
    if before.size != after.size:
        return Box(0, 0, *after.size)
    found = bounds(differing(before, after))
    return None if found is None or is_caret(found) else found

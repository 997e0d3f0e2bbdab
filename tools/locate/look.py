"""One frame as the model looks at it: read when asked, and compared with the frame before its last act."""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.observation import bounds, differing, is_caret
from tools.see.caret import WIDEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.observation import Frame
    from tools.see.parser import ScreenParser
    from tools.see.scene import Scene

_EVEN = 40
"""Levels (0-255) by which a glyph differs at least from what it stands on."""


class Look:
    """A frame, and what is seen in it.

    Args:
        frame: the frame.
        parser: reads it.
        before: the frame that the last decision rested on; None at the start.
    """

    def __init__(self, frame: Frame, parser: ScreenParser, before: Frame | None = None) -> None:
        self.frame, self.before, self._parser = frame, before, parser
        self.seconds = 0.0
        """Time spent on reading."""

    @cached_property
    def scene(self) -> Scene:
        """Everything on the frame, read."""
        started = time.perf_counter()
        scene = self._parser.read(self.frame)
        self.seconds += time.perf_counter() - started
        return scene

    def read(self, box: Box) -> str:
        """The line of text inside a box; "" when it holds nothing."""
        started = time.perf_counter()
        text = self._parser.read_box(self.frame, box.clip(self.frame.size)).text if self.has_ink(box) else ""
        self.seconds += time.perf_counter() - started
        return text.strip()

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
        gray = self.frame.gray[inner.slices].astype(np.int16)
        if gray.size == 0:
            return None
        marked = np.abs(gray - _ground(gray)) > _EVEN
        found = bounds(marked)
        if found is None or found.width <= WIDEST:
            return None
        return Box(inner.left + found.left, inner.top + found.top, found.width, found.height)


def _ground(gray: NDArray[np.int16]) -> int:
    """The most frequent level."""
    return int(np.bincount(gray.ravel().astype(np.int64), minlength=1).argmax())


def difference_box(before: Frame, after: Frame) -> Box | None:
    """The smallest box around all pixels that differ; None when none do, or only a caret."""
    if before.size != after.size:
        return Box(0, 0, *after.size)
    found = bounds(differing(before, after))
    return None if found is None or is_caret(found) else found

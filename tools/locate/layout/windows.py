"""Windows of a screen, by their title bars: how far each reaches, and which lies above which.

No window list is used: what can be seen decides. A title bar that lies over another window's area belongs to
a window above that one: otherwise it would be hidden.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.layout.bands import STEP, even_stretch
from tools.locate.layout.titlebars import title_bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.observation import Frame
    from tools.see.scene import Scene

_BORDER = 4
"""Pixels beside a title bar in which its window's border is looked for."""
_PANEL, _ACROSS, _EDGE, _BEVEL = 3, 0.95, 8, 6
"""Heights of a text that a strip at the screen's foot is high, at most; share of the screen's width along
which its upper edge is seen, at least, and levels that it differs there from what is above it; and rows that
the edge and the buttons below it take: before what is as light as it the edge alone is not seen."""
_LOWEST = 3
"""Heights of its title bar that a window is high, at least."""


def in_top_window(scene: Scene, boxes: Sequence[Box]) -> list[int]:
    """The indices of those boxes whose window lies under no other box's window."""
    windows = _windows(scene)
    around = [_window_of(box, [window for window, _ in windows]) for box in boxes]
    return [
        index for index, window in enumerate(around) if not any(_lies_over(other, window) for other in around)
    ]


def above_panel(scene: Scene, boxes: Sequence[Box]) -> list[int]:
    """The indices of the boxes above the strip at the foot of a screen that is drawn from side to side.

    That is the desktop's panel, or a window's status bar.
    """
    height = scene.frame.size.height
    highest = max(1, height - round(_PANEL * scene.text_height))
    rows = scene.frame.gray[highest - 1 :].astype(np.int16)
    is_edge = np.abs(np.diff(rows, axis=0)) > _EDGE
    bands = np.lib.stride_tricks.sliding_window_view(is_edge, min(_BEVEL, len(is_edge)), axis=0)
    edges = bands.any(axis=2).mean(axis=1) >= _ACROSS
    top = highest + int(edges.argmax()) if edges.any() else height
    return [index for index, box in enumerate(boxes) if box.center.y < top]


def in_same_window(scene: Scene, boxes: Sequence[Box], anchor: Box) -> list[int]:
    """The indices of the boxes that are not for certain in another window than the anchor."""
    windows = [window for window, is_sure in _windows(scene) if is_sure]
    home = _window_of(anchor, windows)
    return [index for index, box in enumerate(boxes) if _window_of(box, windows) == home]


def _windows(scene: Scene) -> list[tuple[Box, bool]]:
    """Each title bar's window, and whether its lower end can be seen; else it reaches to the screen's."""
    found = []
    for bar in title_bars(scene):
        bottom = _bottom(scene.frame, bar)
        end = scene.frame.size.height if bottom is None else bottom
        found.append((Box(bar.left, bar.top, bar.width, end - bar.top), bottom is not None))
    return found


def _bottom(frame: Frame, bar: Box) -> int | None:
    """Where the border of one colour that runs down beside a title bar ends; None where there is none."""
    columns = (*range(bar.left - _BORDER, bar.left + 1), *range(bar.right - 1, bar.right + _BORDER))
    stretches = (even_stretch(frame.gray[:, x], bar.center.y) for x in columns if 0 <= x < frame.size.width)
    ends = [end for start, end in stretches if bar.top - bar.height < start <= bar.top]
    return max((end for end in ends if end - bar.top >= _LOWEST * bar.height), default=None)


def _window_of(box: Box, windows: Sequence[Box]) -> Box | None:
    """The window that a box is in: of those around its middle the one whose title bar is lowest."""
    x, y = box.center
    around = [
        window
        for window in windows
        if window.left - STEP <= x <= window.right + STEP and window.top <= y < window.bottom
    ]
    return max(around, key=lambda window: window.top, default=None)


def _lies_over(one: Box | None, other: Box | None) -> bool:
    if one is None or one == other:
        return False
    return other is None or (one.top > other.top and one.overlap(other).area > 0)

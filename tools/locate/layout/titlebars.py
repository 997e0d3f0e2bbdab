"""Title bars: low, wide bands of a colour of their own with one text, which keeps away from both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.geometry import Box
from tools.locate.layout.bands import STEP, even_stretch

if TYPE_CHECKING:
    from tools.observation import Frame
    from tools.see.scene import Line, Scene

_BEYOND = 6
"""Pixels above and below a band where its surroundings begin, borders left out."""
_OTHER = 24
"""Levels of a channel by which two areas differ in colour."""
_WIDEST_PART = 8
"""Heights that a title bar is wide, at least."""
_HIGHEST = 3
"""Heights of its text that a title bar is high, at most."""


def title_bar(frame: Frame, text: Box) -> Box | None:
    """The title bar that a line of text stands in; None when it stands in none."""
    start = text.left - 3
    if start < 0 or text.top < 0 or text.right + 3 >= frame.size.width:
        return None
    column, row = frame.gray[:, start], frame.gray[text.top]
    top, bottom = even_stretch(column, text.center.y, text.center.y)
    left, right = even_stretch(row, start, text.right + 3)
    band = Box(left, top, right - left, bottom - top)
    low = text.height <= band.height + STEP and band.height <= _HIGHEST * text.height
    apart = min(text.left - left, right - text.right) >= text.height
    wide = band.width >= _WIDEST_PART * band.height
    if not (low and apart and wide and _has_own_color(frame, band, start, text.top)):
        return None
    # A lit row of a list with soft ends runs out into the page beside it; one side may be like a wallpaper.
    ends = (band.left + text.height, band.right - text.height)
    return band if all(any(_stands_off(frame, band, x, band.top + 1)) for x in ends) else None


def title_bars(scene: Scene) -> list[Box]:
    """The title bars: bands with one text. The marks of a bar's own buttons are no texts."""
    bars = (title_bar_around(scene, line) for line in _texts(scene))
    return [bar for bar in bars if bar is not None]


def title_bar_around(scene: Scene, title: Line) -> Box | None:
    """The title bar whose only text a line is; None where it is none: a tool bar holds more texts."""
    bar = title_bar(scene.frame, title.box)
    others = (line.box.center for line in _texts(scene) if line is not title)
    return None if bar is None or any(bar.contains(center) for center in others) else bar


def _texts(scene: Scene) -> list[Line]:
    return [line for line in scene.lines if len(line.text) > 1]


def _has_own_color(frame: Frame, band: Box, x: int, y: int) -> bool:
    """Whether what lies above and below is of another colour: a heading on a panel is no band."""
    off = _stands_off(frame, band, x, y)
    return bool(off) and all(off)


def _stands_off(frame: Frame, band: Box, x: int, y: int) -> list[bool]:
    """Whether what lies above is of another colour, and what lies below; nothing beside the screen's edge."""
    rows = (band.top - _BEYOND, band.bottom + _BEYOND)
    if rows[0] < 0 or rows[1] >= frame.size.height:
        return []
    own = frame.bgrx[y, x, :3].astype(np.int16)
    return [int(np.abs(frame.bgrx[row, x, :3] - own).max()) > _OTHER for row in rows]

"""Spacing of clicks: the time that keeps two from becoming a double click, and one from being lost.

A page may keep an unseen sheet over itself until a list that was clicked has faded out, which takes the next
click: what was pressed has gone then.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from tools.action import Click, Drag
from tools.geometry import Box, Size
from tools.relocate.peaks import likeness
from tools.relocate.texture import has_texture
from tools.settling.tiles import boxes, changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.action import Action, Button
    from tools.geometry import Point
    from tools.observation import Frame, Observation

APART = 0.6
"""Seconds between the end of a press and the next one that keep them single. GTK and Qt join what comes
within 0.4 s, Tk, Swing and Chromium within 0.5 s, by the X server's times; a busy machine makes them late."""
FADED = 0.6
"""Seconds between a press on what has gone since and the next one: MUI's lists take 0.2 to 0.3 to fade out,
and more on a busy machine."""
NEAR = 16
"""Pixels on either axis within which presses are joined, at most: 5 in all toolkits, three times that where
everything is shown three times as large."""


_ENTRY, _LIST = Size(48, 22), Size(48, 64)
"""Pixels of what was pressed by which it is known again, and that a list measures at least which lay over
something: a box that was ticked shows something else too, but little around it does."""
_STAYED, _SHIFT = 0.6, 6
"""Least correlation of what is still there, and pixels by which a tab that was chosen stands higher."""


class _Press(NamedTuple):
    point: Point
    button: Button
    frame: Frame
    """It was decided on."""


class ClickSpacing:
    """What was pressed last, and when it was over.

    Args:
        clock: monotonic seconds.
        sleep: waits for so many.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep = clock, sleep
        self._last: _Press | None = None
        self._over = 0.0

    def keep(self, action: Action, seen: Observation) -> None:
        """Wait for as long as a press of this action would be joined with the last one, or may be lost.

        Args:
            action: what comes next.
            seen: what it was decided on. A drag presses where the pointer is there.
        """
        press, last = _press(action, seen), self._last
        if press is None or last is None:
            return
        is_near = _join(last, press)
        left = self._over + (APART if is_near else FADED) - self._clock()
        if left > 0 and (is_near or _has_faded(last.frame, press.frame, last.point)):
            self._sleep(left)

    def note(self, action: Action, seen: Observation) -> None:
        """The action was carried out just now."""
        press = _press(action, seen)
        if press is not None:
            self._last, self._over = press, self._clock()


def _press(action: Action, seen: Observation) -> _Press | None:
    """What an action presses, and where; None where it presses no button."""
    if isinstance(action, Click):
        return _Press(action.point, action.button, seen.frame)
    if isinstance(action, Drag):
        return None if seen.pointer is None else _Press(seen.pointer, "left", seen.frame)
    return None


def _join(one: _Press, other: _Press) -> bool:
    """Whether a toolkit would take the two for one double click."""
    far = max(abs(one.point.x - other.point.x), abs(one.point.y - other.point.y))
    return one.button == other.button and far <= NEAR


def _has_faded(before: Frame, now: Frame, point: Point) -> bool:
    """Whether what a frame showed at a point is gone from another: to bare ground, or with all around it."""
    entry = Box(point.x - _ENTRY.width // 2, point.y - _ENTRY.height // 2, *_ENTRY).clip(before.size)
    if before.size != now.size or not has_texture(before, entry):
        return False
    if likeness(before, entry, now, entry, _SHIFT) >= _STAYED:
        return False
    gone = (area for area in boxes(before, now, changed(before, now)) if area.contains(point))
    is_list = any(area.width >= _LIST.width and area.height >= _LIST.height for area in gone)
    return is_list or not has_texture(now, entry)

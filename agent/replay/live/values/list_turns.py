"""List turns: the wheel in a list that does not show an entry of this run, to both of its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import differences, touches
from tools.action import Scroll
from tools.geometry import Box

if TYPE_CHECKING:
    from agent.replay.live.values.choice import Choice
    from tools.geometry import Point
    from tools.observation import Frame

_NOTCHES = 3
"""Wheel notches of one turn: less than a list shows at once."""


class ListTurns:
    """The turns for one step."""

    def __init__(self) -> None:
        self._ways = [-_NOTCHES, _NOTCHES]
        self._areas: tuple[Box, ...] = ()
        self._is_standing = False
        self._last: Frame | None = None
        """The screen before the last turn."""
        self._left: Point | None = None
        """Where the pointer was before it: what it lit up there goes dark."""

    @property
    def standing(self) -> tuple[Box, ...]:
        """Where a list that always stands there was turned: it shows other entries than the recorded ones."""
        return self._areas if self._is_standing else ()

    @property
    def begun(self) -> bool:
        """Whether the list was turned: from then on it shows what the recording does not."""
        return self._last is not None

    def next(self, choice: Choice, point: Point, frame: Frame, pointer: Point | None) -> Scroll | None:
        """The next turn; None: the list was turned through.

        Args:
            choice: What is looked for, and where its list is now.
            point: Where it was recorded, in pixels; the wheel is turned there if that is in the list.
            frame: The screen now.
            pointer: Where the last action left the mouse; None: unknown.
        """
        if self._last is not None and not _moved(self._last, frame, self._areas):
            self._ways = self._ways[1:]
        if not self._ways or not choice.areas:
            return None
        self._left = pointer if self._last is None else None
        self._areas, self._is_standing = self._areas or choice.areas, choice.before is None
        self._last = frame
        largest = max(self._areas, key=lambda area: area.area)
        place = point if any(area.contains(point) for area in self._areas) else largest.center
        return Scroll(point=place, vertical=self._ways[0])

    def beside(self, frame: Frame) -> str | None:
        """Why the list must not be turned further: something changed beside it."""
        if self._last is None:
            return None
        left = [] if self._left is None else [Box(*self._left, 1, 1)]
        beside = [box for box in differences(self._last, frame) if not touches(box, (*self._areas, *left))]
        if not beside:
            return None
        at = beside[0].center
        return f"something changed beside the list that is looked through, at ({at.x}, {at.y})"


def _moved(before: Frame, after: Frame, areas: tuple[Box, ...]) -> bool:
    return any(touches(box, areas) for box in differences(before, after))

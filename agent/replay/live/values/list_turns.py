"""List turns: the wheel in a list that does not show an entry of this run, to both of its ends.

The first turn each way is one notch; how far it moved the list tells how many the next may have, so that no
row is passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import differences, touches
from tools.action import MOST_NOTCHES, Scroll
from tools.see.pixels.shift import shift_down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.replay.live.values.choice import Choice
    from tools.geometry import Box, Point
    from tools.observation import Frame

_PAGE = 0.7
"""Part of what a list shows that one turn moves, at most."""
_HIGH = 3
"""Heights of a text that a row is high, at most: one that lights up under the pointer."""

_BAR = 1.5
"""Heights of a text that a scroll bar is wide, and that it is from its list, at most."""


class ListTurns:
    """The turns for one step."""

    def __init__(self) -> None:
        self._ways, self._notches = [-1, 1], 1
        self._pace = 0.0
        """Pixels that a notch moves the list: the most that was seen, for at its end a turn moves it less."""
        self._areas: tuple[Box, ...] = ()
        self._is_standing = False
        self._last: Frame | None = None
        """The screen before the last turn."""
        self.pointers: list[Point] = []
        """Where the pointer was before it, and where it was moved since: what it lights up changes there."""

    @property
    def standing(self) -> tuple[Box, ...]:
        """Where a list that always stands there was turned: it shows other entries than the recorded ones."""
        return self._areas if self._is_standing else ()

    @property
    def begun(self) -> bool:
        """Whether the list was turned: from then on it shows what the recording does not."""
        return self._last is not None

    def next(self, choice: Choice, point: Point, frame: Frame, pointers: Sequence[Point]) -> Scroll | None:
        """The next turn; None: the list was turned through.

        Args:
            choice: What is looked for, and where its list is now.
            point: Where it was recorded, in pixels; the wheel is turned there if that is in the list.
            frame: The screen now.
            pointers: Where the last actions left the mouse: the list that one opened may have hidden from a
                field that the mouse has left it.
        """
        turned_back = self._last is not None and not _moved(self._last, frame, self._areas)
        if turned_back:
            self._ways = self._ways[1:]
        if not self._ways or not choice.areas:
            return None
        self.pointers += pointers if self._last is None else ()
        self._areas, self._is_standing = self._areas or choice.areas, choice.before is None
        largest = max(self._areas, key=lambda area: area.area)
        self._notches = 1 if turned_back else self._measured(frame, largest)
        self._last = frame
        place = point if any(area.contains(point) for area in self._areas) else largest.center
        return Scroll(point=place, vertical=self._notches * self._ways[0])

    def beside(self, frame: Frame, text_height: float) -> str | None:
        """Why the list must not be turned further: something changed beside it, and in no row of a pointer.

        Args:
            frame: The screen now.
            text_height: Of its texts, in pixels.
        """
        if self._last is None:
            return None
        beside = [
            box
            for box in differences(self._last, frame)
            if not touches(box, self._areas)
            and not any(_is_scroll_bar(box, area, text_height) for area in self._areas)
            and not (box.height <= _HIGH * text_height and any(_is_in_row(box, one) for one in self.pointers))
        ]
        if not beside:
            return None
        at = beside[0].center
        return f"something changed beside the list that is looked through, at ({at.x}, {at.y})"

    def _measured(self, frame: Frame, area: Box) -> int:
        """How many notches the next turn has: as many as before, where the last one tells nothing."""
        far = shift_down(self._last, frame, area) if self._last else None
        if not far:
            return self._notches
        self._pace = max(self._pace, abs(far) / self._notches)
        return min(MOST_NOTCHES, max(1, int(_PAGE * area.height / self._pace)))


def _moved(before: Frame, after: Frame, areas: tuple[Box, ...]) -> bool:
    return any(touches(box, areas) for box in differences(before, after))


def _is_scroll_bar(box: Box, area: Box, text_height: float) -> bool:
    """Whether a change is in the narrow strip at a side of a list, where its scroll bar is."""
    is_narrow = box.width <= _BAR * text_height and box.gap_across(area) <= _BAR * text_height
    return is_narrow and area.top - text_height <= box.top and box.bottom <= area.bottom + text_height


def _is_in_row(box: Box, pointer: Point) -> bool:
    return box.top - box.height <= pointer.y < box.bottom + box.height

"""Routine of scrolling: the wheel is turned over the bare ground of a pane until a text can be seen.

After each turn it is looked at how far the pane's content moved. That gives the next turn's notches, and what
did not move has come to its end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import PATIENCE, seek
from agent.protocol.write import do, wait
from tools.action import Scroll
from tools.geometry import Box
from tools.locate.find import absent, may_see
from tools.locate.look import changes_between
from tools.locate.wheel import find_area, wheel_places
from tools.see.shift import shift_across, shift_down

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from agent.models.reader.steps import ScrollStep
    from agent.protocol.write import Reply
    from tools.locate.look import Look
    from tools.locate.wheel import Way, WheelPlace

_MOST = 20
"""Notches of one turn."""
_KEPT = 0.2
"""Part of a pane that stays in sight from turn to turn, so that nothing is passed over."""
_AT_THE_END = 2
"""So many turns in a row that move nothing: the end is reached."""
_LOW = 3
"""Heights of a text: a change that is no higher is no page that moved."""


@dataclass
class _Turns:
    """The turns of the wheel that one step takes; called with a look, it decides the next."""

    way: Way
    area: Box | None
    text: str
    place: WheelPlace | None = None
    """Where the last turn was made."""
    before: Look | None = None
    """The look that it was made on."""
    notches: int = 1
    """Of the last turn."""
    step: float | None = None
    """Pixels that a notch moves the pane's content; None: not known."""
    view: Box | None = None
    """What has moved, once something has."""
    idle: int = 0
    """Turns in a row that moved nothing."""
    stirred: bool = False
    """Whether the last turn changed what is under the pointer, and that is no page."""
    ended: list[Box] = field(default_factory=list)
    """Panes that have come to their end."""
    dead: list[Box] = field(default_factory=list)
    """Boxes around places at which nothing moved."""
    moved: bool = False
    """Whether any pane has moved."""

    def __call__(self, look: Look) -> Reply:
        self.place, self.before = self._next_place(look), look
        self.notches = self._count(self.place)
        signed = self.notches if self.way in ("up", "right") else -self.notches
        point = self.place.point
        upright = self.way in ("up", "down")
        turn = Scroll(point=point, vertical=signed) if upright else Scroll(point=point, horizontal=signed)
        return do(turn, f'"{self.text}" can\'t be seen yet; there is bare ground at ({point.x}, {point.y}).')

    def take(self, far: int | None) -> None:
        """Take note of how far the last turn went, as `distance` told."""
        assert self.place is not None
        assert self.before is not None
        if far == 0:
            self.idle, self.step = self.idle + 1, None
            if self.idle >= (_AT_THE_END if self.view or self.stirred else 1):
                if self.view is None:
                    self.dead.append(Box.around(self.place.point, round(self.before.scene.text_height)))
                else:
                    self.ended.append(self.place.pane)
                self.idle, self.view = 0, None
        else:
            self.idle, self.moved = 0, True
            self.step = far / self.notches if far else None

    def distance(self, look: Look) -> int | None:
        """Pixels that the last turn moved the pane's content by; 0: it did not; None: it can't be told.

        Raises:
            StepFailed: it changed something else, twice: once may be what the pointer lit up.
        """
        assert self.before is not None
        assert self.place is not None
        before, after, point = self.before.frame, look.frame, self.place.point
        low = _LOW * self.before.scene.text_height
        changes = changes_between(before, after)
        near = [box for box in changes if box.overlap(self.place.pane.grow(round(low))).area]
        shift = shift_down if self.way in ("up", "down") else shift_across
        for box in [self.view] if self.view else [self.place.pane, *near, *changes]:
            far = shift(before, after, box) if changes else None
            if far is not None and (far > 0) == (self.way in ("up", "left")):
                self.view = box
                return abs(far)
        if any(box.height > low for box in near):
            return None
        self.stirred = any(box.contains(point) for box in near)
        if self.stirred and self.idle:
            raise StepFailed(
                f"at ({point.x}, {point.y}) the wheel scrolls nothing, and changes what is there"
            )
        return 0

    def _next_place(self, look: Look) -> WheelPlace:
        places = self._places(look, cells=False) or self._places(look, cells=True)
        if places:
            last = self.place.pane if self.place is not None else None
            return min(places, key=lambda place: last is None or not _same(place.pane, last))
        if self.moved:
            raise StepFailed(f"scrolled {self.way} to the end: {absent(look.scene, self.text)}")
        why = "nothing here scrolls" if self.dead else "there is no bare ground to turn the wheel over"
        raise StepFailed(f"{why}: {absent(look.scene, self.text)}")

    def _places(self, look: Look, *, cells: bool) -> list[WheelPlace]:
        return [
            place
            for place in wheel_places(look.scene, self.way, self.area, cells=cells)
            if not any(_same(place.pane, box) for box in self.ended)
            and not any(box.contains(place.point) for box in self.dead)
        ]

    def _count(self, place: WheelPlace) -> int:
        if self.step is None:
            return 1
        length = place.pane.height if self.way in ("up", "down") else place.pane.width
        return max(1, min(_MOST, int(min(place.ahead, (1 - _KEPT) * length) / self.step)))


def scroll(step: ScrollStep, look: Look) -> Routine:
    """Turn the wheel until the text is there.

    Raises:
        StepFailed: the end is reached before, or there is no place to turn the wheel at.
    """
    area, named = None, step.area
    if named is not None:
        area, look = yield from seek(lambda look: find_area(look.scene, named), look)
    turns = _Turns(step.direction, area, step.text)
    while not may_see(look.scene, step.text):
        look = yield turns
        far = turns.distance(look)
        if far == 0:
            look = yield wait(PATIENCE, "Nothing has moved yet.")
            far = turns.distance(look)
        turns.take(far)
    return look


def _same(one: Box, other: Box) -> bool:
    """Whether two boxes are of one pane; a scroll bar that comes or goes makes it a little narrower."""
    return 2 * one.overlap(other).area > max(one.area, other.area)

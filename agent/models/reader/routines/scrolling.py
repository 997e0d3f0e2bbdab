"""Routine of scrolling: the wheel is turned over the bare ground of a pane until a text can be seen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import seek
from agent.models.reader.routines.turning import Turns, turn
from tools.geometry import Box
from tools.locate.areas.wheel import find_area, wheel_places
from tools.locate.find import absent, may_see

if TYPE_CHECKING:
    from agent.models.reader.routines.routine import Routine
    from agent.models.reader.steps import ScrollStep
    from tools.locate.areas.wheel import WheelPlace
    from tools.locate.look import Look

_NEW = 0.8
"""Part of a pane that a turn may bring into sight at most, so that nothing is passed over."""


@dataclass
class _Panes:
    """The panes that one step scrolls, one after the other."""

    step: ScrollStep
    area: Box | None
    """Where the step says to scroll; None: anywhere."""
    last: WheelPlace | None = None
    """Where the wheel was turned last: one goes on there."""
    ended: list[Box] = field(default_factory=list)
    """Panes that have come to their end."""
    dead: list[Box] = field(default_factory=list)
    """Boxes around places at which nothing moved."""

    def aim(self, look: Look) -> WheelPlace:
        """The place of the next turn.

        Raises:
            StepFailed: there is none.
        """
        places = self._places(look, cells=False) or self._places(look, cells=True)
        if not places:
            raise StepFailed(f"{self._why_none()}: {absent(look.scene, self.step.text)}")
        last = self.last
        place = min(places, key=lambda place: last is None or not _same(place.pane, last.pane))
        length = place.pane.height if self.step.direction in ("up", "down") else place.pane.width
        self.last = replace(place, ahead=min(place.ahead, int(_NEW * length)))
        return self.last

    def leave(self, turns: Turns) -> None:
        """Scroll no more there."""
        assert turns.place is not None
        assert turns.before is not None
        if turns.view is None:
            self.dead.append(Box.around(turns.place.point, round(turns.before.scene.text_height)))
        else:
            self.ended.append(turns.place.pane)

    def _places(self, look: Look, *, cells: bool) -> list[WheelPlace]:
        return [
            place
            for place in wheel_places(look.scene, self.step.direction, self.area, cells=cells)
            if not any(_same(place.pane, box) for box in self.ended)
            and not any(box.contains(place.point) for box in self.dead)
        ]

    def _why_none(self) -> str:
        if self.ended:
            return f"scrolled {self.step.direction} to the end"
        return "nothing here scrolls" if self.dead else "there is no bare ground to turn the wheel over"


def scroll(step: ScrollStep, look: Look) -> Routine:
    """Turn the wheel until the text is there.

    Raises:
        StepFailed: the end is reached before, or there is no place to turn the wheel at.
    """
    area, named = None, step.area
    if named is not None:
        area, look = yield from seek(lambda look: find_area(look.scene, named), look)
    panes, turns = _Panes(step, area), None

    def is_seen(look: Look) -> bool:
        return may_see(look.scene, step.text)

    while not is_seen(look):
        if turns is None or turns.is_over:
            turns = Turns(step.direction, panes.aim, f'"{step.text}" can\'t be seen yet', is_seen)
        look = yield from turn(turns, look)
        if turns.is_over:
            panes.leave(turns)
    return look


def _same(one: Box, other: Box) -> bool:
    """Whether two boxes are of one pane; a scroll bar that comes or goes makes it a little narrower."""
    return 2 * one.overlap(other).area > max(one.area, other.area)

"""Turns of the wheel over one pane: how far each went, how far the next may go, and where the end is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from agent.models.reader.errors import StepFailed
from agent.models.reader.routines.routine import PATIENCE
from agent.protocol.write import do, wait
from tools.action import Scroll
from tools.locate.look import changes_between
from tools.see.pixels.shift import shift_across, shift_down

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.models.reader.routines.routine import Routine
    from agent.protocol.write import Reply
    from tools.geometry import Box
    from tools.locate.areas.wheel import Way, WheelPlace
    from tools.locate.look import Look

_MOST = 50
"""Notches of one turn: the entries of a GTK menu move by half a row each."""
_AT_THE_END = 2
"""So many turns in a row that move nothing: the end is reached."""
_SLACK = 0.1
"""Of a notch: a row is read a pixel too high or too low."""
_MOMENT = 0.1
"""Seconds of a wait for nothing."""
_LOW = 3
"""Heights of a text: a change that is no higher is no page that moved."""


class _Turn(NamedTuple):
    """A turn that was made."""

    before: Look
    notches: int
    seen: Look
    """On which it was measured."""


@dataclass
class Turns:
    """The turns of one pane; called with a look, it decides the next."""

    way: Way
    aim: Callable[[Look], WheelPlace]
    """Where a turn is made; may raise StepFailed."""
    why: str
    is_found: Callable[[Look], bool]
    """Whether what is sought is in sight: then no turn is made any more."""
    is_list: bool = False
    """Whether it is a list that the step has opened: there nothing else can take the wheel."""
    place: WheelPlace | None = None
    """Where the last turn was made."""
    before: Look | None = None
    """The look that it was made on."""
    notches: int = 1
    """Of the last turn."""
    step: float | None = None
    """Pixels that a notch moves the content; None: not known."""
    view: Box | None = None
    """What has moved, once something has."""
    asked: Look | None = None
    """The look that the next turn was first decided on."""
    is_made: bool = True
    """Whether the last decision was to turn."""
    last: _Turn | None = None
    """The last one that was made and seen."""
    idle: int = 0
    """Turns in a row that moved nothing."""
    stirred: bool = False
    """Whether the last turn changed what is under the pointer, and that is no page."""

    def __call__(self, look: Look) -> Reply:
        """The next turn; decided anew where the last one was still going on, which may have been enough."""
        self.is_made = look is self.asked or not self.is_found(look)
        if not self.is_made:
            return wait(_MOMENT, "It has come into sight.")
        if self.last is not None and look is not self.last.seen:
            self._learn(self._shift(self.last.before, look), self.last._replace(seen=look))
        self.place, self.before = self.aim(look), look
        self.notches = 1
        if self.step is not None:
            self.notches = max(1, min(_MOST, int(self.place.ahead / self.step + _SLACK)))
        signed = self.notches if self.way in ("up", "right") else -self.notches
        point = self.place.point
        upright = self.way in ("up", "down")
        turn = Scroll(point=point, vertical=signed) if upright else Scroll(point=point, horizontal=signed)
        return do(turn, f"{self.why}; I turn the wheel at ({point.x}, {point.y}).")

    @property
    def is_over(self) -> bool:
        """Whether the end is reached, or nothing moves here."""
        return self.idle >= (_AT_THE_END if self.view or self.stirred else 1)

    def take(self, far: int | None, look: Look) -> None:
        """Take note of how far the last turn went, as `distance` tells.

        Args:
            far: That distance.
            look: The one that shows it.
        """
        assert self.before is not None
        self.idle = self.idle + 1 if far == 0 else 0
        self._learn(far, _Turn(self.before, self.notches, look))

    def distance(self, look: Look) -> int | None:
        """Pixels that the last turn moved the pane's content by; 0: it did not; None: it can't be told.

        Raises:
            StepFailed: it changed something else, twice: once may be what the pointer lit up.
        """
        assert self.before is not None
        assert self.place is not None
        point = self.place.point
        if self.before.frame.size != look.frame.size:
            return None
        far = self._shift(self.before, look)
        if far:
            return far
        near = self._near(self.before, look)
        if any(box.height > _LOW * self.before.scene.text_height for box in near):
            return None
        self.stirred = not self.is_list and any(box.contains(point) for box in near)
        if self.stirred and self.idle:
            raise StepFailed(f"at ({point.x}, {point.y}) the wheel scrolls nothing and changes what is there")
        return 0

    def _learn(self, far: int | None, turn: _Turn) -> None:
        """How far a notch goes: at the end of a page it is less, and so it is while it is still going on."""
        if far:
            self.step = max(self.step or 0.0, far / turn.notches)
        self.last = turn

    def _shift(self, before: Look, after: Look) -> int | None:
        """Pixels that the pane's content has moved by; None or 0 where no such move is seen."""
        assert self.place is not None
        changes = changes_between(before.frame, after.frame)
        if not changes or before.frame.size != after.frame.size:
            return None
        shift = shift_down if self.way in ("up", "down") else shift_across
        for box in [self.view] if self.view else [self.place.pane, *self._near(before, after), *changes]:
            far = shift(before.frame, after.frame, box)
            if far is not None and (far > 0) == (self.way in ("up", "left")):
                self.view = box
                return abs(far)
        return None

    def _near(self, before: Look, after: Look) -> list[Box]:
        """What has changed about the pane."""
        assert self.place is not None
        around = self.place.pane.grow(round(_LOW * before.scene.text_height))
        return [box for box in changes_between(before.frame, after.frame) if box.overlap(around).area]


def turn(turns: Turns, look: Look) -> Routine:
    """Turn the wheel once; what does not move at once is waited for.

    Raises:
        StepFailed: as `Turns.distance` and its aim say.
    """
    turns.asked = look
    look = yield turns
    if not turns.is_made:
        return look
    far = turns.distance(look)
    if far == 0:
        look = yield wait(PATIENCE, "Nothing has moved yet.")
        far = turns.distance(look)
    turns.take(far, look)
    return look

"""Targets: what was pointed at on a recorded frame, and where it is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import changes

if TYPE_CHECKING:
    from tools.geometry import Box, Point
    from tools.observation import Frame


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """Where the next action takes hold."""

    point: Point
    """In the new frame's pixels."""
    how: str
    """How it was found, for a person."""
    healed: bool = False
    """Whether the target may have another text than the recorded one."""
    chosen: tuple[str, str] | None = None
    """Of an entry with another text in this run: the recorded text, and this run's."""
    stands: bool = False
    """Whether that entry always stands there, and so may be lit up afterwards."""
    turned: tuple[Box, ...] = ()
    """Where the list of such an entry was turned for it."""


@dataclass(frozen=True, slots=True)
class RecordedTarget:
    """What was pointed at on a recorded frame."""

    frame: Frame
    point: Point
    """In that frame's pixels."""
    sentence: str = ""
    """What the recording says of the action; a name in quotes there is spelt as a person spells it."""
    then: Frame | None = None
    """The recorded frame before the act that brought this frame about, the wheel aside; None: none did."""
    now: Frame | None = None
    """This run's frame before that act."""

    def brought_up_at(self, point: Point) -> Box | None:
        """What that act had brought up at a point of the recorded frame; None: it was there before."""
        if self.then is None or self.then.size != self.frame.size:
            return None
        return next((box for box in changes(self.then, self.frame) if box.contains(point)), None)

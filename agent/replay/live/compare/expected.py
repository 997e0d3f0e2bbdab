"""Pixel comparison of a screen with the next recorded one, without OCR."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import differences, touches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame


@dataclass(frozen=True, slots=True)
class Expected:
    """The recorded screen that comes next, and where this run's may differ from it. Frame pixels."""

    frame: Frame
    before: Frame | None = None
    """The recorded screen that the last action was decided on; None: none was done yet."""
    ignored: Sequence[Box] = ()
    """Where differences mean nothing."""
    read: Frame | None = None
    """This run's last screen that was read and found to say what was recorded; None: there is none."""
    allowed: Sequence[Box] = ()
    """Where that one differed from the recorded screen."""
    holds_old: bool = False
    """Whether it shows the value of a variable that has another one in this run: then it proves nothing."""

    def is_reached(self, frame: Frame) -> bool:
        """Whether this is the screen, and the last action has visibly led to it.

        A screen that was to stay as it is says nothing about whether the program is done.
        """
        is_known = frame.size == self.frame.size and not self.holds_old
        return is_known and self._shows_change and self._has_no_other(frame)

    def is_certain(self, frame: Frame) -> bool:
        """Whether this is the screen for certain, so that nothing need be read; of a frame of its size."""
        is_proof = not self.holds_old and (self._shows_change or self._is_still(frame))
        return is_proof and self._has_no_other(frame)

    @property
    def _shows_change(self) -> bool:
        """Whether the last action's recorded change can be seen, where nothing else may differ."""
        if self.before is None:
            return True
        change = differences(self.before, self.frame, self.ignored)
        return bool(change) and not any(touches(box, self.allowed) for box in change)

    def _is_still(self, frame: Frame) -> bool:
        """Whether nothing was to change, and the screen is the recorded one in every pixel but a caret's."""
        changed = self.before is not None and differences(self.before, self.frame)
        return not changed and not differences(self.frame, frame)

    def _has_no_other(self, frame: Frame) -> bool:
        """Whether a frame differs from the recorded one only where, and as, the one that was read did."""
        if differences(self.frame, frame, [*self.allowed, *self.ignored]):
            return False
        since = differences(self.read, frame, self.ignored) if self.read and self.allowed else []
        return not any(touches(box, self.allowed) for box in since)

"""Settle: decides when a screen has stopped changing. Pure: it is fed frames and times, and reads no clock.

Two measures of rest. PROVISIONAL is enough to begin thinking about a frame; QUIET is needed before acting on
it. The model's own time usually covers the difference, so that neither is waited for twice. What never
comes to rest is known to `tools.settling.restless` and left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from tools.observation import Settled, is_caret
from tools.settling.restless import Restless
from tools.settling.tiles import blank, boxes, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.geometry import Box
    from tools.observation import Frame
    from tools.settling.tiles import TileMap


@dataclass(frozen=True, slots=True)
class Pace:
    """Time limits of settling, in seconds."""

    provisional: float = 0.035
    """Without a change: the frame is worth thinking about. Two frames of a program that draws 60 a second."""
    quiet: float = 0.12
    """Without a change: it may be acted on. Above the rhythm of a list that fills line by line."""
    first: float = 0.4
    """For the first change after an action. A GTK file dialog was measured at 43 ms to the first."""
    patience: float = 5.0
    """Longest wait for rest."""
    gap: float = 0.1
    """Longest first gap between two looks that counts: where we were held up, the program was as well."""


class Rest(Enum):
    """State of a watch."""

    MOVING = "moving"
    QUIET = "quiet"
    OUT_OF_PATIENCE = "out of patience"


class Settle:
    """Watches one screen. A watch begins with `begin` and is fed until `rest` says that it is over."""

    def __init__(self, pace: Pace = Pace()) -> None:
        self.pace = pace
        self.moved: list[Box] = []
        """Where windows opened, closed or moved since `look` was called, in frame pixels."""
        self.touched: list[Box] = []
        """What has changed since the watch began, restless or not, in frame pixels."""
        self._restless = Restless()
        self._frame: Frame | None = None
        self._began = self._last = self._since = float("-inf")
        """`_since`: from when the time for a first change counts."""
        self._fed, self._was_held_up = float("inf"), False
        self._first = 0.0
        self._needed = pace.quiet
        self._patience = pace.patience
        self._changed = self._shown = False
        """`_shown`: whether something has changed that may be what the action did."""
        self._acted = float("-inf")
        """When an action was last done."""
        self._waiting = False
        """Whether the watch is a wait for something to happen."""

    def wait(self, now: float, seconds: float) -> None:
        """Begin a watch that is over when something has happened, after so many seconds at the latest.

        A caret and a clock are nothing: what is waited for would not be there when they change.
        """
        self.begin(now, patience=seconds)
        self._first, self._waiting, self._changed, self._shown = seconds, True, False, False

    def begin(
        self, now: float, *, first: float = 0.0, provisional: bool = False, patience: float | None = None
    ) -> None:
        """Begin a watch.

        Args:
            now: seconds on any clock that never goes back; the same clock for all calls.
            first: how long an action may take to change something; 0 when there was none.
            provisional: less quiet will do, for a frame that is only to be thought about.
            patience: seconds until the watch is over in any case; None is the pace's.
        """
        self._began = self._since = self._fed = now
        self._first, self._waiting, self._was_held_up = first, False, False
        self._acted = now if first else self._acted
        self._changed, self._shown = self._changed and not first, self._shown and not first
        self._needed = self.pace.provisional if provisional else self.pace.quiet
        self._patience = self.pace.patience if patience is None else patience
        self.touched = []
        self._restless.begin_watch(acted=first > 0)

    def feed(self, frame: Frame, now: float, windows: Sequence[Box] = ()) -> Frame:
        """Add a look.

        Args:
            frame: the screen.
            now: when it was captured.
            windows: where windows opened, closed or moved since the last look. One that is not painted yet
                changes nothing in the frame, but counts.

        Returns:
            The frame, or the one before if they are equal, so that it need not be read again.
        """
        self._leave_out_gap(now)
        self.moved += windows
        for box in windows:
            self._restless.forget(box)
        if self._counts(frame, now) or windows:
            self._last, self._changed, self._shown = now, True, True
        return self._frame or frame

    def _leave_out_gap(self, now: float) -> None:
        held_up = max(0.0, now - self._fed - self.pace.gap)
        if held_up and not self._was_held_up:  # once: on a slow screen each look takes so long
            self._since, self._last, self._was_held_up = self._since + held_up, self._last + held_up, True
        self._fed = now

    def hold(self, now: float) -> None:
        """Count the time for a first change, and for quiet, from here on: what was done was on its way."""
        if now - self._began > self.pace.provisional:  # else it is on its way as it always is
            self._shown = False
        self._since = self._last = self._fed = now

    def _counts(self, frame: Frame, now: float) -> bool:
        """Take over the frame; whether more than the restless differs from the one before."""
        before = self._frame
        if before is None or before.size != frame.size:
            self._restless, self._frame = Restless(), frame
            return True
        found = changed(before, frame)
        counting = self._restless.note(before, frame, found, now, own=now - self._acted < self.pace.first)
        if found.any():
            self._frame = frame
            self.touched += boxes(before, frame, found)
        if self._waiting:
            counting &= ~self._restless.ticking(frame.size)
            return any(not is_caret(box) for box in boxes(before, frame, counting))
        return bool(counting.any())

    def rest(self, now: float) -> Rest:
        """Whether the watch is over, and how it ended."""
        still = now - self._last
        if still >= self._needed and (self._shown or now - self._since >= self._first):
            return Rest.QUIET
        if now - self._began < self._patience:
            return Rest.MOVING
        if still >= self._needed:
            return Rest.QUIET
        self._restless.run_out_of_patience(now)
        return Rest.OUT_OF_PATIENCE

    def calm(self, now: float) -> bool:
        """Whether nothing has changed for long enough to think about the frame, whatever is still to come."""
        return now - self._last >= self.pace.provisional

    def due(self, now: float) -> float:
        """Seconds until the watch is over if nothing changes any more."""
        calm = max(self._last + self._needed, 0.0 if self._shown else self._since + self._first)
        return max(0.0, min(calm, self._began + self._patience) - now)

    def settled(self, now: float, *, known: bool = False) -> Settled:
        """How the watch ended; a known state of rest counts as quiet."""
        quiet = known or now - self._last >= self._needed
        return Settled(quiet=quiet, changed=self._changed, seconds=now - self._began)

    def look(self) -> None:
        """Mark the last frame as the one decided on: `moved` starts anew."""
        self.moved = []

    def unexpected(self, seen: Frame, shown: Frame) -> TileMap:
        """Tiles in which the screen differs from the frame decided on, without the restless ones."""
        if seen is shown:
            return blank(seen.size)
        return changed(seen, shown) & ~self._restless.left_out(seen.size)

    def drop(self, found: TileMap) -> None:
        """Record that a decision was dropped because these tiles changed; repeated ones become restless."""
        self._restless.drop(found)

"""Patience of a replay: since when it waits for what comes next, and about which screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import differences

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.observation import Frame


class Patience:
    """Seconds that each step may take to be allowed; they count from its first wait.

    Args:
        seconds: So many.
        clock: Monotonic seconds.
    """

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds, self._clock = seconds, clock
        self._since: float | None = None
        """Since when this step is waited for; None: it is not."""
        self._about: Frame | None = None
        """The screen that the last wait was about."""

    @property
    def waiting(self) -> bool:
        """Whether this step is waited for."""
        return self._since is not None

    def left(self) -> float:
        """Seconds that are left; not above 0: there was time enough."""
        now = self._clock()
        if self._since is None:
            self._since = now
        return self._seconds - (now - self._since)

    def waits(self, frame: Frame) -> None:
        """A wait is about this screen."""
        self._about = frame

    def begins(self, frame: Frame) -> None:
        """Something was done for this step that nobody recorded: what comes of it has all the time."""
        self._since, self._about = self._clock(), frame

    def ends(self) -> None:
        """The step is done."""
        self._since = self._about = None

    def pauses(self) -> None:
        """Something is done beside the step: its time counts anew behind that."""
        self._since = None

    def was_about(self, frame: Frame) -> bool:
        """Whether the last wait was about this very screen."""
        return self._about is not None and not differences(self._about, frame)

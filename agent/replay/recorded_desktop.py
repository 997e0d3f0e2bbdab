"""Recorded desktop: the frames of a recording as a desktop, for a replay without a display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import AgentError
from tools.errors import Refused, ScreenChanged
from tools.observation import Observation, Settled

if TYPE_CHECKING:
    from agent.recording.reading import Recording
    from tools.action import Action
    from tools.guard import Guard

_NOT_DONE = "Not done: "
"""What the loop puts before a refusal."""


class EndOfRecording(AgentError):
    """The loop wants a further step, and there is none."""


class ReplayDesktop:
    """Shows the recorded frames; what the recorded screen did to an action, it does again."""

    def __init__(self, recording: Recording, guard: Guard) -> None:
        self._recording, self._guard = recording, guard
        self._place = 0

    def observe(self) -> Observation:
        """The next recorded frame."""
        if self._place == len(self._recording.steps):
            raise EndOfRecording("no further step was recorded")
        line = self._recording.steps[self._place]
        self._place += 1
        settled = Settled(line.quiet, line.changed, line.timing.get("settling", 0.0))
        return Observation(self._recording.frames[line.frame], settled, line.pointer)

    def execute(self, action: Action, seen: Observation) -> None:
        """Let the guard judge, then do what the recorded screen did."""
        self._guard.check(action, seen.frame.size, seen.pointer)
        line = self._recording.steps[self._place - 1]
        if line.outcome == "dropped":
            raise ScreenChanged(_reason(line.note))
        if line.outcome == "refused" and line.note.startswith(_NOT_DONE):  # by what only the machine knew
            raise Refused(line.note.removeprefix(_NOT_DONE))


def _reason(note: str) -> str:
    """What the desktop said, without what the loop put before it."""
    return note.partition("before the action: ")[2]

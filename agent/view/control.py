"""Control: what a person in the view wants: to pause, go on, do one step, take over, stop.

Two threads meet here: the loop waits, the server's thread tells. What a person takes is counted, so that it
does not count against the run's limit of seconds.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from tools.errors import Interrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tools.action import Action

Command = Literal["pause", "resume", "step", "take", "give", "stop"]
STOPPED = "stopped in the view"
_MOST_ACTS = 100
"""That wait to be done."""


class Control:
    """What a person wants.

    Args:
        changed: called when that is something else now, or the loop waits, or does so no more.
        end: ends a run that does not wait for the person, whatever it is at.
    """

    def __init__(self, changed: Callable[[], None], end: Callable[[str], None]) -> None:
        self._changed, self._end, self._told = changed, end, threading.Condition()
        self._acts: deque[Action] = deque()
        self._steps, self._answers = 0, dict[int, bool]()
        self.is_paused = self.is_waiting = self.has_hands = self.is_stopped = False
        """The run is to wait; it waits; the person decides instead of the model; it is to end."""
        self.waited = 0.0
        """Seconds that the loop has waited for the person."""

    def do(self, command: Command) -> None:
        """Take a command."""
        with self._told:
            match command:
                case "pause":
                    self.is_paused, self._steps = True, 0
                case "resume":
                    self.is_paused = False
                case "step":
                    self.is_paused, self._steps = True, self._steps + 1
                case "take":
                    self.has_hands = True
                case "give":
                    self.has_hands = False
                    self._acts.clear()
                case "stop":
                    self.is_stopped = True
            is_busy = not self.is_waiting
            self._told.notify_all()
        self._changed()
        if command == "stop" and is_busy:
            self._end(STOPPED)

    def act(self, action: Action) -> bool:
        """Take an act of the person's hands; False where they have not taken over, or too many wait."""
        with self._told:
            if not self.has_hands or len(self._acts) >= _MOST_ACTS:
                return False
            self._acts.append(action)
            self._told.notify_all()
        return True

    def answer(self, number: int, *, yes: bool) -> None:
        """Take the answer to a question."""
        with self._told:
            self._answers[number] = yes
            self._told.notify_all()

    def await_turn(self) -> None:
        """Return when the next step may begin.

        Raises:
            Interrupted: the person has stopped the run.
        """
        with self._waiting(lambda: not self.is_paused or self._steps > 0 or self.has_hands):
            self._steps = max(0, self._steps - 1)

    def next_act(self) -> Action | None:
        """What the person does next; None where the model decides. Raises Interrupted as `await_turn`."""
        with self._waiting(lambda: not self.has_hands or bool(self._acts)):
            return self._acts.popleft() if self.has_hands and self._acts else None

    def await_answer(self, number: int) -> bool:
        """The answer to a question. Raises Interrupted as `await_turn`."""
        with self._waiting(lambda: number in self._answers):
            return self._answers.pop(number)

    @contextmanager
    def _waiting(self, over: Callable[[], bool]) -> Iterator[None]:
        began = time.monotonic()
        with self._told:
            self._set_waiting(not (over() or self.is_stopped))
            self._told.wait_for(lambda: over() or self.is_stopped)
            self._set_waiting(False)  # noqa: FBT003  (as above)
            self.waited += time.monotonic() - began
            if self.is_stopped:
                raise Interrupted(STOPPED)
            yield

    def _set_waiting(self, now: bool) -> None:  # noqa: FBT001  (it sets what it is called after)
        if now != self.is_waiting:
            self.is_waiting = now
            self._changed()

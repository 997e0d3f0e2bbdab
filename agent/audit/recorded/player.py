"""Mutant player: a recording as a model, one of whose steps is left out or changed.

It waits until each action has done what was recorded of it, but not for ever: what comes behind the change
may do something else. Then the next target must be found for certain, or it gives up. It never compares the
rest of the screen, which is another one behind the change.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from agent.model import Completion
from agent.protocol.toolcall import TerminateCall
from agent.protocol.write import Reply, fail, wait
from agent.replay.heal.heals import Heals
from agent.replay.live.playhead import Playhead
from tools.relocate.result import NotLocated
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.audit.recorded.units import Unit
    from agent.model import Prompt
    from agent.recording.reading import Recording
    from agent.replay.live.options import PlayerOptions
    from agent.task import Task
    from tools.observation import Frame
    from tools.see.parser import ScreenParser

_EFFECT = 3.0
"""Seconds that what an action does may take to appear, if it does it at all."""
_LOOK_AGAIN = 1.0
"""Seconds that a look waits for a change, at most."""
_LINGER = 0.3
"""Seconds that the last look waits for one."""


class MutantPlayer:
    """Replays the units of a recording by their targets.

    Args:
        recording: What was done.
        units: What is to be done now; None in the place of what is left out.
        options: Substitutions, ignored regions, patience.
        parser: Reads frames.
        changed: Index of the unit that is changed; None: none is.
        clock: Monotonic seconds.
    """

    sees = False

    def __init__(
        self,
        recording: Recording,
        units: Sequence[Unit | None],
        options: PlayerOptions,
        parser: ScreenParser | None = None,
        changed: int | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = f"recording:{recording.folder.name}"
        self._patience, self._clock, self._changed = options.patience, clock, changed
        self._units = [(at, unit) for at, unit in enumerate(units) if unit is not None]
        self._of = [(at, unit) for at, unit in self._units for _ in unit.actions]
        trajectory = [one for _, unit in self._units for one in unit.actions]
        scenes = SceneCache(parser)
        self._playhead = Playhead(trajectory, options, scenes, Heals(recording, None))
        self._since: float | None = None
        """Since when the next action is waited for; None: it is not."""
        self._lingered = False

    def check(self, task: Task) -> None:
        """Nothing to do: whose task it is was looked at before."""

    def start(self, task: Task) -> None:
        """Nothing to do: it is done once."""

    def prepare(self) -> None:
        """Nothing to load."""

    def known(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next, so that nothing more need be waited for."""
        return self._playhead.is_expected(frame)

    def complete(self, prompt: Prompt) -> Completion:
        """The next action, a wait for what the last one does, or the end."""
        if prompt.feedback == "dropped" and self._since is None:
            self._playhead.step_back()
        text = (
            self._answer(prompt.frame) if prompt.feedback not in ("refused", "malformed", "partly") else None
        )
        return Completion(text or self._failed(prompt.frame, f"it was {prompt.feedback}"), planned=True)

    def _answer(self, frame: Frame) -> str:
        if self._is_open and self._waited() < _EFFECT and (missing := self._playhead.missing_effect(frame)):
            return self._wait(frame, missing)
        if self._playhead.next is None:
            return self._end(frame)
        found = self._playhead.locate(frame)
        if isinstance(found, NotLocated):
            if self._waited() < self._patience:
                return self._wait(frame, found.message)
            return self._failed(frame, found.message)
        self._since = None
        thought = f"As in step {self._playhead.next.step} of the recording: {found.how}."
        said = self._of[self._playhead.at][1].text
        return Reply(thought, f"{said}.", self._playhead.advance(frame, found)).render(frame.size)

    @property
    def _is_open(self) -> bool:
        """Whether the last action may yet do what was recorded of it: a changed one does something else."""
        at = self._playhead.at
        return at > 0 and self._of[at - 1][0] != self._changed

    def _waited(self) -> float:
        """Seconds that the next action has been waited for; they count from the first call."""
        now = self._clock()
        if self._since is None:
            self._since = now
        return now - self._since

    def _wait(self, frame: Frame, why: str) -> str:
        return wait(_LOOK_AGAIN, f"Not yet: {why}").render(frame.size)

    def _end(self, frame: Frame) -> str:
        """The end, after one more look."""
        if not self._lingered:
            self._lingered = True
            return wait(_LINGER, "All is done; does anything more come up?").render(frame.size)
        done = TerminateCall(action="terminate", status="success")
        return Reply("All recorded actions were done again.", "End.", done).render(frame.size)

    def _failed(self, frame: Frame, why: str) -> str:
        """The end, told as the embedded model tells it: an audit reads which step it was."""
        at, unit = self._of[min(self._playhead.at, len(self._of) - 1)]
        return fail(f"Step {at + 1} ({unit.text}) can't be done: {why}.").render(frame.size)

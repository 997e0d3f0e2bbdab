"""Expectations and readings of a recording, judged anew on this run's screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.expect.judging import judge
from agent.expect.watching import Watch
from agent.replay.judged import due, wanted_by
from agent.task.conditions import done_if
from agent.task.readings import with_values
from agent.task.variables import quoted
from tools.locate.look import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.expect.expectation import Wanted
    from agent.judged import Judged
    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.task import Task, TaskStep
    from tools.observation import Frame
    from tools.see.parser import ScreenParser


class Expecting:
    """What is still to be judged, in the recorded order.

    Args:
        recording: What was judged then.
        trajectory: Its actions.
        parser: Reads frames.
        clock: Monotonic seconds.
        forks: Whether a model goes on behind the last of them, which judges what is due then.
    """

    def __init__(
        self,
        recording: Recording,
        trajectory: Sequence[RecordedAction],
        parser: ScreenParser,
        clock: Callable[[], float],
        *,
        forks: bool = False,
    ) -> None:
        judged = due(recording, trajectory)
        self._due = [one for one in judged if one[0] < len(trajectory)] if forks else judged
        self._parser, self._clock = parser, clock
        self._task: Task | None = None
        self._watch: Watch | None = None
        self._new: list[Judged] = []
        self.values: dict[str, str] = {}
        """What was read in this run."""
        self.came: Judged | None = None
        """A condition whose text has come up: its sentence is to be done."""
        self.failed: Judged | None = None
        """What did not hold, or could not be read."""

    def start(self, task: Task) -> None:
        """Judge what this task's sentences say."""
        self._task = task

    def took(self) -> tuple[Judged, ...]:
        """What was judged since this was asked last."""
        new, self._new = tuple(self._new), []
        return new

    @property
    def reads(self) -> bool:
        """Whether a value is still to be read."""
        return any(one.kind == "read" for _, one in self._due)

    def is_due(self, at: int) -> bool:
        """Whether something is to be judged before the next action, so many being done."""
        return bool(self._due) and self._due[0][0] <= at

    def is_condition(self, at: int) -> bool:
        """Whether what is due is only something that may have come up."""
        return self.is_due(at) and self._due[0][1].kind == "if"

    def does(self, judged: Judged) -> TaskStep:
        """What is to be done where a condition holds, as a sentence of its own."""
        assert self._task is not None
        step = self._task.steps[judged.step - 1]
        return step.model_copy(update={"text": with_values(done_if(step.text), self.values, quoted)})

    def look(self, at: int, frame: Frame, *, at_once: bool = False) -> float:
        """Judge all that is due on a screen; seconds until a look decides what is left, 0: nothing is.

        Args:
            at: So many actions are done.
            frame: The screen after them.
            at_once: Whether this look decides: there was time enough.
        """
        self.came = None
        while self.failed is None and self.came is None and self.is_due(at):
            watch = self._watch = self._watch or self._begun()
            left = watch.look(Look(frame, self._parser))
            if left > 0 and not at_once:
                return left
            self._decided(watch)
        return 0.0

    def unread(self, frame: Frame, recorded: Frame) -> dict[str, str]:
        """What may be read later of a value that both this screen and the recorded one show already."""
        found = {}
        for _, one in self._due if self._task else ():
            if one.kind == "read" and one.name not in found:
                wanted, _ = self._wanted(one)
                if judge(wanted, Look(recorded, self._parser)).value == one.value:
                    found[one.name] = judge(wanted, Look(frame, self._parser)).value
        return {name: value for name, value in found.items() if value}

    def _begun(self) -> Watch:
        return Watch(*self._wanted(self._due[0][1]), self._clock)

    def _wanted(self, one: Judged) -> tuple[Wanted, float]:
        assert self._task is not None
        return wanted_by(one, self._task, self.values)

    def _decided(self, watch: Watch) -> None:
        assert self._task is not None
        (_, was), self._watch = self._due.pop(0), None
        judged = watch.judged(was.kind, was.step, self._task.steps[was.step - 1], self.values, was.name)
        self._new.append(judged)
        if judged.ends:
            self.failed = judged
        elif judged.kind == "if":
            self.came = judged if judged.passed else None
        elif judged.name:
            self.values[judged.name] = judged.value

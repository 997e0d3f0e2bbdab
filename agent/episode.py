"""Episode values: the steps of one run of a task, its outcomes, and its ending."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from agent.errors import Halted, ModelFault, in_words
from agent.interrupts import received, sentence
from agent.usage import Usage
from tools.errors import Interrupted, ToolsError
from tools.observation import UnkeptFrame

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.checks import CheckResult
    from agent.model import Completion, Prompt
    from agent.protocol.toolcall import ToolCall
    from agent.task import Task
    from tools.action import Action
    from tools.observation import Observation

Verdict = Literal["passed", "failed", "gave_up", "stopped", "model_error", "environment_error", "interrupted"]
Outcome = Literal["done", "ended", "dropped", "refused", "denied", "malformed"]
"""What became of a decision: carried out; it ended the episode; dropped, because the screen had changed;
refused by the guard; denied by the person asked; not understood."""


@dataclass(frozen=True, slots=True)
class Step:
    """One turn of the loop."""

    index: int
    """From 1."""
    observation: Observation
    prompt: Prompt
    completion: Completion
    outcome: Outcome
    call: ToolCall | None = None
    """None when the reply was malformed."""
    action: Action | None = None
    """None when there was nothing to do on the desktop."""
    note: str = ""
    """Why the decision was not carried out, or what the model should know of it; shown to it next turn."""
    timing: tuple[tuple[str, float], ...] = ()
    """Seconds by part: model, settling, acting, reading, recording."""
    partly: bool = False
    """Whether one that was dropped had been carried out in part."""


def without_pictures(step: Step) -> Step:
    """A step that no later prompt shows, without frame and prompt: a long episode has gigabytes of them."""
    observation = replace(step.observation, frame=UnkeptFrame(step.observation.frame.size))
    return replace(step, observation=observation, prompt=replace(step.prompt, turns=()))


@dataclass(frozen=True, slots=True)
class Ending:
    """How an episode ended."""

    verdict: Verdict
    message: str
    outside: bool = False
    """The cause lay outside what the loop decides from frames and replies (time, a person, a fault)."""
    checks: tuple[CheckResult, ...] = ()
    usage: Usage = field(default_factory=Usage)
    """Tokens that were used outside any step: by the failed attempts of a model that ended the episode."""


_FORESEEN: dict[type[Exception], Verdict] = {
    Interrupted: "interrupted",
    Halted: "stopped",
    ModelFault: "model_error",
    ToolsError: "environment_error",
}
"""Verdicts of errors that somebody foresaw; any other is the environment's too, and told by its name."""


def ending_by(error: BaseException) -> Ending:
    """The ending that an error leads to, whether somebody foresaw it or not.

    After an interrupt it is the interrupt's, whatever the error: what is broken off in the middle (a library,
    a display, a model) answers with faults of its own.
    """
    if isinstance(error, KeyboardInterrupt):
        return Ending("interrupted", sentence(error), outside=True)
    used = error.usage if isinstance(error, ModelFault) else None
    usage = used or Usage()
    if received():
        return Ending("interrupted", received(), outside=True, usage=usage)
    verdict = next((verdict for kind, verdict in _FORESEEN.items() if isinstance(error, kind)), None)
    said = str(error) if verdict else in_words(error)
    return Ending(verdict or "environment_error", said, outside=True, usage=usage)


class Watcher:
    """Somebody who is told what happens: the recorder, the terminal, a comparer. This one heeds nothing."""

    def began(self, task: Task, system: str) -> None:
        """An episode starts; `system` is the system text of every prompt in it."""

    def observed(self, index: int, observation: Observation) -> None:
        """Step `index` looks at this."""

    def acting(self) -> None:
        """An action comes next; what must be safe before it must be safe when this returns."""

    def stepped(self, step: Step) -> None:
        """A step is over."""

    def ended(self, ending: Ending) -> None:
        """The episode is over."""


class Watchers(Watcher):
    """Several watchers as one."""

    def __init__(self, watchers: Sequence[Watcher]) -> None:
        self._watchers = watchers

    def began(self, task: Task, system: str) -> None:
        """Tell all."""
        for watcher in self._watchers:
            watcher.began(task, system)

    def observed(self, index: int, observation: Observation) -> None:
        """Tell all."""
        for watcher in self._watchers:
            watcher.observed(index, observation)

    def acting(self) -> None:
        """Tell all."""
        for watcher in self._watchers:
            watcher.acting()

    def stepped(self, step: Step) -> None:
        """Tell all."""
        for watcher in self._watchers:
            watcher.stepped(step)

    def ended(self, ending: Ending) -> None:
        """Tell all."""
        for watcher in self._watchers:
            watcher.ended(ending)

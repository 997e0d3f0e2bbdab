"""Offline replay: today's loop over recorded frames and replies, without a display or a model.

Everything between the two seams runs for real - prompt, parser, validation, grounding, guard, loop, verdict -
and must give, step by step, the same prompt, the same action and the same outcome as when it was recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from agent.checks import CheckResult
from agent.episode import Ending, Watcher
from agent.errors import AgentError, Denied, ReplayDiffers
from agent.loop import Episode
from agent.loop_guard import LOOP, NoGuard, ProgressGuard
from agent.model import Completion
from agent.printing.escapes import visible
from agent.protocol.prompt import prompt_digest
from agent.recording.entries import action_fields
from agent.replay.nearest import prompt_difference
from agent.replay.rejudging import Rejudging
from tools.errors import Refused, ScreenChanged
from tools.observation import Observation, Settled

if TYPE_CHECKING:
    from agent.episode import Step
    from agent.judged import Judged
    from agent.loop_guard import LoopGuard
    from agent.model import Prompt
    from agent.recording.lines import StepLine
    from agent.recording.reading import Recording
    from agent.task import Task
    from tools.action import Action
    from tools.guard import Guard


class _EndOfRecording(AgentError):
    """The loop wants a further step, and there is none."""


_READ = 2_000
"""Characters of a value that are told."""
_NOT_DONE = "Not done: "
"""What the loop puts before a refusal."""


class ReplayDesktop:
    """Shows the recorded frames; what the recorded screen did to an action, it does again."""

    def __init__(self, recording: Recording, guard: Guard) -> None:
        self._recording, self._guard = recording, guard
        self._place = 0

    def observe(self) -> Observation:
        """The next recorded frame."""
        if self._place == len(self._recording.steps):
            raise _EndOfRecording("no further step was recorded")
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


class ReplayModel:
    """Gives the recorded replies, each only to the very prompt that it was a reply to."""

    sees = False

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._place = 0

    @property
    def name(self) -> str:
        """The recorded model's."""
        return self._recording.header.model

    def check(self, task: Task) -> None:
        """Nothing to do: the recording holds the task."""

    def start(self, task: Task) -> None:
        """Nothing to do: the recording is the conversation."""

    def prepare(self) -> None:
        """Nothing to do."""

    def complete(self, prompt: Prompt) -> Completion:
        """The recorded reply.

        Raises:
            ReplayDiffers: this is not the prompt that was recorded.
        """
        line = self._recording.steps[self._place]
        self._place += 1
        if prompt_digest(prompt) != line.prompt:
            raise ReplayDiffers(prompt_difference(self._recording, line, prompt))
        planned = self._recording.header.is_planned(line.index)
        return Completion(line.reply, line.usage, planned=planned, judged=line.judged, aside=line.aside)


@dataclass
class Comparer(Watcher):
    """A watcher that holds each step against the recorded one."""

    recording: Recording
    rejudging: Rejudging
    ending: Ending | None = field(default=None, init=False)

    def stepped(self, step: Step) -> None:
        """Raise ReplayDiffers unless call, action, outcome, note and judgements are as recorded."""
        line = self.recording.steps[step.index - 1]
        for name, expected, actual in _pairs(line, step):
            if expected != actual:
                raise ReplayDiffers(
                    f"{self.recording.folder}: step {step.index}: another {name}\n"
                    f"  expected: {_brief(expected)}\n  actual:   {_brief(actual)}"
                )
        for judged in line.judged:
            self._compare(judged, step)

    def _compare(self, judged: Judged, step: Step) -> None:
        different = self.rejudging.difference(judged, step.observation.frame)
        if different:
            raise ReplayDiffers(
                f"{self.recording.folder}: step {step.index}: another judgement of {_brief(judged.what)}\n"
                f"  expected: {_brief(different[0])}\n  actual:   {_brief(different[1])}"
            )

    def ended(self, ending: Ending) -> None:
        """Keep how it ended."""
        self.ending = ending


def replay(recording: Recording, guard: Guard | None = None) -> Ending:
    """Run the loop over a recording; the ending, which is the recorded one.

    A recording that was cut off agrees if all its whole steps do; its ending says so.

    Raises:
        ReplayDiffers: with the step, what was expected and what happened.
    """
    comparer = Comparer(recording, Rejudging(recording.header.task))
    episode = Episode(
        recording.header.task,
        ReplayDesktop(recording, guard or recording.header.task.guard),
        ReplayModel(recording),
        judge=lambda _observation: recorded_checks(recording),
        watcher=comparer,
        approve=lambda _action, _seen: _as_recorded(recording.steps[len(episode.steps)]),
        guard=_loop_guard(recording),
        clock=lambda: 0.0,
    )
    try:
        ending = episode.run()
    except _EndOfRecording:
        return _cut_off(recording)
    return _agreed(recording, ending, len(episode.steps))


def _as_recorded(line: StepLine) -> bool:
    """What a rule or a person said.

    Raises:
        Denied: no, for this reason.
    """
    if line.outcome == "denied" and line.note:
        raise Denied(line.note)
    return line.outcome != "denied"


def _loop_guard(recording: Recording) -> LoopGuard:
    """What stopped the recorded run; older ones were stopped by waits and repeats that now are let be."""
    if recording.header.shown:
        return NoGuard()
    limits, end = recording.header.task.limits, recording.end
    as_once = (
        end is not None
        and end.verdict == "stopped"
        and (len(recording.steps) == limits.steps or end.message.startswith(LOOP))
    )
    return ProgressGuard(limits, as_once=as_once)


def _cut_off(recording: Recording) -> Ending:
    end, done = recording.end, len(recording.steps)
    if end is None:
        return Ending("interrupted", f"the run crashed; its {done} whole steps agree", outside=True)
    if end.outside:
        return Ending(end.verdict, end.message, outside=True)
    raise ReplayDiffers(
        f"{recording.folder}: after step {done}: another ending\n"
        f"  expected: {end.verdict}: {_brief(end.message)}\n  actual:   the loop goes on to a further step"
    )


def _agreed(recording: Recording, ending: Ending, done: int) -> Ending:
    end = recording.end
    if done < len(recording.steps):
        raise ReplayDiffers(
            f"{recording.folder}: step {done}: another ending\n"
            f"  expected: step {done + 1} of {len(recording.steps)}\n"
            f"  actual:   {ending.verdict}: {_brief(ending.message)}"
        )
    if end is None or end.outside:
        return _cut_off(recording)
    if (ending.verdict, ending.message) != (end.verdict, end.message):
        raise ReplayDiffers(
            f"{recording.folder}: after step {done}: another verdict\n"
            f"  expected: {end.verdict}: {_brief(end.message)}\n"
            f"  actual:   {ending.verdict}: {_brief(ending.message)}"
        )
    return ending


def recorded_checks(recording: Recording) -> tuple[CheckResult, ...]:
    """The checks as they were judged."""
    return tuple(
        CheckResult(
            kind=line.kind,
            what=line.what,
            passed=line.passed,
            expected=line.expected,
            actual=line.actual,
            seconds=line.timing.get("seconds", 0.0),
            weight=line.weight,
            picture=line.picture,
        )
        for line in recording.checks
        if line.line is None  # those of steps are told by the steps
    )


def _pairs(line: StepLine, step: Step) -> list[tuple[str, Any, Any]]:
    return [
        ("tool call", _plain(line.call), _plain(step.call)),
        ("action", line.action, action_fields(step.action)),
        ("outcome", line.outcome, step.outcome),
        ("note", line.note, step.note),
    ]


def _plain(call: Any) -> Any:
    return None if call is None else call.model_dump(mode="json")


def _reason(note: str) -> str:
    """What the desktop said, without what the loop put before it."""
    return note.partition("before the action: ")[2]


def _brief(told: object) -> str:
    """As much of what differs as a person would read: a recording may hold anything."""
    text = visible(str(told))
    return text if len(text) <= _READ else f"{text[:_READ]}… ({len(text):,} characters)"

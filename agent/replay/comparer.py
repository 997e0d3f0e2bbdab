"""Comparer: each step of an offline replay against the recorded one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from agent.episode import Watcher
from agent.errors import ReplayDiffers
from agent.printing.escapes import visible
from agent.recording.entries import action_fields

if TYPE_CHECKING:
    from agent.episode import Ending, Step
    from agent.judged import Judged
    from agent.recording.lines import StepLine
    from agent.recording.reading import Recording
    from agent.replay.rejudging import Rejudging

_READ = 2_000
"""Characters of a value that are told."""


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
                    f"  expected: {brief(expected)}\n  actual:   {brief(actual)}"
                )
        for judged in line.judged:
            self._compare(judged, step)

    def _compare(self, judged: Judged, step: Step) -> None:
        different = self.rejudging.difference(judged, step.observation.frame)
        if different:
            raise ReplayDiffers(
                f"{self.recording.folder}: step {step.index}: another judgement of {brief(judged.what)}\n"
                f"  expected: {brief(different[0])}\n  actual:   {brief(different[1])}"
            )

    def ended(self, ending: Ending) -> None:
        """Keep how it ended."""
        self.ending = ending


def brief(told: object) -> str:
    """As much of what differs as a person would read: a recording may hold anything."""
    text = str(told)
    shown = visible(text[: _READ + 1])  # what is not read is not escaped either: it may be ten million signs
    whole = len(text) <= _READ and len(shown) <= _READ
    return shown if whole else f"{shown[:_READ]}… ({len(text):,} characters)"


def _pairs(line: StepLine, step: Step) -> list[tuple[str, Any, Any]]:
    return [
        ("tool call", _plain(line.call), _plain(step.call)),
        ("action", line.action, action_fields(step.action)),
        ("outcome", line.outcome, step.outcome),
        ("note", line.note, step.note),
    ]


def _plain(call: Any) -> Any:
    return None if call is None else call.model_dump(mode="json")

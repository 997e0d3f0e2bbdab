"""Story of a recording: its steps with what each one saw, did and came to, as every report tells it. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from agent.protocol.toolcall import action_line, thought_line
from agent.report.words import done_in_words
from agent.runs.report.result import PARTS
from tools.action import Action, point_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from agent.recording.lines import StepLine
    from agent.recording.reading import Recording
    from tools.geometry import Point

_ACTION: TypeAdapter[Action] = TypeAdapter(Action)
_WITHOUT_WORDS = {"malformed": "A reply of no use", "ended": "The end"}
"""Titles of steps of which nothing is told, by their outcome."""
_LONGEST = 1e6
"""Seconds that a part of a step is believed to have taken."""


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step. Frames are named by digest, places are in their pixels."""

    line: StepLine
    action: Action | None
    """What was carried out, or would have been; secrets in it are `${secret.NAME}`."""
    began: float
    """Seconds since the run's first look: the steps before it added up."""
    parts: dict[str, float]
    """Seconds by part of the step."""
    after: str | None
    """The frame that it led to; None: the run was cut off, or nothing was looked at any more."""

    @property
    def index(self) -> int:
        """From 1."""
        return self.line.index

    @property
    def title(self) -> str:
        """What was done, in a sentence."""
        return action_line(self.line.reply) or self.done or _WITHOUT_WORDS.get(self.line.outcome, "No act")

    @property
    def thought(self) -> str:
        """What the model said that it saw; "" where it said nothing."""
        return thought_line(self.line.reply)

    @property
    def done(self) -> str:
        """The action in words and pixels; "" where there was none."""
        return "" if self.action is None else done_in_words(self.action)

    @property
    def point(self) -> Point | None:
        """Where it was done."""
        return None if self.action is None else point_of(self.action)

    @property
    def seconds(self) -> float:
        """From the look to the end of the act."""
        return sum(self.parts.values())

    @property
    def is_done(self) -> bool:
        """Whether the decision was carried out, or ended the run."""
        return self.line.outcome in ("done", "ended")


def steps_of(recording: Recording) -> Iterator[StoryStep]:
    """All steps, in order."""
    after = [line.frame for line in recording.steps[1:]]
    last = recording.end.frame if recording.end else None
    began = 0.0
    for line, led_to in zip(recording.steps, (*after, last), strict=False):
        parts = {name: spent for name in PARTS if (spent := _seconds(line.timing.get(name, 0.0))) > 0}
        step = StoryStep(line, _action_of(line), began, parts, led_to)
        yield step
        began += step.seconds


def seconds_of(recording: Recording) -> float:
    """Duration of the run, checks included; of one that was cut off, of its whole steps."""
    if recording.end is not None:
        return _seconds(recording.end.timing.get("seconds", 0.0))
    return sum((step.seconds for step in steps_of(recording)), 0.0)


def _seconds(told: float) -> float:
    """What a recording tells, unless it is no duration: it may be a stranger's."""
    return told if math.isfinite(told) and 0 <= told < _LONGEST else 0.0


def _action_of(line: StepLine) -> Action | None:
    """The recorded action; None where there was none, or it is none that deskhand knows."""
    fields: dict[str, Any] = dict(line.action or {})
    if isinstance(fields.get("text"), list):
        fields["text"] = "".join(map(_piece, fields["text"]))
    try:
        return _ACTION.validate_python(fields) if fields else None
    except ValidationError:
        return None


def _piece(piece: object) -> str:
    """A piece of typed text; a secret by its name."""
    return f"${{secret.{piece.get('secret')}}}" if isinstance(piece, dict) else str(piece)

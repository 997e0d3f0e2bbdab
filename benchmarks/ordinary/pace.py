"""Pace of a run: seconds of our own a step, beside those in which the screen was still changing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.recording.reading import load_recording

if TYPE_CHECKING:
    from agent.recording.lines import StepLine


@dataclass(frozen=True, slots=True)
class Pace:
    """What the steps of a run took, start-up and checks left out; seconds."""

    steps: int
    """Actions that were done: clicks, keys, texts."""
    own: float
    """Deciding, reading, acting with the typing, recording."""
    screen: float
    """Settling and waits: the program's own time, and a moment's calm after it."""

    def per_ten(self, seconds: float) -> float:
        """Seconds for ten steps."""
        return 10 * seconds / max(1, self.steps)


def pace_of(recording: str) -> Pace:
    """The pace of the run that left a recording."""
    steps = load_recording(Path(recording)).steps
    acted = [step for step in steps if step.outcome == "done" and not _is_wait(step)]
    waits = sum(_part(step, "acting") for step in steps if _is_wait(step))
    own = sum(_part(step, "model") + _part(step, "recording") for step in steps)
    own += sum(_part(step, "acting") for step in acted)
    return Pace(len(acted), own, waits + sum(_part(step, "settling") for step in steps))


def _is_wait(step: StepLine) -> bool:
    return step.action is not None and step.action["kind"] == "wait"


def _part(step: StepLine, part: str) -> float:
    return step.timing.get(part, 0.0)

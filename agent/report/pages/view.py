"""View of a run: what a page shows of a recording, as plain values that a template only has to lay out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.checks.score import score
from agent.recording.lines import PERSON
from agent.report.pages.compared import compared
from agent.report.pages.steps import step_view
from agent.report.story import seconds_of, steps_of
from agent.runs.report.result import PARTS
from agent.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.checks import CheckResult
    from agent.recording.lines import CheckLine
    from agent.recording.reading import Recording
    from agent.replay.heal.proposal import Proposal
    from agent.report.pages.album import Album, Picture
    from agent.report.pages.steps import StepView
    from agent.runs.report.result import Result

CUT_OFF = "cut_off"
"""Stands where a verdict stands, for a run that came to none."""


@dataclass(frozen=True, slots=True)
class RunView:
    """One run. `result` is what the run told beyond its recording, where that was kept."""

    recording: Recording
    result: Result | None
    album: Album
    steps: tuple[StepView, ...]
    heals: tuple[Proposal, ...]
    key: str
    """Begins the anchors of this run on its page; "" where it is the only one."""
    compared: dict[str, Picture]
    """What image checks compared, by the names of their pictures."""

    @property
    def verdict(self) -> str:
        """The verdict, or `CUT_OFF`."""
        if self.result is not None:
            return self.result.verdict
        return self.recording.end.verdict if self.recording.end else CUT_OFF

    @property
    def label(self) -> str:
        """What it is called."""
        return self.result.task if self.result is not None else self.recording.header.task.label

    @property
    def message(self) -> str:
        """How it ended."""
        if self.result is not None:
            return self.result.message
        if self.recording.end is None:
            return f"The run was cut off after {len(self.steps)} whole steps."
        return self.recording.end.message

    @property
    def said(self) -> str:
        """What the model said at its end, where it passed."""
        last = self.steps[-1].story if self.steps else None
        done = last is not None and getattr(last.line.call, "status", "") == "success"
        return last.thought if last is not None and done else ""

    @property
    def checks(self) -> tuple[CheckLine | CheckResult, ...]:
        """What was looked at."""
        return tuple(check for check in self._judged if not check.opinion)

    @property
    def opinions(self) -> tuple[CheckLine | CheckResult, ...]:
        """What a model was asked."""
        return tuple(check for check in self._judged if check.opinion)

    @property
    def _judged(self) -> Sequence[CheckLine | CheckResult]:
        """As the result has them, where it was kept: it knows which held before the first act."""
        kept = self.result.checks if self.result is not None else ()
        return kept if len(kept) >= len(self.recording.checks) else self.recording.checks

    @property
    def score(self) -> float | None:
        """The share of the checks' weights that held; None where it says no more than the verdict."""
        if self.recording.end is None or all(check.passed and check.weight == 1 for check in self.checks):
            return None
        return score(self.recording.checks, self.recording.header.task.checks)

    @property
    def kind(self) -> str:
        """What kind of run it was, in words."""
        header = self.recording.header
        if header.parent is not None:
            steps = "step" if header.parent.steps == 1 else f"{header.parent.steps} steps"
            return f"first {steps} from {header.parent.recording}, then {header.model}"
        if header.model == PERSON:
            return "a person showed it"
        if header.model.startswith("recording:"):
            return f"live replay of {header.model.partition(':')[2]}, without a model"
        return header.model

    @property
    def seconds(self) -> float:
        """From the first look to the verdict."""
        return seconds_of(self.recording)

    @property
    def parts(self) -> dict[str, float]:
        """Seconds by part, and `other`: checks, and what no step was made of."""
        spent = {name: sum(step.story.parts.get(name, 0.0) for step in self.steps) for name in PARTS}
        other = self.seconds - sum(spent.values())
        return {name: seconds for name, seconds in (*spent.items(), ("other", other)) if seconds > 0.0005}  # noqa: PLR2004

    @property
    def longest(self) -> float:
        """Seconds of the longest step; never 0."""
        return max((step.story.seconds for step in self.steps), default=0.0) or 1.0

    @property
    def usage(self) -> Usage:
        """Tokens and cost of all prompts and replies."""
        outside = self.recording.end.usage if self.recording.end else Usage()
        return sum((step.story.line.usage for step in self.steps), outside)


def run_view(
    recording: Recording,
    album: Album,
    *,
    result: Result | None = None,
    heals: Sequence[Proposal] = (),
    key: str = "",
) -> RunView:
    """The view of a run.

    Args:
        recording: of which; its frames need not be read.
        album: its pictures.
        result: what the run told beyond its recording.
        heals: the heals that were proposed for it.
        key: begins its anchors.
    """
    healed = {heal.step for heal in heals}
    steps = tuple(step_view(step, album, healed=step.index in healed) for step in steps_of(recording))
    named = [check.picture for check in recording.checks if check.picture]
    pictures = {name: picture for name in named if (picture := compared(recording.folder, name))}
    return RunView(recording, result, album, steps, tuple(heals), key, pictures)

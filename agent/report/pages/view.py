"""View of a run: what a page shows of a recording, as plain values that a template only has to lay out."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.checks.score import score
from agent.recording.lines import PERSON
from agent.report.pages.compared import compared
from agent.report.story import seconds_of, steps_of
from agent.runs.report.result import PARTS
from agent.usage import Usage
from tools.action import Drag
from tools.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.lines import CheckLine
    from agent.recording.reading import Recording
    from agent.replay.heal.proposal import Proposal
    from agent.report.pages.album import Album, Picture
    from agent.report.story import StoryStep
    from agent.runs.report.result import Result
    from tools.geometry import Point, Size

CUT_OFF = "cut_off"
"""Stands where a verdict stands, for a run that came to none."""


@dataclass(frozen=True, slots=True)
class ScreenView:
    """A frame, and what is marked on it; in frame pixels."""

    digest: str
    size: Size
    part: Box
    """What is shown of it, unless it is enlarged."""
    point: Point | None = None
    box: Box | None = None
    start: Point | None = None
    """Where a drag began."""

    @property
    def radius(self) -> int:
        """Of the ring around the point."""
        return max(7, self.part.width // 75)


@dataclass(frozen=True, slots=True)
class StepView:
    """One step."""

    story: StoryStep
    before: ScreenView | None
    """None where the page shows no pictures."""
    after: ScreenView | None
    is_still: bool
    """Whether the screen after it is the one before it."""
    call: str
    """The tool call, as JSON; "" where the reply held none."""
    healed: bool
    asked: str
    """What the model was told in this turn; "" where that was nothing new."""


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
    def checks(self) -> tuple[CheckLine, ...]:
        """What was looked at."""
        return tuple(check for check in self.recording.checks if not check.opinion)

    @property
    def opinions(self) -> tuple[CheckLine, ...]:
        """What a model was asked."""
        return tuple(check for check in self.recording.checks if check.opinion)

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
            return f"first {header.parent.steps} steps from {header.parent.recording}, then {header.model}"
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
    steps = tuple(_step_view(step, album, healed=step.index in healed) for step in steps_of(recording))
    named = [check.picture for check in recording.checks if check.picture]
    pictures = {name: picture for name in named if (picture := compared(recording.folder, name))}
    return RunView(recording, result, album, steps, tuple(heals), key, pictures)


def _step_view(step: StoryStep, album: Album, *, healed: bool) -> StepView:
    line = step.line
    call = line.call.model_dump(mode="json", exclude_none=True) if line.call else None
    return StepView(
        story=step,
        before=_marked(step, album),
        after=None if step.after == line.frame else _screen(step.after, album),
        is_still=step.after == line.frame,
        call=json.dumps(call, ensure_ascii=False) if call else "",
        healed=healed,
        asked=line.request,
    )


def _screen(digest: str | None, album: Album) -> ScreenView | None:
    picture = album.pictures.get(digest or "")
    return (
        None
        if picture is None or digest is None
        else ScreenView(digest, picture.size, album.part or Box(0, 0, *picture.size))
    )


def _marked(step: StoryStep, album: Album) -> ScreenView | None:
    screen = _screen(step.line.frame, album)
    if screen is None or step.point is None:
        return screen
    start = step.line.pointer if isinstance(step.action, Drag) else None
    return replace(screen, point=step.point, box=album.boxes.get((screen.digest, step.point)), start=start)

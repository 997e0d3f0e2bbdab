"""Views of a run's steps: their screens, what is marked on these, and what stands beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.action import Drag
from tools.geometry import Box

if TYPE_CHECKING:
    from agent.report.pages.album import Album
    from agent.report.story import StoryStep
    from tools.geometry import Point, Size


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


def step_view(step: StoryStep, album: Album, *, healed: bool) -> StepView:
    """The view of a step."""
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

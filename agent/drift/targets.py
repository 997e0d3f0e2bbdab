"""Targets of a recording's clicks: those with a name, which a drift can alter. In recorded pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.replay.live.compare.frame_diff import differences, touches
from tools.action import Click
from tools.geometry import Box
from tools.locate.describe import named_at, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.trajectory import RecordedAction
    from tools.geometry import Point
    from tools.observation import Frame
    from tools.see.parser import ScreenParser

_AROUND = 3
"""Pixels around a text that belong to it."""


@dataclass(frozen=True, slots=True)
class DriftTarget:
    """Target of one click, and since when it can be seen."""

    at: int
    """The click's index in the trajectory."""
    since: int
    """The index from whose screen on the target looks as it does when it is clicked."""
    point: Point
    name: str
    """As a step names it: `"Street" in "Billing address"`."""
    text: str
    """Its text, or the text of its label."""
    label: Box
    """Box of that text."""
    target: Box
    """The field, indicator, button or text that is clicked."""
    box: Box
    """`target` with its label."""
    recorded: Frame
    """The screen that it was clicked on."""

    def is_shown(self, frame: Frame) -> bool:
        """Whether a frame shows the target as it was recorded: what comes up late is not there yet."""
        return frame.size == self.recorded.size and not touches(self.box, differences(self.recorded, frame))

    @property
    def tolerance(self) -> Box:
        """The target relative to the clicked point: a click anywhere in it does the same."""
        return self.target._replace(left=self.target.left - self.point.x, top=self.target.top - self.point.y)


def targets_of(trajectory: Sequence[RecordedAction], parser: ScreenParser) -> list[DriftTarget]:
    """Targets of the clicks of a trajectory; one without a name is left out, as it cannot be altered."""
    found = []
    for at, recorded_action in enumerate(trajectory):
        if not isinstance(recorded_action.action, Click):
            continue
        scene = parser.read(recorded_action.before)
        name = named_at(scene, recorded_action.action.point)
        if name is None:
            continue
        around = name.line.box.grow(_AROUND).union(Box.around(recorded_action.action.point, _AROUND))
        target = resolve(scene, name)
        box = target.union(around).clip(recorded_action.before.size)
        found.append(
            DriftTarget(
                at=at,
                since=since_when(trajectory, at, box),
                point=recorded_action.action.point,
                name=str(name.locator),
                text=name.line.text,
                label=name.line.box,
                target=target,
                box=box,
                recorded=recorded_action.before,
            )
        )
    return found


def since_when(trajectory: Sequence[RecordedAction], at: int, box: Box) -> int:
    """The action from whose screen on a box looks as it does before action `at`."""
    since = at
    while since and not touches(box, differences(trajectory[since - 1].before, trajectory[at].before)):
        since -= 1
    return since

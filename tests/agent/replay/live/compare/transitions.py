"""Transitions made by hand, for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.replay.live.compare.transition import Context, Transition
from tests.tools.scenes import FakeParser, line, painted, widget
from tools.action import Click
from tools.geometry import Point

if TYPE_CHECKING:
    from typing import TypeAlias

    from tools.action import Action
    from tools.geometry import Box
    from tools.see.scene import Line, Scene, Widget

    Case: TypeAlias = tuple[Transition, Transition, Context]

SAVE = Click(point=Point(60, 308))
FORM = (line("Full name", 20, 100), line("Save", 40, 300))
FIELD = widget("field", 120, 96, 300)
IN_FIELD = Point(200, 108)


def parts(scene: Scene) -> tuple[Line | Widget, ...]:
    return (*scene.lines, *scene.widgets)


def plus(scene: Scene, *more: Line | Widget, marks: tuple[Box, ...] = ()) -> Scene:
    """The scene with more in it."""
    return painted(*parts(scene), *more, marks=marks)


def transition(action: Action, before: Scene, after: Scene, clicked: Point | None = None) -> Transition:
    point = action.point if isinstance(action, Click) else clicked
    return Transition(action, before, after, point)


def context(*scenes: Scene, **changes: object) -> Context:
    """A context that knows the scenes."""
    return replace(Context(FakeParser(*scenes)), **changes)  # type: ignore[arg-type]


def pair(action: Action, before: Scene, then: Scene, now: Scene, **changes: object) -> Case:
    """Both led away from the same screen, the recorded one to `then`, this one to `now`."""
    both = transition(action, before, then), transition(action, before, now)
    return *both, context(before, then, now, **changes)

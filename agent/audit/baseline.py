"""Baseline: the run of a task as it is, watched for what its mutants need to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.episode import Watcher
from tools.action import Click, Move, Wait

if TYPE_CHECKING:
    from agent.episode import Step
    from tools.geometry import Point
    from tools.observation import Frame


@dataclass
class Baseline(Watcher):
    """A watcher that remembers, of each of the task's steps, whether it acted and what it chose from."""

    choosing: frozenset[int] = frozenset()
    """Indices of the steps that choose something: their screens are kept."""
    acted: set[int] = field(default_factory=set)
    """Indices of the steps that did anything."""
    first: dict[int, Frame] = field(default_factory=dict)
    """The first screen of each choosing step."""
    clicked: dict[int, tuple[Frame, Point]] = field(default_factory=dict)
    """The last click of each choosing step, and the screen that it was decided on."""

    def stepped(self, step: Step) -> None:
        """Remember what it was for."""
        at = step.completion.follows
        if at is None:
            return
        if at in self.choosing:
            self.first.setdefault(at, step.observation.frame)
        if step.action is None or step.outcome != "done" or isinstance(step.action, Wait | Move):
            return
        self.acted.add(at)
        if at in self.choosing and isinstance(step.action, Click):
            self.clicked[at] = step.observation.frame, step.action.point

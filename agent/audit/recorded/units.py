"""Units of a recording: recorded actions that are one step in plain English, such as a click and a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.demonstrate.steps.scenes import DemoScenes
from agent.demonstrate.steps.sentences import in_words
from agent.models.reader.variants import variants_of
from tools.action import Click, Type

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.demonstrate.steps.written import WrittenStep
    from agent.models.reader.variants import StepVariants
    from agent.recording.trajectory import RecordedAction
    from tools.action import Action
    from tools.geometry import Point
    from tools.see.parser import ScreenParser


@dataclass(frozen=True, slots=True)
class Unit:
    """One step of a recording."""

    actions: tuple[RecordedAction, ...]
    text: str
    """What it does, in words."""
    variants: StepVariants | None
    """What else it could say; None where no one sentence says it."""

    @property
    def step(self) -> int:
        """Its first step's index in the recording."""
        return self.actions[0].step

    @property
    def clicked(self) -> tuple[RecordedAction, Point] | None:
        """The last action that clicks, and where; None: none does."""
        clicks = [(one, one.action.point) for one in self.actions if isinstance(one.action, Click)]
        return clicks[-1] if clicks else None

    def typing(self, text: str) -> Unit:
        """The same with another text typed, all of it at once."""
        typed = [at for at, one in enumerate(self.actions) if isinstance(one.action, Type)]
        before, first = self.actions[: typed[0]], self.actions[typed[0]]
        after = self.actions[typed[-1] + 1 :]
        changed = _changed(first, lambda action: action.model_copy(update={"text": text}))
        return replace(self, actions=(*before, changed, *after))

    def clicking(self, point: Point) -> Unit:
        """The same with its last click elsewhere, on the screen that was recorded."""
        click, _ = self.clicked or (None, None)
        return replace(
            self,
            actions=tuple(
                _changed(one, lambda action: action.model_copy(update={"point": point}))
                if one is click
                else one
                for one in self.actions
            ),
        )


def units_of(trajectory: Sequence[RecordedAction], parser: ScreenParser) -> tuple[Unit, ...]:
    """The units of a recording, in order."""
    return tuple(_unit(actions, steps) for actions, steps in in_words(trajectory, DemoScenes(parser)))


def _unit(actions: Sequence[RecordedAction], steps: Sequence[WrittenStep]) -> Unit:
    sentences = [one.sentence for one in steps]
    if len(sentences) == 1 and sentences[0]:
        return Unit(tuple(actions), sentences[0], variants_of(sentences)[0])
    notes = "; ".join(one.sentence or one.note for one in steps)
    return Unit(tuple(actions), actions[-1].sentence or notes, None)


def _changed(one: RecordedAction, change: Callable[[Action], Action]) -> RecordedAction:
    """An action that is another one; the sentence said what it was."""
    return replace(one, action=change(one.action), sentence="")

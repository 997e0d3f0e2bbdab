"""Played part of a recording: its actions that are done, and what this run did for each. In frame pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.replay.live.compare.texts.typed_texts import TypedTexts
from agent.replay.live.target import RecordedTarget, TargetPoint
from agent.replay.live.values.uses import Uses
from tools.action import Key, Move, Scroll, Type, point_of
from tools.locate.element import line_at
from tools.see.pixels.shift import shift_down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.values.substitutions import Substitutions
    from tools.action import Action
    from tools.geometry import Box, Point
    from tools.observation import Frame
    from tools.see.cache import SceneCache


@dataclass(frozen=True, slots=True)
class Done:
    """An action of this run."""

    action: Action
    before: Frame
    """The screen that it was decided on."""
    clicked: Point | None
    """Where the last click was, this action's included."""
    target: TargetPoint
    """Where its target was found."""


@dataclass
class Played:
    """A recording up to where this run has come."""

    trajectory: Sequence[RecordedAction]
    done: list[Done] = field(default_factory=list)
    """What this run did for the first actions of the trajectory, in order."""

    @property
    def at(self) -> int:
        """So many of the recorded actions are done."""
        return len(self.done)

    @property
    def next(self) -> RecordedAction | None:
        """The next action; None at the end."""
        return self.trajectory[self.at] if self.at < len(self.trajectory) else None

    @property
    def last(self) -> RecordedAction | None:
        """The last action that is done; None at the start."""
        return self.trajectory[self.at - 1] if self.at else None

    @property
    def seen(self) -> dict[int, Frame]:
        """The screen that each recorded step was decided on in this run."""
        done = zip(self.trajectory, self.done, strict=False)
        return {recorded_action.step: one.before for recorded_action, one in done}

    @property
    def wanted(self) -> RecordedTarget | None:
        """What the next action points at; None where it points at nothing."""
        recorded_action = self.next
        point = point_of(recorded_action.action) if recorded_action else None
        if recorded_action is None or point is None:
            return None
        by = next(
            (
                at
                for at in reversed(range(self.at))
                if not isinstance(self.trajectory[at].action, Scroll | Move)
            ),
            None,
        )
        then, now = (None, None) if by is None else (self.trajectory[by].before, self.done[by].before)
        return RecordedTarget(recorded_action.before, point, recorded_action.sentence, then, now)

    @property
    def targets(self) -> list[tuple[Frame, Point]]:
        """Where actions take hold that are still to be done, or were healed."""
        healed = [one for one, done in zip(self.trajectory, self.done, strict=False) if done.target.healed]
        actions = [*healed, *self.trajectory[self.at :]]
        return [(one.before, point) for one in actions if (point := point_of(one.action)) is not None]

    @property
    def typed(self) -> TypedTexts:
        """The texts that were typed so far."""
        pairs = (
            (then.action.text, done.action.text)
            for then, done in zip(self.trajectory, self.done, strict=False)
            if isinstance(then.action, Type) and isinstance(done.action, Type)
        )
        return TypedTexts(tuple(pairs))

    @property
    def chosen(self) -> tuple[str, str] | None:
        """What was chosen last, by the mouse or by typing ahead, where that is something else in this run."""
        last = self.last
        if last is None or self.at < 2 or not isinstance(last.action, Key):  # noqa: PLR2004 (a text and a key)
            return self.done[-1].target.chosen if self.done else None
        return self.texts_of(self.at - 2)

    def texts_of(self, at: int) -> tuple[str, str] | None:
        """What an action typed, where that is another text in this run: the recorded one, and this run's."""
        was, typed = self.trajectory[at].action, self.done[at].action
        if not (isinstance(was, Type) and isinstance(typed, Type)) or was.text == typed.text:
            return None
        return was.text, typed.text

    def uses(self, substitutions: Substitutions, scenes: SceneCache) -> Uses:
        """The changed values that were typed or chosen so far."""
        texts = [self.texts_of(at) or done.target.chosen for at, done in enumerate(self.done)]
        used = [(one.before, text[0]) for one, text in zip(self.trajectory, texts, strict=False) if text]
        return Uses(used, substitutions, scenes)

    def entries(self, scenes: SceneCache) -> list[tuple[Box, Box]]:
        """The texts of other entries that were chosen where they always stand: as recorded, and now."""
        found = []
        for then, done in zip(self.trajectory, self.done, strict=False):
            point = point_of(then.action)
            if not done.target.stands or point is None:
                continue
            was = line_at(scenes.read(then.before), point)
            line = line_at(scenes.read(done.before), done.target.point)
            found += [(was.box, line.box)] if was and line else []
        return found

    def scrolled(self, frame: Frame, scenes: SceneCache) -> list[Box]:
        """Lists that always stand there and moved when another entry was chosen in one of the two runs.

        Args:
            frame: This run's present one.
            scenes: Reads frames.
        """
        found = []
        for then, done in zip(self.trajectory, self.done, strict=False):
            point = point_of(then.action)
            if not done.target.stands or point is None:
                continue
            for at, before, after in (
                (point, then.before, then.after),
                (done.target.point, done.before, frame),
            ):
                pane = scenes.read(before).widget_at(at)
                if pane and before.size == after.size and shift_down(before, after, pane.box):
                    found.append(pane.box)
        return found

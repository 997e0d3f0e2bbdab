"""Played part of a recording: its actions that are done, and what this run did for each. In frame pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.replay.live.compare.texts.typed_texts import TypedTexts
from agent.replay.live.target import RecordedTarget, TargetPoint
from agent.replay.live.values.chosen import ChosenEntry
from agent.replay.live.values.uses import Uses
from tools.action import Key, Move, Scroll, Type, point_of
from tools.locate.element import line_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.values.substitutions import Substitutions
    from tools.action import Action
    from tools.geometry import Point
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
        """The texts that were typed so far, and other entries that came into a field from its list."""
        typed = (
            (then.action.text, done.action.text)
            for then, done in zip(self.trajectory, self.done, strict=False)
            if isinstance(then.action, Type) and isinstance(done.action, Type)
        )
        targets = (done.target for done in self.done)
        entries = (target.chosen for target in targets if target.chosen and not target.stands)
        return TypedTexts(tuple(typed), tuple(entries))

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

    def uses(self, substitutions: Substitutions, entries: Sequence[ChosenEntry], scenes: SceneCache) -> Uses:
        """The changed values that were typed or chosen so far, those of the chosen entries' rows included."""
        texts = [self.texts_of(at) or done.target.chosen for at, done in enumerate(self.done)]
        used = [(one.before, text[0]) for one, text in zip(self.trajectory, texts, strict=False) if text]
        beside = [(entry.then.frame, old) for entry in entries for old, _ in entry.cells()]
        return Uses([*used, *beside], substitutions, scenes)

    def entries(self, scenes: SceneCache, shown: Frame | None = None) -> list[ChosenEntry]:
        """What was chosen with another text where it always stands.

        Args:
            scenes: Reads frames.
            shown: This run's present one; None: whether a list moved is not asked.
        """
        screens = [*(done.before for done in self.done[1:]), shown]
        found = []
        for then, done, after in zip(self.trajectory, self.done, screens, strict=False):
            point = point_of(then.action)
            if not done.target.stands or point is None:
                continue
            recorded, present = scenes.read(then.before), scenes.read(done.before)
            was, line = line_at(recorded, point), line_at(present, done.target.point)
            if was and line:
                entry = ChosenEntry(recorded, was, present, line, done.target.turned)
                found.append(entry.once_chosen(then.after, after) if shown and after else entry)
        return found

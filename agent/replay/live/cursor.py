"""Where a live replay is on its way, and what the screen in front of it says about going on.

When the screen is as it was recorded, nothing is read. Where it differs, the last act must be seen to have
done what it did then (`Witness`), and the next target must be found for certain (`Relocator`). All in frame
pixels.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from agent.replay.live.frame_diff import differences, touches
from agent.replay.live.relocator import NoPlace, Relocator, TargetPlace
from agent.replay.live.witness import Witness
from tools.action import Click, Drag, Move, Type, point_of
from tools.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.heal.heals import Heals
    from agent.replay.live.options import PlayerOptions
    from tools.geometry import Box
    from tools.observation import Frame
    from tools.see.cache import SceneCache


@dataclass(frozen=True, slots=True)
class _Done:
    """An act of this run."""

    before: Frame
    """The screen that it was decided on."""
    clicked: Point | None
    """Where the last click was, this act's included."""
    healed: bool
    """Whether its target may have another text than the recorded one."""


class Cursor:
    """One replay's way along a route.

    Args:
        trajectory: what was recorded.
        choices: new wording, masks.
        scenes: reads frames.
        heals: where targets were found on other screens.
    """

    def __init__(
        self, trajectory: Sequence[RecordedAction], choices: PlayerOptions, scenes: SceneCache, heals: Heals
    ) -> None:
        self._trajectory, self._choices, self._scenes, self._heals = trajectory, choices, scenes, heals
        self._witness = Witness(trajectory, scenes, choices.substitutions)
        self._trail: list[_Done] = []
        self._allowed: list[Box] = []
        """Where the screen differed from the recorded one when all was last seen to be well."""

    @property
    def at(self) -> int:
        """So many of the route's acts are done."""
        return len(self._trail)

    @property
    def next(self) -> RecordedAction | None:
        """The next act; None at the end."""
        return self._trajectory[self.at] if self.at < len(self._trajectory) else None

    @property
    def seen(self) -> dict[int, Frame]:
        """The screen that each recorded step was decided on in this run."""
        return {
            recorded_action.step: done.before
            for recorded_action, done in zip(self._trajectory, self._trail, strict=False)
        }

    def advance(self, frame: Frame, place: TargetPlace) -> None:
        """The next act is decided, on this screen, to be done there."""
        assert self.next is not None
        action = self.next.action
        clicked = self._trail[-1].clicked if self._trail else None
        clicked = place.point if isinstance(action, Click) else clicked
        self._trail.append(_Done(frame, clicked, place.healed))
        if isinstance(action, Type):
            self._witness.typed.append(self._choices.substitutions.now(action.text))

    def step_back(self) -> None:
        """The last act was not carried out after all."""
        if self._trail:
            self._trail.pop()

    def is_known(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next, so that nothing more need be waited for.

        Only where the last act has a recorded change that can be seen in full: a screen that was to stay as
        it is says nothing about whether the program is done.
        """
        expected = self._expected
        if expected is None or frame.size != expected.size:
            return False
        return self._is_told_apart(expected) and not self._news(expected, frame)

    def doubt(self, frame: Frame) -> str | None:
        """What speaks against going on; None: the last act has done what it did when it was recorded."""
        expected = self._expected
        if expected is None:
            return None
        if frame.size != expected.size:
            now, was = frame.size, expected.size
            return f"the screen is {now.width}x{now.height}, and was {was.width}x{was.height}"
        clear = self._is_told_apart(expected) or self._is_still(expected, frame)
        doubt = None if clear and not self._news(expected, frame) else self._objection(expected, frame)
        if doubt is None and self.at > 0:
            self._heals.confirm(self._trajectory[self.at - 1].step, frame)
        return doubt

    def place(self, frame: Frame) -> TargetPlace | NoPlace:
        """Where the next act takes hold."""
        recorded_action = self.next
        point = point_of(recorded_action.action) if recorded_action else None
        if recorded_action is None or point is None:
            return TargetPlace(Point(0, 0), "by the keyboard")
        masks = [box for box in self._masked() if not box.contains(point)]
        if not differences(recorded_action.before, frame, masks):
            return TargetPlace(point, "the screen is as it was")
        substitutions, said = self._choices.substitutions, recorded_action.sentence
        found = Relocator(recorded_action.before, point, self._scenes, substitutions, said).find(frame)
        if isinstance(found, NoPlace):
            found = self._by_heal(recorded_action.step, frame) or found
        if isinstance(found, NoPlace) and self._is_harmless():
            return TargetPlace(point, "the same point of the screen")
        return found

    @property
    def _expected(self) -> Frame | None:
        """The recorded screen that comes next; None when no step is to be done at all."""
        if self.next is not None:
            return self.next.before
        return self._trajectory[-1].after if self._trajectory else None

    def _news(self, expected: Frame, frame: Frame) -> list[Box]:
        """Where a frame differs from the recorded one, apart from where it may."""
        return differences(expected, frame, [*self._allowed, *self._masked()])

    def _masked(self) -> list[Box]:
        step = self.next.step if self.next else None
        return [mask.box for mask in self._choices.masks if mask.step in (None, step)]

    def _is_told_apart(self, expected: Frame) -> bool:
        """Whether the last act's recorded change shows that it is done, where nothing else may differ."""
        if self.at == 0:
            return True
        change = differences(self._trajectory[self.at - 1].before, expected, self._masked())
        return bool(change) and not any(touches(box, self._allowed) for box in change)

    def _is_still(self, expected: Frame, frame: Frame) -> bool:
        """Whether nothing was to change, and the screen is the recorded one in every pixel but a caret's."""
        change = differences(self._trajectory[self.at - 1].before, expected)
        return not change and not differences(expected, frame)

    def _objection(self, expected: Frame, frame: Frame) -> str | None:
        """What speaks against going on, by reading the screen."""
        if not self._trail:
            told = self._witness.objection_at_start(frame, self._masked())
        else:
            last = self._trail[-1]
            told = self._witness.objection(
                self.at - 1, last.before, frame, last.clicked, self._masked(), healed=last.healed
            )
        if told is None:
            self._allowed = differences(expected, frame)
        return told

    def _by_heal(self, step: int, frame: Frame) -> TargetPlace | None:
        """Where the target is, going by the screen of a heal that a person accepted."""
        known = self._heals.known(step)
        if known is None:
            return None
        found = Relocator(*known, self._scenes, self._choices.substitutions).find(frame)
        if isinstance(found, NoPlace):
            return None
        return replace(found, how=f"an accepted heal, {found.how}", healed=True)

    def _is_harmless(self) -> bool:
        """Whether the next act only puts the mouse somewhere, and nothing is dragged from there."""
        following = self._trajectory[self.at + 1 : self.at + 2]
        drags = any(isinstance(recorded_action.action, Drag) for recorded_action in following)
        return self.next is not None and isinstance(self.next.action, Move) and not drags

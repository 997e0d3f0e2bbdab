"""Playhead: a live replay's place in its recording, and whether the screen allows the next action.

The screen must agree with the recorded one (`agreement`), and the next target must be found for certain
(`relocator`). All in frame pixels.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.replay.live.agreement import Agreement
from agent.replay.live.compare.frame_diff import differences, touches
from agent.replay.live.played import Done, Played
from agent.replay.live.relocator import choice_on, find_target
from agent.replay.live.row_guard import another_record
from agent.replay.live.target import RecordedTarget, TargetPoint
from agent.replay.live.target_name import is_reworded
from agent.replay.live.values.list_turns import ListTurns
from tools.action import Click, Drag, Move, Scroll, Type, point_of
from tools.geometry import Box, Point
from tools.relocate.result import NotLocated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.heal.heals import Heals
    from agent.replay.live.compare.texts.clock import Span
    from agent.replay.live.options import PlayerOptions
    from agent.replay.live.values.choice import Choice
    from agent.replay.live.values.substitutions import Substitutions
    from tools.action import Action
    from tools.observation import Frame
    from tools.see.cache import SceneCache


_LIT_UP = 48
"""Pixels around the mouse in which something lights up, or comes up, where it was moved to."""


class Playhead:
    """Keeps one replay's place in a trajectory.

    Args:
        trajectory: What was recorded.
        options: Substitutions and ignored regions.
        scenes: Reads frames.
        heals: Where targets were found on other screens.
        recorded: When the recorded run was done; None: unknown.
    """

    def __init__(
        self,
        trajectory: Sequence[RecordedAction],
        options: PlayerOptions,
        scenes: SceneCache,
        heals: Heals,
        recorded: Span | None = None,
    ) -> None:
        self._played, self._options, self._scenes, self._heals = Played(trajectory), options, scenes, heals
        self._agreement = Agreement(self._played, options, scenes, recorded)
        self._turns, self._is_aside = ListTurns(), False
        self._turned = self._turns, self._is_aside
        """The same, of the last action that was decided: it may be dropped."""

    @property
    def at(self) -> int:
        """So many of the recorded actions are done."""
        return self._played.at

    @property
    def next(self) -> RecordedAction | None:
        """The next action; None at the end."""
        return self._played.next

    @property
    def has_more(self) -> bool:
        """Whether the last screen that was read shows all that was recorded, and more."""
        return self._agreement.has_more

    @property
    def told(self) -> tuple[str, ...]:
        """What differed from the recording and meant nothing, in words."""
        return tuple(self._agreement.told)

    @property
    def seen(self) -> dict[int, Frame]:
        """The screen that each recorded step was decided on in this run."""
        return self._played.seen

    def take(self, options: PlayerOptions) -> None:
        """Go on with other options: a value was read."""
        self._options = options
        self._agreement.take(options)

    @property
    def expected(self) -> Frame | None:
        """The recorded screen that comes next."""
        expected = self._agreement.expected
        return expected.frame if expected else None

    def advance(self, frame: Frame, target: TargetPoint) -> Action:
        """The next action, as it is to be done on this screen; the playhead is behind it then."""
        assert self.next is not None
        action = _of_now(self.next.action, target.point, self._options.substitutions)
        before = self._played.done[-1].clicked if self._played.done else None
        clicked = action.point if isinstance(action, Click) else before
        target = replace(target, turned=self._turns.standing)
        self._played.done.append(Done(action, frame, clicked, target))
        self._turned = self._turns, self._is_aside
        self._turns, self._is_aside = ListTurns(), False
        return action

    def turn(self, frame: Frame, missing: NotLocated) -> Scroll | None:
        """A turn of the wheel, where the next target is an entry that its list does not show yet.

        None where it is no such entry, or the list has been turned through. A list that shows it twice, or
        greyed out, is not turned until it does so no more.
        """
        if missing.why != "absent":
            return None
        choice, wanted = self._choice(frame), self._played.wanted
        points = [point for done in self._played.done[-2:] if (point := point_of(done.action))]
        return self._turns.next(choice, wanted.point, frame, points) if choice and wanted else None

    def aside(self) -> Move | None:
        """A move of the pointer off what it may light up: once, from an entry to where that was recorded."""
        last = self._played.last
        point = point_of(last.action) if last else None
        if point is None or self._is_aside or not self._played.done[-1].target.chosen:
            return None
        self._is_aside = True
        self._turns.pointers.append(point)
        return Move(point=point)

    def step_back(self) -> None:
        """The last action was not carried out after all."""
        if self._played.done:
            self._played.done.pop()
            self._turns, self._is_aside = self._turned

    def is_expected(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next, so that nothing more need be waited for."""
        expected = self._agreement.expected
        return expected is not None and expected.is_reached(frame)

    def reason_to_wait(self, frame: Frame) -> str | None:
        """Why the next action must not be done on this screen; None: the last one has done what it did."""
        if self._turns.begun:
            return self._turns.beside(frame, self._scenes.read(frame).text_height)
        return self._agreement.reason(frame)

    def missing_effect(self, frame: Frame) -> str | None:
        """What the last action has not done, whatever else the screen says."""
        return self._agreement.missing_effect(frame)

    def locate(self, frame: Frame) -> TargetPoint | NotLocated:
        """Where the next action takes hold."""
        recorded_action = self.next
        point = point_of(recorded_action.action) if recorded_action else None
        if recorded_action is None or point is None:
            return TargetPoint(Point(0, 0), "by the keyboard")
        ignored = [box for box in self._agreement.ignored if not box.contains(point)]
        wanted = self._played.wanted
        assert wanted is not None
        is_same = not differences(recorded_action.before, frame, ignored)
        if is_same and not is_reworded(wanted, self._scenes, self._options.substitutions):
            return TargetPoint(point, "the screen is as it was")
        found = self._find(wanted, frame)
        if isinstance(found, NotLocated):
            found = self._by_heal(recorded_action.step, frame) or found
        if isinstance(found, NotLocated) and self._is_harmless():
            return TargetPoint(point, "the same point of the screen")
        return found

    def _choice(self, frame: Frame) -> Choice | None:
        """What the next action chooses from a list, where that is another entry in this run."""
        wanted = self._played.wanted
        return choice_on(wanted, frame, self._scenes, self._options.substitutions) if wanted else None

    def _find(self, wanted: RecordedTarget, frame: Frame) -> TargetPoint | NotLocated:
        found = find_target(wanted, frame, self._scenes, self._options.substitutions)
        return found if isinstance(found, NotLocated) else self._in_its_row(wanted, found, frame)

    def _in_its_row(
        self, wanted: RecordedTarget, found: TargetPoint, frame: Frame
    ) -> TargetPoint | NotLocated:
        """What was found, unless it stands in another record's row."""
        substitutions, ignored = self._options.substitutions, self._agreement.ignored
        if is_reworded(wanted, self._scenes, substitutions):
            return found  # it is another record that is asked for
        changes = substitutions.rewrites
        return another_record(wanted, found.point, frame, self._scenes, ignored, changes) or found

    def healed(self, found: TargetPoint, frame: Frame) -> TargetPoint | NotLocated:
        """What a healer found for the next action, unless it stands in another record's row."""
        wanted = self._played.wanted
        return self._in_its_row(wanted, found, frame) if wanted else found

    def _by_heal(self, step: int, frame: Frame) -> TargetPoint | None:
        """Where the target is, going by the screen of a heal that a person accepted."""
        known = self._heals.known(step)
        if known is None:
            return None
        found = self._find(RecordedTarget(*known), frame)
        if isinstance(found, NotLocated):
            return None
        return replace(found, how=f"an accepted heal, {found.how}", healed=True)

    def _is_harmless(self) -> bool:
        """Whether the next action only puts the mouse where nothing came of it, and no drag begins there.

        What went dark where the mouse had been before does not count.
        """
        following = self._played.trajectory[self.at + 1 : self.at + 2]
        drags = any(isinstance(recorded_action.action, Drag) for recorded_action in following)
        move = self.next
        if move is None or not isinstance(move.action, Move) or drags:
            return False
        around = [Box.around(move.action.point, _LIT_UP)]
        is_same = move.before.size == move.after.size
        return is_same and not any(touches(box, around) for box in differences(move.before, move.after))


def _of_now(action: Action, point: Point, substitutions: Substitutions) -> Action:
    """A recorded action with this run's text and place."""
    if isinstance(action, Type):
        return action.model_copy(update={"text": substitutions.now(action.text)})
    return action if point_of(action) is None else action.model_copy(update={"point": point})

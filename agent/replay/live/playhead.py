"""Playhead: a live replay's place in its recording, and whether the screen allows the next action.

When the screen is as it was recorded, nothing is read. Where it differs, the last action must be seen to have
done what it did then (`compare.effects`), and the next target must be found for certain (`relocator`). All in
frame pixels.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from agent.recording.trajectory import last_click
from agent.replay.live.compare.effects import differ
from agent.replay.live.compare.expected import Expected
from agent.replay.live.compare.frame_diff import differences, touches
from agent.replay.live.compare.texts.clock import Span
from agent.replay.live.compare.texts.comparison import compared
from agent.replay.live.compare.texts.harmless import Circumstances
from agent.replay.live.compare.texts.said import Wording
from agent.replay.live.compare.texts.screens import Screens
from agent.replay.live.compare.transition import Context, Transition
from agent.replay.live.played import Done, Played
from agent.replay.live.relocator import find_target, is_reworded
from agent.replay.live.target import RecordedTarget, TargetPoint
from agent.replay.live.values.choice import choice_of
from agent.replay.live.values.list_turns import ListTurns
from tools.action import Click, Drag, Move, Scroll, Type, point_of
from tools.geometry import Box, Point
from tools.relocate.result import NotLocated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.recording.trajectory import RecordedAction
    from agent.replay.heal.heals import Heals
    from agent.replay.live.compare.texts.typed_texts import TypedTexts
    from agent.replay.live.options import PlayerOptions
    from agent.replay.live.values.choice import Choice
    from agent.replay.live.values.substitutions import Substitutions
    from agent.replay.live.values.uses import Uses
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
        self._recorded, self._began = recorded, datetime.now().astimezone()
        self._read: Frame | None = None
        """This run's last screen that was read and found to be well."""
        self._allowed: list[Box] = []
        """Where that one differed from the recorded one."""
        self.has_more = False
        """Whether the last screen that was read shows all that was recorded, and more."""
        self.told: dict[str, None] = {}
        """What differed from the recording and meant nothing, in words, each once."""
        self._turns, self._is_aside = ListTurns(), False
        self._turned: list[Box] = []
        """Lists that show other entries than the recorded ones, as they were turned for one of this run."""

    @property
    def at(self) -> int:
        """So many of the recorded actions are done."""
        return self._played.at

    @property
    def next(self) -> RecordedAction | None:
        """The next action; None at the end."""
        return self._played.next

    @property
    def seen(self) -> dict[int, Frame]:
        """The screen that each recorded step was decided on in this run."""
        return self._played.seen

    def advance(self, frame: Frame, target: TargetPoint) -> Action:
        """The next action, as it is to be done on this screen; the playhead is behind it then."""
        assert self.next is not None
        action = _of_now(self.next.action, target.point, self._options.substitutions)
        before = self._played.done[-1].clicked if self._played.done else None
        clicked = action.point if isinstance(action, Click) else before
        self._played.done.append(Done(action, frame, clicked, target))
        self._turned += self._turns.standing
        self._turns, self._is_aside = ListTurns(), False
        return action

    def turn(self, frame: Frame) -> Scroll | None:
        """A turn of the wheel, where the next target is an entry that its list does not show yet.

        None where it is no such entry, or the list has been turned through.
        """
        choice, wanted = self._choice(frame), self._played.wanted
        pointer = point_of(self._played.done[-1].action) if self._played.done else None
        return self._turns.next(choice, wanted.point, frame, pointer) if choice and wanted else None

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

    def is_expected(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next, so that nothing more need be waited for."""
        expected = self._expected
        return expected is not None and expected.is_reached(frame)

    def reason_to_wait(self, frame: Frame) -> str | None:
        """Why the next action must not be done on this screen; None: the last one has done what it did."""
        expected, self.has_more = self._expected, False
        if expected is None:
            return None
        if self._turns.begun:
            return self._turns.beside(frame, self._scenes.read(frame).text_height)
        if frame.size != expected.frame.size:
            now, was = frame.size, expected.frame.size
            return f"the screen is {now.width}x{now.height}, and was {was.width}x{was.height}"
        if not expected.is_certain(frame):
            reason = self._said_otherwise(expected.frame, frame) or self.missing_effect(frame)
            if reason is not None:
                return reason
            self._read, self._allowed = frame, differences(expected.frame, frame)
        return None

    def locate(self, frame: Frame) -> TargetPoint | NotLocated:
        """Where the next action takes hold."""
        recorded_action = self.next
        point = point_of(recorded_action.action) if recorded_action else None
        if recorded_action is None or point is None:
            return TargetPoint(Point(0, 0), "by the keyboard")
        ignored = [box for box in self._ignored if not box.contains(point)]
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

    @property
    def _expected(self) -> Expected | None:
        """The recorded screen that comes next; None when no step is to be done at all."""
        last = self._played.last
        frame = self.next.before if self.next else last.after if last else None
        if frame is None:
            return None
        before = last.before if last else None
        holds_old = self._holds_old(before, frame)
        return Expected(frame, before, self._ignored, self._read, self._allowed, holds_old=holds_old)

    def _holds_old(self, before: Frame | None, frame: Frame) -> bool:
        """Whether the last action had another text in this run, or drew one that is another now."""
        substitutions = self._options.substitutions
        if before is None or not substitutions.changes:
            return False
        if self._played.texts_of(self.at - 1) or self._played.done[-1].target.chosen:
            return True
        drawn = [
            line for line in self._scenes.read(frame).lines if touches(line.box, differences(before, frame))
        ]
        return any(substitutions.rewrites(line.text) and not self._uses.stays(line) for line in drawn)

    @property
    def _uses(self) -> Uses:
        """The changed values that were typed or chosen so far."""
        return self._played.uses(self._options.substitutions, self._scenes)

    @property
    def _ignored(self) -> list[Box]:
        """The areas in which screens may differ at the next step."""
        step = self.next.step if self.next else None
        return [region.box for region in self._options.ignored if region.step in (None, step)]

    def missing_effect(self, frame: Frame) -> str | None:
        """What the last action has not done, whatever else the screen says."""
        read = self._scenes.read
        recorded = self._played.last
        if recorded is None:
            return None
        done, clicked = self._played.done[-1], last_click(self._played.trajectory[: self.at])
        then = Transition(
            recorded.action,
            read(recorded.before),
            read(recorded.after),
            clicked,
            last_click(self._played.trajectory[: self.at - 1]),
        )
        opener = self._played.done[-2].clicked if self.at > 1 else None
        now = Transition(
            done.action, read(done.before), read(frame), done.clicked, opener, done.target.healed
        )
        return differ(then, now, self._context(frame))

    def _context(self, frame: Frame) -> Context:
        """What this run's last transition is compared with the help of."""
        return Context(
            self._scenes,
            self._options.substitutions,
            self._ignored,
            chosen=self._played.chosen,
            stays=self._uses.stays,
            choosing=self._choice(frame) is not None,
            is_last=self.next is None,
        )

    def _said_otherwise(self, expected: Frame, frame: Frame) -> str | None:
        """What the screen says that the recorded one does not, and the other way round."""
        before = [recorded_action.before for recorded_action in self._played.trajectory[: self.at]]
        then = Screens(before, self._scenes.read(expected), self._scenes)
        now = Screens([done.before for done in self._played.done], self._scenes.read(frame), self._scenes)
        typed, entries = self._played.typed, self._played.entries(self._scenes)
        lit = [box.grow(-(box.height // 4)) for pair in entries for box in pair]  # in one of the runs only
        wording = Wording(
            self._options.substitutions,
            typed,
            [*self._ignored, *self._turned, *self._played.scrolled(frame, self._scenes), *lit],
            self._uses.stays,
            entries,
        )
        found = compared(then, now, wording, self._circumstances(typed), self._played.targets)
        self.has_more = found.is_addition
        if found.reason is None:
            self.told |= dict.fromkeys(found.told)
        return found.reason

    def _circumstances(self, typed: TypedTexts) -> Circumstances:
        """What decides whether a difference means nothing at the next step."""
        recorded_action = self.next
        present = Span(self._began, datetime.now().astimezone())
        return Circumstances(
            recorded_action.pointer if recorded_action else None,
            next((point for done in reversed(self._played.done) if (point := point_of(done.action))), None),
            point_of(recorded_action.action) if recorded_action else None,
            (self._recorded, present) if self._recorded else None,
            typed_others=typed.changed,
            learning=self._options.learning,
        )

    def _choice(self, frame: Frame) -> Choice | None:
        """What the next action chooses from a list, where that is another entry in this run."""
        wanted, substitutions = self._played.wanted, self._options.substitutions
        if wanted is None or not is_reworded(wanted, self._scenes, substitutions):
            return None
        return choice_of(wanted, frame, self._scenes, substitutions)

    def _find(self, wanted: RecordedTarget, frame: Frame) -> TargetPoint | NotLocated:
        return find_target(wanted, frame, self._scenes, self._options.substitutions)

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

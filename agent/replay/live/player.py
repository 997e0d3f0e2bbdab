"""`ReplayPlayer`: a recording as a model; replies with the recorded calls at their targets' present places.

As long as the screen does not allow the next action (`Playhead`) it waits. When its patience ends it asks the
healer, if there is one, and else halts.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from agent.asides import Asides
from agent.errors import BadInput, Halted
from agent.model import Completion, RawReply
from agent.models import new_model
from agent.protocol.toolcall import AnswerCall, TerminateCall
from agent.protocol.write import Reply, fail, wait
from agent.recording.trajectory import trajectory_of
from agent.replay.heal.heals import Heals
from agent.replay.heal.proposal import Pointed
from agent.replay.live.compare.frame_diff import differences
from agent.replay.live.compare.texts.clock import Span
from agent.replay.live.expecting import Expecting
from agent.replay.live.options import PlayerOptions
from agent.replay.live.playhead import Playhead
from agent.replay.live.target import TargetPoint
from agent.usage import Usage
from tools.action import Type
from tools.relocate.result import NotLocated
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.model import Feedback, Prompt
    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.task import Task
    from tools.observation import Frame
    from tools.see.parser import ScreenParser

_LOOK_AGAIN = 2.0
"""Seconds that a look waits for a change, at most."""
_LINGER = 0.3
"""Seconds that the last look waits for one: a question that the program asks late is no success."""
_SUCCESS = TerminateCall(action="terminate", status="success")


class ReplayPlayer:
    """Replays a recording's actions, one episode at a time.

    Args:
        recording: what was done.
        options: substitutions, ignored regions, patience, healer.
        upto: the last recorded step that is replayed, for a fork; None: all, of a run that passed.
        parser: reads frames; by default `tools.see.ocr.shared_reader`, loaded when a frame has to be read.
        clock: monotonic seconds.

    Raises:
        BadRecording: the recorded run did not pass, or did nothing.
    """

    sees = False

    def __init__(
        self,
        recording: Recording,
        options: PlayerOptions | None = None,
        upto: int | None = None,
        parser: ScreenParser | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = f"recording:{recording.folder.name}"
        self.trajectory = trajectory_of(recording, upto)
        self._recording, self._given, self._clock = recording, options or PlayerOptions(), clock
        self._scenes, self._forks = SceneCache(parser), upto is not None
        self._asides: Asides | None = None
        """What is done beside the recorded actions, once the task is known."""
        self._begin()

    def check(self, task: Task) -> None:
        """Nothing to do: whose task it is was looked at when the replay was planned."""

    def start(self, task: Task) -> None:
        """Go back to the first step. Where the task has checks they decide on the last screen."""
        self._begin()
        self._expecting.start(task)
        self._asides = Asides(task, lambda: new_model("reader"), lambda: self._scenes)
        self._is_checked = bool(task.checks)

    def prepare(self) -> None:
        """Load the healer; what reads is loaded when something has to be read."""
        if self._options.healer:
            self._options.healer.prepare()

    @property
    def waiting(self) -> bool:
        """Whether the last reply was only a wait."""
        return self._waiting is not None

    @property
    def arrived(self) -> bool:
        """Whether all was done and seen to be done."""
        return self._arrived_on is not None

    @property
    def told(self) -> tuple[str, ...]:
        """What differed from the recording and meant nothing, in words."""
        return self._playhead.told

    @property
    def seen(self) -> dict[int, Frame]:
        """The screen that each recorded step was decided on in this run."""
        return self._playhead.seen

    def known(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next, so that nothing more need be waited for.

        Not if the last wait was about this very screen, and not once only something new could come up.
        """
        is_same = self._waited_on is not None and not differences(self._waited_on, frame)
        lingering = self._lingered and self._playhead.next is None
        return not is_same and not lingering and self._playhead.is_expected(frame)

    def propose_heals(self) -> None:
        """Write the heals of a run that passed, each with the screen that its action led to."""
        screens = [*self.seen.values(), self._arrived_on]
        after = zip(self.seen, screens[1:], strict=True)
        self.heals.propose({step: frame for step, frame in after if frame is not None})

    def complete(self, prompt: Prompt) -> Completion:
        """The next recorded call, or a wait for the screen to become what it was.

        Raises:
            Halted: it does not.
        """
        began = self._clock()
        aside = self._aside(prompt)
        if aside is not None:
            return aside
        prompt = self._asides.for_model(prompt) if self._asides else prompt
        self._take(prompt.feedback)
        text, replies = self._answer(prompt.frame)
        came = self._expecting.came
        if came is not None and self._asides is not None:
            self._asides.begin([self._expecting.does(came)], f"step {came.step}", prompt.feedback)
            return self._aside(prompt) or self.complete(prompt)
        usage = replies[0].usage if replies else Usage()
        timing = {"matching": self._clock() - began}
        return Completion(text, usage, timing, replies, planned=True, judged=self._expecting.took())

    def _begin(self) -> None:
        self._options = self._given
        self._expecting = Expecting(
            self._recording, self.trajectory, self._scenes, self._clock, forks=self._forks
        )
        self.heals = Heals(self._recording, self._options.healer)
        span = _span_of(self._recording)
        self._playhead = Playhead(self.trajectory, self._options, self._scenes, self.heals, span)
        self._lingered = self._forks
        self._waiting: float | None = None
        """Since when this step is waited for; None: it is not."""
        self._waited_on: Frame | None = None
        """The screen that the last wait was about."""
        self._arrived_on: Frame | None = None
        """The screen on which all was seen to be done."""
        self._is_checked = False
        """Whether the task has checks."""
        self.differs_at_end: str | None = None
        """How the last screen differs from the recorded one; None: not at all."""

    def _aside(self, prompt: Prompt) -> Completion | None:
        """The reply of what is done beside the recorded actions; None: nothing is to be done."""
        if self._asides is None or (
            not self._asides.are_running
            and (not self._asides.are_known or self._playhead.is_expected(prompt.frame))
        ):
            return None
        aside = self._asides.complete(prompt)
        if aside is None:
            return None
        self._waiting = None
        return replace(aside, judged=(*self._expecting.took(), *aside.judged))

    def _take(self, feedback: Feedback) -> None:
        """Go back by an action that was dropped, to decide it again.

        Raises:
            Halted: it was refused.
        """
        if feedback in ("refused", "malformed", "partly"):
            done = feedback.replace("partly", "done only in part")
            raise Halted(self._message(f"the recorded action was {done}"))
        if feedback == "dropped" and not self.waiting:
            self._playhead.step_back()

    def _answer(self, frame: Frame) -> tuple[str, tuple[RawReply, ...]]:
        """The reply to a screen, and what a healing model said before it."""
        reason = self._reason_to_wait(frame)
        expecting = self._expect(frame, reason)
        if expecting is not None:
            return expecting, ()
        if reason is not None and not self._rests_at_end(frame):
            return self._wait(frame, reason), ()
        self.differs_at_end = reason
        target, replies = self._locate(frame)
        if isinstance(target, NotLocated):
            turned = self._turn(frame, target)
            return turned or self._wait(frame, target.message), replies
        return self._act(frame, target), replies

    def _reason_to_wait(self, frame: Frame) -> str | None:
        """Why the next action must not be done on this screen; a value that is yet to be read may differ."""
        reason = self._playhead.reason_to_wait(frame)
        if reason is None or not self._expecting.reads or self._options.reading is None:
            return reason
        expected = self._playhead.expected
        if expected is None:
            return reason
        early = self._expecting.unread(frame, expected)
        if not early:
            return reason
        self._use(early)
        return self._playhead.reason_to_wait(frame)

    def _expect(self, frame: Frame, reason: str | None) -> str | None:
        """A reply about what is expected before the next action; None: it holds, or can't be asked yet."""
        at, known = self._playhead.at, dict(self._expecting.values)
        if not self._expecting.is_due(at):
            return None
        is_there = reason is None or self._playhead.missing_effect(frame) is None
        if not is_there and not self._expecting.is_condition(at):
            return None
        left = self._expecting.look(at, frame)
        if self._expecting.values != known:
            self._use({})
        if self._expecting.came is not None:
            return ""
        if left <= 0:
            return self._failed(frame)
        self._waited_on = frame
        return wait(min(left, _LOOK_AGAIN), "Is it as expected?").render(frame.size)

    def _failed(self, frame: Frame) -> str | None:
        """The end, where something that was expected is not so."""
        failed = self._expecting.failed
        if failed is None:
            return None
        return fail(f"Step {failed.step} does not hold ({failed.what}): {failed.actual}.").render(frame.size)

    def _use(self, early: Mapping[str, str]) -> None:
        """Go on with what this run has read, and with what it may read later.

        Raises:
            Halted: a recorded text stands for a value that was read, and for something else.
        """
        if self._given.reading is None:
            return
        values = self._given.reading({**self._expecting.values, **early})
        try:
            for one in self.trajectory[self._playhead.at :]:
                if isinstance(one.action, Type):
                    values.now(one.action.text)
        except BadInput as unclear:
            raise Halted(self._message(str(unclear))) from None
        self._options = replace(self._given, substitutions=values)
        self._playhead.take(self._options)

    def _rests_at_end(self, frame: Frame) -> bool:
        """Whether all was done, this very screen was seen before, and the task has checks to decide on it.

        What the recording kept last may be a dialog that was just going away. But where all that it kept is
        there, what came up besides is no end: somebody asks something new.
        """
        is_open = self._playhead.next is not None or self._forks or not self._is_checked
        if is_open or self._playhead.has_more or self._playhead.missing_effect(frame):
            return False
        still = self._waited_on is not None and not differences(self._waited_on, frame)
        return self._lingered or still or self._left() <= 0

    def _locate(self, frame: Frame) -> tuple[TargetPoint | NotLocated, tuple[RawReply, ...]]:
        """Where the next action takes hold; when patience ends, where the healer finds it."""
        target, recorded_action = self._playhead.locate(frame), self._playhead.next
        if isinstance(target, TargetPoint) or recorded_action is None or self._left() > 0:
            return target, ()
        found = self.heals.heal(recorded_action, frame, self._options.substitutions)
        if found is None:
            return target, ()
        replies = (RawReply(role="heal", model=self.heals.model, text=found.words, usage=found.usage),)
        if isinstance(found, Pointed):
            healed = TargetPoint(found.point, f"healed, {'; '.join(found.proof)}", healed=True)
            return self._playhead.healed(healed, frame), replies
        return replace(target, message=f"{target.message}; not healed: {found.why}"), replies

    def _act(self, frame: Frame, target: TargetPoint) -> str:
        """The next recorded call; behind the last one, after one more look, the end."""
        self._waiting = self._waited_on = None
        recorded_action = self._playhead.next
        if recorded_action is not None:
            action = self._playhead.advance(frame, target)
            thought = f"As in step {recorded_action.step} of the recording: {target.how}."
            return Reply(thought, self._said(recorded_action), action).render(frame.size)
        if not self._lingered:
            self._lingered = True
            return wait(_LINGER, "All is done; does anything more come up?").render(frame.size)
        self._arrived_on = frame
        call = self._recording.steps[-1].call
        end = call if isinstance(call, AnswerCall | TerminateCall) else _SUCCESS
        done = f"All {len(self.trajectory)} recorded actions were done again."
        return Reply(done, "End.", end).render(frame.size)

    def _turn(self, frame: Frame, missing: NotLocated) -> str | None:
        """What may bring a target of this run into sight, a turn of its list for one; None: nothing more.

        The recording knows no such act, so what it leads to is waited for as what nobody knows.
        """
        turn = self._playhead.turn(frame, missing)
        act = turn or self._playhead.aside()
        if act is None:
            return None
        said = "Turn the list." if turn else "Move the pointer to where it was."
        self._waiting, self._waited_on = self._clock(), frame
        return Reply(f"It is not in sight: {missing.message}.", said, act).render(frame.size)

    def _left(self) -> float:
        """Seconds of patience that are left for this step; they count from the first call."""
        now = self._clock()
        if self._waiting is None:
            self._waiting = now
        return self._options.patience - (now - self._waiting)

    def _wait(self, frame: Frame, reason: str) -> str:
        """A wait for the screen to change.

        Raises:
            Halted: there was time enough.
        """
        self._waited_on = frame
        left = self._left()
        if left <= 0:
            self._expecting.look(self._playhead.at, frame, at_once=True)
            failed = self._failed(frame)
            if failed is not None:
                return failed
            raise Halted(self._message(reason))
        thought = f"It is not yet as it was recorded: {reason}."
        return wait(min(left, _LOOK_AGAIN), thought).render(frame.size)

    def _message(self, reason: str) -> str:
        """What to say of a halt: where, and why."""
        total, recorded_action = len(self.trajectory), self._playhead.next
        where = f"after the last of {total} recorded actions"
        if recorded_action is not None:
            said = self._said(recorded_action)
            where = f"before step {recorded_action.step} ({said} {self._playhead.at + 1} of {total})"
        return f"{self._recording.folder}: {where}: {reason}; nothing more was done"

    def _said(self, recorded_action: RecordedAction) -> str:
        """What the recording says of an action, with this run's texts."""
        return self._options.substitutions.spoken(recorded_action.sentence)


def _span_of(recording: Recording) -> Span | None:
    """When a recording was made, in local time; None for one that was cut off."""
    if recording.end is None:
        return None
    began = datetime.fromisoformat(recording.header.started).astimezone()
    return Span(began, began + timedelta(seconds=recording.end.timing.get("seconds", 0)))

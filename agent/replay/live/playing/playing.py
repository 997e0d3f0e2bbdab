"""Playing: one episode of a replay; its reply to each screen.

As long as the screen does not allow the next action (`Playhead`) it waits. When its patience ends it asks the
healer, if there is one, and else halts.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from agent.protocol.toolcall import AnswerCall, TerminateCall
from agent.protocol.write import Reply, wait
from agent.recording.lines import is_planned
from agent.replay.heal.heals import Heals
from agent.replay.live.compare.texts.clock import Span
from agent.replay.live.playhead import Playhead
from agent.replay.live.playing.mid_run import LOOK_AGAIN, MidRun
from agent.replay.live.playing.patience import Patience
from agent.replay.live.playing.place import said_of
from agent.replay.live.playing.search import TargetSearch
from tools.relocate.result import NotLocated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from agent.errors import Halted
    from agent.model import RawReply
    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.expecting import Expecting
    from agent.replay.live.options import PlayerOptions
    from agent.replay.live.target import TargetPoint
    from tools.observation import Frame
    from tools.see.cache import SceneCache

_LINGER = 0.3
"""Seconds that the last look waits for one: a question that the program asks late is no success."""
_SUCCESS = TerminateCall(action="terminate", status="success")


class Playing:
    """One episode.

    Args:
        recording: What is replayed.
        trajectory: Its actions.
        options: As given.
        expecting: What is judged in mid-run.
        scenes: Reads frames.
        clock: Monotonic seconds.
        forks: Whether a model goes on behind the last action.
    """

    def __init__(
        self,
        recording: Recording,
        trajectory: Sequence[RecordedAction],
        options: PlayerOptions,
        expecting: Expecting,
        scenes: SceneCache,
        clock: Callable[[], float],
        *,
        forks: bool,
    ) -> None:
        self._recording, self._trajectory, self._forks = recording, trajectory, forks
        self.heals = Heals(recording, options.healer)
        self.playhead = Playhead(trajectory, options, scenes, self.heals, _span_of(recording))
        self._patience = Patience(options.patience, clock)
        self._mid_run = MidRun(recording, trajectory, expecting, self.playhead, self._patience, options)
        self._search = TargetSearch(self.playhead, self.heals, self._patience, self._mid_run)
        self._lingered = forks
        self.arrived_on: Frame | None = None
        """The screen on which all was seen to be done."""
        self.is_checked = False
        """Whether the task has checks."""
        self.differs_at_end: str | None = None
        """How the last screen differs from the recorded one; None: not at all."""

    @property
    def waiting(self) -> bool:
        """Whether the last reply was only a wait."""
        return self._patience.waiting

    def pause(self) -> None:
        """Something is done beside the recorded actions."""
        self._patience.pauses()

    def halted(self, reason: str) -> Halted:
        """The halt of this replay, here."""
        return self._mid_run.halted(reason)

    def known(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next, so that nothing more need be waited for.

        Not if the last wait was about this very screen, and not once only something new could come up.
        """
        lingering = self._lingered and self.playhead.next is None
        return not self._patience.was_about(frame) and not lingering and self.playhead.is_expected(frame)

    def answer(self, frame: Frame) -> tuple[str, tuple[RawReply, ...]]:
        """The reply to a screen, and what a healing model said before it."""
        reason = self._mid_run.reason_to_wait(frame)
        expecting = self._mid_run.reply(frame, reason)
        if expecting is not None:
            return expecting, ()
        if reason is not None and not self._rests_at_end(frame):
            return self._wait(frame, reason), ()
        self.differs_at_end = reason
        target, replies = self._search.locate(frame)
        if isinstance(target, NotLocated):
            turned = self._search.turn(frame, target)
            return turned or self._wait(frame, target.message), replies
        return self._act(frame, target), replies

    def _rests_at_end(self, frame: Frame) -> bool:
        """Whether all was done, this very screen was seen before, and the task has checks to decide on it.

        What the recording kept last may be a dialog that was just going away. But where all that it kept is
        there, what came up besides is no end: somebody asks something new.
        """
        is_open = self.playhead.next is not None or self._forks or not self.is_checked
        if is_open or self.playhead.has_more or self.playhead.missing_effect(frame):
            return False
        return self._lingered or self._patience.was_about(frame) or self._patience.left() <= 0

    def _act(self, frame: Frame, target: TargetPoint) -> str:
        """The next recorded call; behind the last one, after one more look, the end."""
        self._patience.ends()
        recorded_action = self.playhead.next
        if recorded_action is not None:
            action = self.playhead.advance(frame, target)
            thought = f"As in step {recorded_action.step} of the recording: {target.how}."
            told = self._mid_run.options.substitutions
            if self._forks and not is_planned(self._recording.header.model):
                # A model that goes on finds its place in its plan by what was thought. Thoughts of what was
                # planned before are of places alone, which may be others by now.
                thought = f"{told.spoken(recorded_action.thought)} ({thought})".removeprefix(" ")
            return Reply(thought, said_of(recorded_action, told), action).render(frame.size)
        if not self._lingered:
            self._lingered = True
            return wait(_LINGER, "All is done; does anything more come up?").render(frame.size)
        self.arrived_on = frame
        call = self._recording.steps[-1].call
        end = call if isinstance(call, AnswerCall | TerminateCall) else _SUCCESS
        done = f"All {len(self._trajectory)} recorded actions were done again."
        return Reply(done, "End.", end).render(frame.size)

    def _wait(self, frame: Frame, reason: str) -> str:
        """A wait for the screen to change.

        Raises:
            Halted: there was time enough.
        """
        self._patience.waits(frame)
        left = self._patience.left()
        if left <= 0:
            failed = self._mid_run.last_look(frame)
            if failed is not None:
                return failed
            raise self._mid_run.halted(reason)
        thought = f"It is not yet as it was recorded: {reason}."
        return wait(min(left, LOOK_AGAIN), thought).render(frame.size)


def _span_of(recording: Recording) -> Span | None:
    """When a recording was made, in local time; None for one that was cut off."""
    if recording.end is None:
        return None
    began = datetime.fromisoformat(recording.header.started).astimezone()
    return Span(began, began + timedelta(seconds=recording.end.timing.get("seconds", 0)))

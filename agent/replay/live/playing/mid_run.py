"""Mid-run of a replay: what is expected and read before the next action, and what texts follow from that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.protocol.write import fail, wait
from agent.replay.live.playing.place import halted
from tools.action import Type

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from agent.errors import Halted
    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction
    from agent.replay.live.expecting import Expecting
    from agent.replay.live.options import PlayerOptions
    from agent.replay.live.playhead import Playhead
    from agent.replay.live.playing.patience import Patience
    from tools.observation import Frame

LOOK_AGAIN = 2.0
"""Seconds that a look waits for a change, at most."""


class MidRun:
    """What one episode expects and reads.

    Args:
        recording: What is replayed.
        trajectory: Its actions.
        expecting: What was judged then, and is judged now.
        playhead: Where the replay has come to.
        patience: Of the replay.
        options: As given, before anything was read.
    """

    def __init__(
        self,
        recording: Recording,
        trajectory: Sequence[RecordedAction],
        expecting: Expecting,
        playhead: Playhead,
        patience: Patience,
        options: PlayerOptions,
    ) -> None:
        self._recording, self._trajectory, self._expecting = recording, trajectory, expecting
        self._playhead, self._patience = playhead, patience
        self._given = self.options = options
        """As given; and with the values that this run has read."""

    def reason_to_wait(self, frame: Frame) -> str | None:
        """Why the next action must not be done on this screen; a value that is yet to be read may differ."""
        reason = self._playhead.reason_to_wait(frame)
        if reason is None or not self._expecting.reads or self.options.reading is None:
            return reason
        expected = self._playhead.expected
        if expected is None:
            return reason
        early = self._expecting.unread(frame, expected)
        if not early:
            return reason
        self._use(early)
        return self._playhead.reason_to_wait(frame)

    def reply(self, frame: Frame, reason: str | None) -> str | None:
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
            return self.failed(frame)
        self._patience.waits(frame)
        return wait(min(left, LOOK_AGAIN), "Is it as expected?").render(frame.size)

    def failed(self, frame: Frame) -> str | None:
        """The end, where something that was expected is not so."""
        failed = self._expecting.failed
        if failed is None:
            return None
        return fail(f"Step {failed.step} does not hold ({failed.what}): {failed.actual}.").render(frame.size)

    def last_look(self, frame: Frame) -> str | None:
        """The end, where what is due does not hold on this screen: there was time enough; None: it does."""
        self._expecting.look(self._playhead.at, frame, at_once=True)
        return self.failed(frame)

    def halted(self, reason: str) -> Halted:
        """The halt of this replay, here."""
        return halted(
            self._recording, len(self._trajectory), self._playhead, self.options.substitutions, reason
        )

    def _use(self, early: Mapping[str, str]) -> None:
        """Go on with what this run has read, and with what it may read later.

        Raises:
            Halted: a recorded text stands for a value that was read, and for something else.
        """
        if self._given.reading is None:
            return
        values = self._given.reading({**self._expecting.values, **early})
        try:
            for one in self._trajectory[self._playhead.at :]:
                if isinstance(one.action, Type):
                    values.now(one.action.text)
        except BadInput as unclear:
            raise self.halted(str(unclear)) from None
        self.options = replace(self._given, substitutions=values)
        self._playhead.take(self.options)

"""A recording as a model: it replies with the recorded calls, each at the place where its target is now.

Until the screen is fit to go on (`Cursor`) it waits for it to change, and when its patience ends it asks the
healer, if there is one, and else halts.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

from agent.errors import Halted
from agent.model import Completion, RawReply
from agent.protocol.computer_use import TOOL_NAME
from agent.protocol.grounding import to_grid
from agent.protocol.toolcall import AnswerCall, TerminateCall
from agent.protocol.write import wait
from agent.recording.trajectory import trajectory_of
from agent.replay.heal.heals import Heals
from agent.replay.heal.proposal import Pointed
from agent.replay.live.cursor import Cursor
from agent.replay.live.frame_diff import differences
from agent.replay.live.options import PlayerOptions
from agent.replay.live.relocator import NoPlace, TargetPlace
from agent.usage import Usage
from tools.action import Type, point_of
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from collections.abc import Callable

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
_SUCCESS: dict[str, object] = {"action": "terminate", "status": "success"}


class ReplayPlayer:
    """Goes a recording's way again. One episode at a time.

    Args:
        recording: what was done.
        choices: new wording, masks, patience, healer.
        upto: the last recorded step that is done again, for a fork; None: all, of a run that passed.
        parser: reads frames; by default `tools.see.ocr.shared_reader`, loaded when a frame has to be read.
        clock: monotonic seconds.

    Raises:
        BadRecording: the recorded run did not pass, or did nothing.
    """

    answers = False

    def __init__(
        self,
        recording: Recording,
        choices: PlayerOptions | None = None,
        upto: int | None = None,
        parser: ScreenParser | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = f"recording:{recording.folder.name}"
        self.trajectory = trajectory_of(recording, upto)
        self._recording, self._choices, self._clock = recording, choices or PlayerOptions(), clock
        self._scenes, self._forks = SceneCache(parser), upto is not None
        self._begin()

    def start(self, task: Task) -> None:
        """Go back to the first step."""
        del task
        self._begin()

    def prepare(self) -> None:
        """Load the healer; what reads is loaded when something has to be read."""
        if self._choices.healer:
            self._choices.healer.prepare()

    @property
    def waiting(self) -> bool:
        """Whether the last reply was only a wait."""
        return self._waiting is not None

    @property
    def seen(self) -> dict[int, Frame]:
        """The screen that each recorded step was decided on in this run."""
        return self._course.seen

    def known(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next, so that nothing more need be waited for.

        Not if the last wait was about this very screen, and not once only something new could come up.
        """
        doubted = self._doubted is not None and not differences(self._doubted, frame)
        lingering = self._lingered and self._course.next is None
        return not doubted and not lingering and self._course.is_known(frame)

    def complete(self, prompt: Prompt) -> Completion:
        """The next recorded call, or a wait for the screen to become what it was.

        Raises:
            Halted: it does not.
        """
        began = self._clock()
        self._heed(prompt.feedback)
        frame = prompt.frame
        doubt = self._course.doubt(frame)
        place = self._course.place(frame) if doubt is None else NoPlace(doubt)
        replies: tuple[RawReply, ...] = ()
        if isinstance(place, NoPlace) and doubt is None and self._left() <= 0:
            place, replies = self._healed(frame, place)
        text = self._wait(frame, place.why) if isinstance(place, NoPlace) else self._go(frame, place)
        usage = replies[0].usage if replies else Usage()
        return Completion(text, usage, {"matching": self._clock() - began}, replies)

    def _begin(self) -> None:
        self.arrived = False
        """Whether all was done and seen to be done."""
        self.heals = Heals(self._recording, self._choices.healer)
        self._course = Cursor(self.trajectory, self._choices, self._scenes, self.heals)
        self._lingered = self._forks
        self._waiting: float | None = None
        self._doubted: Frame | None = None

    def _heed(self, feedback: Feedback) -> None:
        """What became of the last act: one that was dropped is decided again."""
        if feedback in ("refused", "malformed"):
            raise Halted(self._told(f"the recorded action was {feedback}"))
        if feedback == "dropped" and not self.waiting:
            self._course.step_back()

    def _go(self, frame: Frame, place: TargetPlace) -> str:
        """The reply that carries out the next act at that place."""
        self._waiting = self._doubted = None
        recorded_action = self._course.next
        if recorded_action is None:
            return self._end(frame)
        self._course.advance(frame, place)
        thought = f"As in step {recorded_action.step} of the recording: {place.how}."
        sentence = self._choices.substitutions.spoken(recorded_action.sentence)
        return _reply(thought, sentence, self._arguments(recorded_action, place, frame))

    def _end(self, frame: Frame) -> str:
        """The recorded end, after one more look."""
        if not self._lingered:
            self._lingered = True
            return wait(_LINGER, "All is done; does anything more come up?").render(frame.size)
        self.arrived = True
        call = self._recording.steps[-1].call
        end = call.model_dump() if isinstance(call, AnswerCall | TerminateCall) else _SUCCESS
        return _reply(f"All {len(self.trajectory)} recorded actions were done again.", "End.", end)

    def _arguments(
        self, recorded_action: RecordedAction, place: TargetPlace, frame: Frame
    ) -> dict[str, object]:
        arguments: dict[str, object] = recorded_action.call.model_dump(exclude_none=True)
        if isinstance(recorded_action.action, Type):
            arguments["text"] = self._choices.substitutions.now(recorded_action.action.text)
        at = point_of(recorded_action.action)
        if at is not None and at != place.point:
            arguments["coordinate"] = to_grid(place.point, frame.size)
        return arguments

    def _healed(self, frame: Frame, nowhere: NoPlace) -> tuple[TargetPlace | NoPlace, tuple[RawReply, ...]]:
        """What the healer finds, where there is one; it is asked once a step."""
        recorded_action, substitutions = self._course.next, self._choices.substitutions
        at = point_of(recorded_action.action) if recorded_action else None
        # Another value may have another target: what reads as it did is then the wrong one.
        if (
            recorded_action is None
            or at is None
            or substitutions.spoken(recorded_action.sentence) != recorded_action.sentence
        ):
            return nowhere, ()
        found = self.heals.heal(recorded_action, at, frame)
        if found is None or self._choices.healer is None:
            return nowhere, ()
        replies = (
            RawReply(role="heal", model=self._choices.healer.name, text=found.words, usage=found.usage),
        )
        if isinstance(found, Pointed):
            return TargetPlace(found.point, f"healed, {'; '.join(found.proof)}", healed=True), replies
        return NoPlace(f"{nowhere.why}; not healed: {found.why}"), replies

    def _left(self) -> float:
        """Seconds of patience that are left for this step; they count from the first call."""
        now = self._clock()
        if self._waiting is None:
            self._waiting = now
        return self._choices.patience - (now - self._waiting)

    def _wait(self, frame: Frame, why: str) -> str:
        """A wait for the screen to change.

        Raises:
            Halted: there was time enough.
        """
        self._doubted = frame
        left = self._left()
        if left <= 0:
            raise Halted(self._told(why))
        thought = f"It is not yet as it was recorded: {why}."
        return wait(min(left, _LOOK_AGAIN), thought).render(frame.size)

    def _told(self, why: str) -> str:
        """A halt, for a person: which step, and why."""
        total, recorded_action = len(self.trajectory), self._course.next
        where = f"after the last of {total} recorded actions"
        if recorded_action is not None:
            sentence = self._choices.substitutions.spoken(recorded_action.sentence)
            where = f"before step {recorded_action.step} ({sentence} {self._course.at + 1} of {total})"
        return f"{self._recording.folder}: {where}: {why}; nothing more was done"


def _reply(thought: str, sentence: str, arguments: dict[str, object]) -> str:
    call = json.dumps({"name": TOOL_NAME, "arguments": arguments}, ensure_ascii=False)
    return f"Thought: {thought}\nAction: {sentence}\n<tool_call>\n{call}\n</tool_call>"

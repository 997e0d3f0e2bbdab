"""`ReplayPlayer`: a recording as a model; replies with the recorded calls at their targets' present places.

It is an episode (`agent.replay.live.playing`) at the ordinary model seam, with what is done beside the steps.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.asides import Asides
from agent.model import Completion
from agent.models import new_model
from agent.recording.trajectory import trajectory_of
from agent.replay.live.expecting import Expecting
from agent.replay.live.options import PlayerOptions
from agent.replay.live.playing.playing import Playing
from agent.usage import Usage
from tools.see.cache import SceneCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.model import Feedback, Prompt
    from agent.recording.reading import Recording
    from agent.replay.heal.heals import Heals
    from agent.task import Task
    from tools.observation import Frame
    from tools.see.parser import ScreenParser


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
        self._recording, self._options, self._clock = recording, options or PlayerOptions(), clock
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
        self._playing.is_checked = bool(task.checks)

    def prepare(self) -> None:
        """Load the healer; what reads is loaded when something has to be read."""
        if self._options.healer:
            self._options.healer.prepare()

    @property
    def waiting(self) -> bool:
        """Whether the last reply was only a wait."""
        return self._playing.waiting

    @property
    def arrived(self) -> bool:
        """Whether all was done and seen to be done."""
        return self._playing.arrived_on is not None

    @property
    def heals(self) -> Heals:
        """Where targets were found on other screens."""
        return self._playing.heals

    @property
    def differs_at_end(self) -> str | None:
        """How the last screen differs from the recorded one; None: not at all."""
        return self._playing.differs_at_end

    @property
    def told(self) -> tuple[str, ...]:
        """What differed from the recording and meant nothing, in words."""
        return self._playing.playhead.told

    @property
    def seen(self) -> dict[int, Frame]:
        """The screen that each recorded step was decided on in this run."""
        return self._playing.playhead.seen

    def known(self, frame: Frame) -> bool:
        """Whether a frame is the recorded one that comes next; see `Playing.known`."""
        return self._playing.known(frame)

    def propose_heals(self) -> None:
        """Write the heals of a run that passed, each with the screen that its action led to."""
        screens = [*self.seen.values(), self._playing.arrived_on]
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
        text, replies = self._playing.answer(prompt.frame)
        came = self._expecting.came
        if came is not None and self._asides is not None:
            self._asides.begin([self._expecting.does(came)], f"step {came.step}", prompt.feedback)
            return self._aside(prompt) or self.complete(prompt)
        usage = replies[0].usage if replies else Usage()
        timing = {"matching": self._clock() - began}
        return Completion(text, usage, timing, replies, planned=True, judged=self._expecting.took())

    def _begin(self) -> None:
        self._expecting = Expecting(
            self._recording, self.trajectory, self._scenes, self._clock, forks=self._forks
        )
        self._playing = Playing(
            self._recording,
            self.trajectory,
            self._options,
            self._expecting,
            self._scenes,
            self._clock,
            forks=self._forks,
        )

    def _aside(self, prompt: Prompt) -> Completion | None:
        """The reply of what is done beside the recorded actions; None: nothing is to be done."""
        if self._asides is None or (
            not self._asides.are_running
            and (not self._asides.are_known or self._playing.playhead.is_expected(prompt.frame))
        ):
            return None
        aside = self._asides.complete(prompt)
        if aside is None:
            return None
        self._playing.pause()
        return replace(aside, judged=(*self._expecting.took(), *aside.judged))

    def _take(self, feedback: Feedback) -> None:
        """Go back by an action that was dropped, to decide it again.

        Raises:
            Halted: it was refused.
        """
        if feedback in ("refused", "malformed", "partly"):
            done = feedback.replace("partly", "done only in part")
            raise self._playing.halted(f"the recorded action was {done}")
        if feedback == "dropped" and not self.waiting:
            self._playing.playhead.step_back()

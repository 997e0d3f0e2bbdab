"""Recorded model: the replies of a recording as a model, for a replay without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import ReplayDiffers
from agent.model import Completion
from agent.protocol.prompt import prompt_digest
from agent.replay.nearest import prompt_difference

if TYPE_CHECKING:
    from agent.model import Prompt
    from agent.recording.reading import Recording
    from agent.task import Task


class ReplayModel:
    """Gives the recorded replies, each only to the very prompt that it was a reply to."""

    sees = False

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._place = 0

    @property
    def name(self) -> str:
        """The recorded model's."""
        return self._recording.header.model

    def check(self, task: Task) -> None:
        """Nothing to do: the recording holds the task."""

    def start(self, task: Task) -> None:
        """Nothing to do: the recording is the conversation."""

    def prepare(self) -> None:
        """Nothing to do."""

    def complete(self, prompt: Prompt) -> Completion:
        """The recorded reply.

        Raises:
            ReplayDiffers: this is not the prompt that was recorded.
        """
        line = self._recording.steps[self._place]
        self._place += 1
        if prompt_digest(prompt) != line.prompt:
            raise ReplayDiffers(prompt_difference(self._recording, line, prompt))
        planned = self._recording.header.is_planned(line.index)
        return Completion(line.reply, line.usage, planned=planned, judged=line.judged, aside=line.aside)

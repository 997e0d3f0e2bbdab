"""Episode to be exported: a recording, verified, with the steps that today's loop makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from agent.bench.replayed import replay_folder
from agent.episode import Watcher

if TYPE_CHECKING:
    from agent.bench.exports.source import Source
    from agent.episode import Step
    from agent.recording.reading import Recording


@dataclass(frozen=True, slots=True)
class RecordedEpisode:
    """A recorded episode with its steps, each with the prompt that the model was shown."""

    recording: Recording
    steps: tuple[Step, ...]
    passed: bool

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.recording.folder.resolve().name


@dataclass
class _Steps(Watcher):
    """A watcher that keeps the steps."""

    kept: list[Step] = field(default_factory=list)

    def stepped(self, step: Step) -> None:
        """Keep one."""
        self.kept.append(step)


def episode_of(source: Source) -> RecordedEpisode:
    """The episode of a recording, replayed offline: so its prompts are those that the model was shown.

    Raises:
        BadInput: it was altered, or replays otherwise, which its prompts do as well.
    """
    steps = _Steps()
    recording = replay_folder(source.folder, source.digest, steps)
    return RecordedEpisode(recording, tuple(steps.kept), source.passed)

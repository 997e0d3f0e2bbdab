"""The form's recording, and an episode of its replay on recorded frames."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from agent.recording.reading import load_recording
from agent.recording.trajectory import trajectory_of
from agent.replay.live.expecting import Expecting
from agent.replay.live.options import PlayerOptions
from agent.replay.live.playing.playing import Playing
from tests.tools.scenes import FakeParser
from tools.see.cache import SceneCache
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from agent.recording.reading import Recording
    from agent.recording.trajectory import RecordedAction

RECORDINGS = Path(__file__).parents[4] / "recordings"


class Clock:
    """Monotonic seconds that a test lets go by."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@cache
def form() -> Recording:
    """The recording."""
    return load_recording(RECORDINGS / "fill_form")


@cache
def actions() -> tuple[RecordedAction, ...]:
    """What it did; its frames are read at the first call, which takes most of a second."""
    return trajectory_of(form())


def playing(
    clock: Clock,
    patience: float = 5,
    *,
    of: Recording | None = None,
    reads: bool = False,
    forks: bool = False,
) -> Playing:
    """An episode of the form at its beginning; one that does not read knows equal screens alone."""
    scenes, recording = SceneCache(shared_reader() if reads else FakeParser()), of or form()
    trajectory = trajectory_of(recording)
    expecting = Expecting(recording, trajectory, scenes, clock)
    return Playing(
        recording, trajectory, PlayerOptions(patience=patience), expecting, scenes, clock, forks=forks
    )

"""Runs of `agent fork` and `agent resume`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.models import load_grounded
from agent.recording.lines import Parent
from agent.recording.store import FRAMES
from agent.replay.fork.model import ForkModel
from agent.replay.live.run import player_of
from agent.runs.report.kept import keep
from agent.runs.run import TaskRun
from agent.runs.setup import FollowedRecording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.episode import Watcher
    from agent.recording.reading import Recording
    from agent.replay.live.run import Replay
    from agent.replay.options import LiveOptions
    from agent.runs.report.result import Result

_ENDED = ("passed", "failed", "gave_up")
"""Verdicts of runs that came to their own end."""


def fork_live(
    replay: Replay, at: int, options: LiveOptions, watchers: Sequence[Watcher] = (), *, lost: bool = False
) -> Result:
    """Do one; the new recording names its parent.

    Args:
        replay: the recording, and the run to be made.
        at: the last recorded step that is done again.
        options: as for a live replay; `options.run.model` goes on (None: the one that made the recording).
        watchers: who is told.
        lost: whether the model also goes on where the way is lost before.

    Raises:
        BadInput: a task, an option or the recording is wrong; nothing was started.
    """
    folder = replay.planned.new_folder()
    chosen = options.run
    name = chosen.model or replay.recording.header.model
    model = load_grounded(name, chosen.ground, chosen.grounder)
    fork = ForkModel(player_of(replay, folder.workdir, options, at), model, lost=lost)
    followed = FollowedRecording(
        fork.known, replay.recording.folder / FRAMES, parent_of(replay.recording, at)
    )
    task = replay.subject.run.resolve(folder.workdir)
    result = TaskRun(folder, task, fork, chosen, watchers, followed=followed).run()
    keep(result)
    return result


def parent_of(recording: Recording, steps: int) -> Parent:
    """How a fork names where it comes from."""
    return Parent(recording=recording.folder.resolve().name, sum=recording.sum, steps=steps)


def check_fork(recording: Recording, at: int) -> None:
    """Make sure that there are steps to fork after.

    Raises:
        BadInput: the recording has not so many.
    """
    if not 0 <= at <= len(recording.steps):
        raise BadInput(f"--at {at}: {recording.folder} has steps 1 to {len(recording.steps)}; 0 is its start")


def resumed_at(recording: Recording) -> int:
    """The step after which a run that was cut off goes on.

    Raises:
        BadInput: it was not cut off.
    """
    if recording.end is not None and recording.end.verdict in _ENDED:
        raise BadInput(
            f"{recording.folder}: the run was not cut off, it ended: {recording.end.verdict}; to go on from "
            "one of its steps, fork it: agent fork REC --at N"
        )
    return len(recording.steps)

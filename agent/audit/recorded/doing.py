"""Doing of a recording's mutants: live replays of a task's recording, each otherwise a run like any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.audit.audited import Audited, AuditedStep, passed
from agent.audit.recorded.mutants import mutated, recorded_mutants
from agent.audit.recorded.player import MutantPlayer
from agent.audit.recorded.units import units_of
from agent.errors import BadInput
from agent.recording.reading import load_recording
from agent.recording.store import FRAMES
from agent.recording.trajectory import trajectory_of
from agent.replay.live.ignored import load_ignored
from agent.replay.live.options import PlayerOptions
from agent.replay.live.run import plan_replay
from agent.runs.run import TaskRun
from agent.runs.setup import FollowedRecording
from tools.see.cache import SceneCache
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from agent.audit.mutants import Mutant
    from agent.episode import Watcher
    from agent.recording.reading import Recording
    from agent.runs.options import RunOptions
    from agent.runs.planning.plan import Planned
    from agent.runs.report.result import Result
    from agent.runs.setup import DesktopSetup


@dataclass(frozen=True, slots=True)
class RecordingDoer:
    """Replays a recording live, as it is or with a mutant's change; can be sent to a process."""

    folder: Path

    def __call__(
        self,
        planned: Planned,
        options: RunOptions,
        watchers: Sequence[Watcher] = (),
        mutant: Mutant | None = None,
        turn: int = 0,
        desktop: DesktopSetup | None = None,
    ) -> Result:
        """Do it once.

        Raises:
            BadInput: the recording is damaged, or of another task; nothing was started.
        """
        recording = load_recording(self.folder)
        subject = plan_replay(recording, planned).subject
        folder = planned.new_folder()
        task = subject.run.resolve(folder.workdir)
        chosen = PlayerOptions(subject.substitutions(folder.workdir), ignored=load_ignored(recording, task))
        parser = SceneCache(shared_reader())
        whole = units_of(trajectory_of(recording), parser)
        units = [*whole] if mutant is None else mutated(whole, mutant, turn, parser)
        changed = None if mutant is None or mutant.of_no_step else mutant.at
        player = MutantPlayer(recording, units, chosen, parser, changed)
        followed = FollowedRecording(player.known, recording.folder / FRAMES)
        return TaskRun(folder, task, player, options, watchers, followed=followed, desktop=desktop).run()


def recorded_as_it_is(
    folder: Path,
    planned: Planned,
    options: RunOptions,
    watchers: Sequence[Watcher] = (),
    lies: Sequence[str] = (),
) -> Audited:
    """Replay a recording as its mutants are, with nothing changed, and find them. Raises as `as_it_is`."""
    recording = load_recording(folder)
    _refuse_looking(recording)
    does = RecordingDoer(folder)
    result = passed(planned, does(planned, options, watchers))
    parser = SceneCache(shared_reader())
    units = units_of(trajectory_of(recording), parser)
    steps = tuple(AuditedStep(unit.text, f"{folder}: step {unit.step}", (unit.text,)) for unit in units)
    return Audited(planned, result, recorded_mutants(units, parser, lies), does, steps)


def _refuse_looking(recording: Recording) -> None:
    """A mutant's player only acts. Raises BadInput where the recorded steps look, too."""
    task = recording.header.task
    if task.interruptions or any(line.judged or line.aside for line in recording.steps):
        raise BadInput(
            f"{recording.folder}: its task looks in mid-run (Expect, Read, If, interruptions), as no mutant "
            f"of a recording does; the embedded model can do such a task: agent audit {task.source}"
        )

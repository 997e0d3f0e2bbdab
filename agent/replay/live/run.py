"""Runs of live replays: the real programs, the recorded actions, today's checks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.models import load_model
from agent.recording.claim import check_folder
from agent.recording.reading import load_recording
from agent.recording.store import FRAMES
from agent.replay.heal.healer import Healer
from agent.replay.live.ignored import load_ignored
from agent.replay.live.options import PlayerOptions
from agent.replay.live.player import ReplayPlayer
from agent.replay.live.recorded_task import recorded_task, runs_of
from agent.replay.live.values.references import check_values
from agent.runs.planning.plan import WORKDIR, Planned, label_of
from agent.runs.report.kept import keep
from agent.runs.run import TaskRun
from agent.runs.setup import FollowedRecording
from tools.see.cache import SceneCache
from tools.see.ocr import shared_reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.episode import Watcher
    from agent.recording.reading import Recording
    from agent.replay.live.recorded_task import RecordedTask
    from agent.replay.options import LiveOptions
    from agent.runs.report.result import Result
    from agent.runs.setup import DesktopSetup


_TOLD = 3
"""So many harmless differences are named in a result."""


@dataclass(frozen=True, slots=True)
class Replay:
    """One live replay to be done."""

    recording: Recording
    subject: RecordedTask
    planned: Planned


def plan_replays(folder: Path, options: LiveOptions) -> list[Replay]:
    """The replays of one recording: one, or one a case.

    Raises:
        BadInput: the recording, its task or an option is wrong; nothing was started.
    """
    recording = load_recording(folder)
    trajectory = ReplayPlayer(recording).trajectory  # refuses what can't be replayed, and damaged heals
    runs = runs_of(recording, options.task, options.overrides, cases=options.cases)
    replays = []
    for run in runs:
        label = label_of(run)
        record = options.record / label if options.record and len(runs) > 1 else options.record
        if record:
            check_folder(record)
        replays.append(plan_replay(recording, Planned(run, label, record)))
        check_values(replays[-1].subject, trajectory, shared_reader())
    return replays


def plan_replay(recording: Recording, planned: Planned) -> Replay:
    """One replay of a recording.

    Raises:
        BadInput: it is of another task, or on another display.
    """
    subject = recorded_task(recording, planned.run)
    _check_display(recording, subject)
    load_ignored(recording, planned.run.resolve(Path(WORKDIR)))  # refuses those of another recording
    return Replay(recording, subject, planned)


def replay_live(replay: Replay, options: LiveOptions, watchers: Sequence[Watcher] = ()) -> Result:
    """Do one. What the program or the screen does is a verdict, never an exception.

    Raises:
        BadInput: the task, an option or the recording is wrong; nothing was started.
    """
    result = replay_and_keep(replay, options, watchers)[0]
    keep(result)
    return result


def replay_and_keep(
    replay: Replay,
    options: LiveOptions,
    watchers: Sequence[Watcher] = (),
    desktop: DesktopSetup | None = None,
) -> tuple[Result, ReplayPlayer]:
    """As `replay_live`, on a desktop set up as given; and the model, with its trajectory and what it saw."""
    folder = replay.planned.new_folder()
    task = replay.subject.run.resolve(folder.workdir)
    player = player_of(replay, folder.workdir, options)
    followed = FollowedRecording(player.known, replay.recording.folder / FRAMES)
    run = TaskRun(folder, task, player, options.run, watchers, followed=followed, desktop=desktop)
    result = _with_differences(run.run(), player, strict=options.strict)
    return _with_heals(result, player, replay.recording.folder, strict=options.strict), player


def _with_differences(result: Result, model: ReplayPlayer, *, strict: bool) -> Result:
    """A run that passed tells what differed; under `strict` another last screen is a failure."""
    if result.verdict != "passed":
        return result
    said = [f"the last screen differs: {model.differs_at_end}"] if model.differs_at_end else []
    said += [f"harmless: {', '.join(model.told[:_TOLD])}"] if model.told else []
    verdict = "failed" if strict and model.differs_at_end else result.verdict
    return result.model_copy(update={"verdict": verdict, "message": "; ".join((result.message, *said))})


def _with_heals(result: Result, model: ReplayPlayer, recording: Path, *, strict: bool) -> Result:
    """A run that passed proposes its heals, and says so first; under `strict` it has failed all the same."""
    if result.verdict != "passed" or not model.heals.steps:
        return result
    model.propose_heals()
    message = f"healed {model.heals.told} (agent heal {recording}); {result.message}"
    verdict = "failed" if strict else result.verdict
    return result.model_copy(update={"verdict": verdict, "message": message, "healed": model.heals.steps})


def player_of(replay: Replay, workdir: Path, options: LiveOptions, upto: int | None = None) -> ReplayPlayer:
    """The model that replays the recording in a run whose folder is `workdir`; see `ReplayPlayer`."""
    chosen = PlayerOptions(
        substitutions=replay.subject.substitutions(workdir),
        reading=lambda read: replay.subject.substitutions(workdir, read=read),
        ignored=load_ignored(replay.recording, replay.subject.run.resolve(workdir)),
        learning=options.learning,
        patience=options.patience,
        healer=Healer(load_model(options.heal), SceneCache()) if options.heal else None,
    )
    return ReplayPlayer(replay.recording, chosen, upto)


def _check_display(recording: Recording, subject: RecordedTask) -> None:
    display = subject.run.resolve(Path(WORKDIR)).display
    if display.kind == "virtual" and tuple(display.size) != tuple(recording.header.size):
        was, now = recording.header.size, display.size
        raise BadInput(
            f"{recording.folder}: was recorded on a display of {was[0]}x{was[1]}, and the task's has "
            f"{now[0]}x{now[1]}; record it again on the new size"
        )

"""What is done for an item, as `--agent-mode` has it. Loaded when the first item runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from agent.errors import BadInput
from agent.printing.console import stderr_console
from agent.pytest_plugin.kept.folder import HEALED, claim
from agent.pytest_plugin.kept.recordings import adopt, is_recorded, recording_of
from agent.recording.reading import load_recording
from agent.replay.heal.picture import draw
from agent.replay.heal.store import decide, load_heals
from agent.replay.live.run import plan_replay, plan_replays, replay_live
from agent.replay.offline_result import replay_offline
from agent.replay.options import LiveOptions
from agent.runs.attempts import attempt
from agent.runs.options import RunOptions
from agent.runs.planning.plan import Planned
from agent.runs.report.terminal import Progress
from agent.runs.run import run_one
from agent.runs.unasked import check_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agent.episode import Watcher
    from agent.pytest_plugin.options import Settings
    from agent.replay.heal.store import Kept as Heal
    from agent.replay.live.run import Replay
    from agent.runs.attempts import Does
    from agent.runs.report.result import Result
    from agent.task import Run


def run_task(run: Run, name: str, folder: Path, settings: Settings) -> Result:
    """Do one run of a task.

    Args:
        run: which.
        name: the item's.
        folder: gets what is made of it.
        settings: of the session.

    Raises:
        BadInput: the task, an option or its recording is wrong; nothing was started.
        ReplayDiffers: the recording, offline, is not what today's deskhand would do.
    """
    recording = recording_of(run, name, settings)
    is_there = is_recorded(recording)
    planned = Planned(run, name, None, folder)
    if settings.mode == "run" or (settings.new_only and not is_there) or _is_anew(settings):
        return _modelled(planned, recording, settings)
    if not is_there:
        raise BadInput(
            f"{recording}: there is no recording of {name} to replay; make it: pytest --agent-update-new-only"
        )
    if settings.mode == "replay":
        return replay_offline(recording, run, name)
    return _live(plan_replay(load_recording(recording), planned), settings)


def run_recording(recording: Path, name: str, folder: Path, settings: Settings) -> Result:
    """Replay a recording: offline in the modes `run` and `replay`, else live.

    Raises:
        BadInput: it is damaged, or its task is not what it was.
        ReplayDiffers: as `run_task`.
    """
    if settings.mode in ("run", "replay"):
        return replay_offline(recording, None, name)
    [planned] = plan_replays(recording, LiveOptions())
    return _live(replace(planned, planned=Planned(planned.planned.run, name, None, folder)), settings)


def _is_anew(settings: Settings) -> bool:
    """Whether each task is to be recorded again."""
    return settings.update and settings.mode != "heal"


def _modelled(planned: Planned, recording: Path, settings: Settings) -> Result:
    """Have the model do it; a run that passed becomes the task's recording, if that is asked for."""
    check_model(planned.run.file.written.model, settings.model, "--agent-model")
    result = _done(planned, RunOptions(model=settings.model), run_one)
    is_wanted = settings.update or (settings.new_only and not is_recorded(recording))
    if is_wanted and result.verdict == "passed" and result.recording:
        adopt(Path(result.recording), recording)
    return result


def _live(replay: Replay, settings: Settings) -> Result:
    heal = settings.model if settings.mode == "heal" else None

    def does(planned: Planned, options: RunOptions, watchers: Sequence[Watcher] = ()) -> Result:
        return replay_live(replace(replay, planned=planned), LiveOptions(run=options, heal=heal), watchers)

    result = _done(replay.planned, RunOptions(), does)
    for step, proposed in _heals(replay, result).items():
        accepts = settings.update and proposed.proposal.status == "proposed"
        found = decide(proposed, "accepted") if accepts else proposed
        before = replay.recording.frames[replay.recording.steps[step - 1].frame]
        assert replay.planned.home is not None
        draw(found.proposal, before, found.shown(), replay.planned.home / f"{HEALED}{step}.png")
    return result


def _heals(replay: Replay, result: Result) -> dict[int, Heal]:
    """The heal of each step that was healed in a run: the last that nobody has rejected."""
    if not result.healed:
        return {}
    heals = [heal for heal in load_heals(replay.recording) if heal.proposal.status != "rejected"]
    return {heal.proposal.step: heal for heal in heals if heal.proposal.step in result.healed}


def _done(planned: Planned, options: RunOptions, does: Does) -> Result:
    """Do it once: pytest's other plugins do again what is to be."""
    assert planned.home is not None
    claim(planned.home)
    return attempt(planned, options, [Progress(stderr_console())], does=does, retries=0)

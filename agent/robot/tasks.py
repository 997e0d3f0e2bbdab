"""Task files and recordings as keywords. Loaded when one is used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agent.printing.console import stderr_console
from agent.replay.live.run import plan_replays, replay_live
from agent.replay.offline_result import replay_offline
from agent.replay.options import LiveOptions
from agent.robot.log import output_folder
from agent.runs.attempts import attempt
from agent.runs.options import RunOptions
from agent.runs.planning.one_run import run_of_file
from agent.runs.planning.plan import Planned
from agent.runs.report.terminal import Progress
from agent.runs.run import run_one
from agent.runs.unasked import check_model

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from agent.runs.report.result import Result


def run_task(task: Path, values: Mapping[str, str], case: str | None, model: str | None) -> Result:
    """Run a task file.

    Raises:
        BadInput: it, a value or the model is wrong; nothing was started.
    """
    name, run = run_of_file(task, values, case)
    check_model(run.file.written.model, model, "Library    deskhand    model")
    planned = Planned(run, name, None, output_folder())
    options = RunOptions(model=model)
    return attempt(planned, options, [Progress(stderr_console())], does=run_one, retries=0)


def replay_recording(recording: Path, *, live: bool, heal: str | None) -> Result:
    """Replay a recording.

    Raises:
        BadInput: it is damaged, or its task is not what it was.
        ReplayDiffers: today's deskhand does something else than what was recorded.
    """
    if not live:
        return replay_offline(recording, None, recording.name)
    options = LiveOptions(heal=heal)
    [replay] = plan_replays(recording, options)
    replay = replace(replay, planned=replace(replay.planned, home=output_folder()))
    return replay_live(replay, options, [Progress(stderr_console())])

"""`agent fork REC --at N` and `agent resume REC`: a recording's first steps again, then a model goes on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agent.commands.live import live_options
from agent.commands.outcome import check_outputs, end_on_sigterm, tell
from agent.recording.reading import load_recording
from agent.recording.store import check_folder
from agent.replay.fork.run import check_fork, fork_live, resumed_at
from agent.replay.live.recorded_task import runs_of
from agent.replay.live.run import label_of, plan_replay
from agent.runs.run import Planned
from agent.runs.terminal import Progress, stderr_console

if TYPE_CHECKING:
    import argparse

    from agent.recording.reading import Recording
    from agent.replay.live.run import LiveOptions, Replay


def main(options: argparse.Namespace) -> int:
    """Do it, as often as asked for; the exit status of the gravest verdict."""
    end_on_sigterm()
    chosen = live_options(options)
    recording = load_recording(Path(options.recording))
    at = resumed_at(recording) if options.at is None else options.at
    check_fork(recording, at)
    replay = _planned(recording, chosen)
    check_outputs(options)
    console = stderr_console()
    progress = Progress(console)
    progress.starting(f"{replay.planned.label}  (from step {at} of {recording.folder})")
    return tell((fork_live(replay, at, chosen, [progress]) for _ in range(1)), options, console)


def _planned(recording: Recording, chosen: LiveOptions) -> Replay:
    (run,) = runs_of(recording, chosen.task, chosen.overrides)
    if chosen.record:
        check_folder(chosen.record)
    return plan_replay(recording, Planned(run, label_of(run), chosen.record))

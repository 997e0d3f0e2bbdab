"""`agent fork REC --at N` and `agent resume REC`: replay the first steps, then let a model go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.commands.consent import consent
from agent.commands.results import Results
from agent.printing.console import stderr_console
from agent.recording.claim import check_folder
from agent.recording.reading import load_recording
from agent.replay.fork.run import check_fork, fork_live, resumed_at
from agent.replay.live.recorded_task import runs_of
from agent.replay.live.run import plan_replay
from agent.runs.planning.plan import Planned, label_of
from agent.runs.report.terminal import Progress

if TYPE_CHECKING:
    from agent.commands.options.fork import ForkCommand
    from agent.recording.reading import Recording
    from agent.replay.live.run import Replay
    from agent.replay.options import LiveOptions


def main(options: ForkCommand) -> int:
    """Do it; the exit status of its verdict."""
    console = stderr_console()
    results = Results(console, options.output)
    recording = load_recording(options.recording)
    at = resumed_at(recording) if options.at is None else options.at
    check_fork(recording, at)
    replay = _planned(recording, options.options)
    consent([replay.planned.run], options.options.task, console)
    progress = Progress(console)
    progress.starting(f"{replay.planned.label}  (from step {at} of {recording.folder})")
    results.add(fork_live(replay, at, options.options, [progress]))
    return results.finish()


def _planned(recording: Recording, chosen: LiveOptions) -> Replay:
    (run,) = runs_of(recording, chosen.task, chosen.overrides)
    if chosen.record:
        check_folder(chosen.record)
    return plan_replay(recording, Planned(run, label_of(run), chosen.record))
